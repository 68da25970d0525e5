/** A device group: what it is, how many, how it is named, wired, placed and fed. */
import type { ReactElement } from 'react';
import type { Diagnostic, ObjectRef } from '#core/base/diagnostic.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import type { Device, DeviceRole } from '#core/design/design.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { formatMemberName } from '#core/netlist/names.ts';
import { dispatch, useCatalog } from '../store/design-store.ts';
import { useReportStore } from '../store/report-store.ts';
import { Field } from '../ui/field.tsx';
import { formatNumber, formatPower } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { FactList, Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { BreakSection } from './break-section.tsx';
import { DeviceAdapters } from './device-adapters.tsx';
import { DevicePlacement } from './device-placement.tsx';
import { DevicePorts } from './device-ports.tsx';
import { explainFact, explainSumFact } from './explained-fact.tsx';
import { DeviceScaleUp } from './device-scale-up.tsx';
import { LinkRows } from './link-rows.tsx';
import { ROLE_LABELS, ROLE_OPTIONS } from './labels.ts';
import { NameField } from './name-field.tsx';
import { PartCard } from './part-card.tsx';
import { formatPartName } from './part-facts.ts';
import { ProblemList } from './problem-list.tsx';
import { ExplainedCount } from './explained-count.tsx';
import { Explained } from './explained.tsx';

const EMPTY: readonly Diagnostic[] = [];

export function InspectDevice({ device }: { readonly device: Device }): ReactElement {
  const catalog = useCatalog();
  const part = findDevicePart(catalog, device.partId);
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">
          {ROLE_LABELS[device.role]} {'\u00b7'}{' '}
          {device.count === 1 ? (
            'single device'
          ) : (
            <Explained
              source={`device/members/${device.id}`}
              figure="Members"
              text={`group of ${formatNumber(device.count)}`}
            />
          )}
        </div>
        <NameField
          kind="device"
          objectId={device.id}
          value={device.name}
          onCommit={(name) => edit(device.id, { name })}
        />
        <p className="inspector__sub">{part ? formatPartName(part) : `${device.partId} is not in the catalog`}</p>
      </header>
      <DeviceFields device={device} />
      <ObjectProblems object={{ kind: 'device', id: device.id }} />
      <DevicePorts deviceId={device.id} />
      <DeviceScaleUp deviceId={device.id} />
      {part ? <DeviceAdapters device={device} part={part} /> : null}
      <DevicePlacement device={device} />
      <DevicePower deviceId={device.id} />
      <BreakSection target={{ kind: 'device', id: device.id }} total={device.count} />
      <LinkRows deviceId={device.id} />
      {part ? <PartCard part={part} /> : null}
    </>
  );
}

function edit(id: string, patch: CommandArgs['editDevice']['patch']): void {
  dispatch({ name: 'editDevice', args: { id, patch } });
}

/** First and last name of the group, so that a template is seen at work. */
function describeNames(device: Device): ReactElement {
  const perPod = device.membersPerPod ?? device.count;
  const nameOf = (index: number): string => formatMemberName(device.nameTemplate, index, Math.floor(index / perPod));
  const first = <span className="inspector__whole">{nameOf(0)}</span>;
  if (device.count === 1) return first;
  return (
    <>
      {first} {'\u2026'} <span className="inspector__whole">{nameOf(device.count - 1)}</span>
    </>
  );
}

function DeviceFields({ device }: { readonly device: Device }): ReactElement {
  return (
    <Section title="Group">
      <Field label="Count">
        {(id) => (
          <NumberField
            id={id}
            value={device.count}
            min={1}
            max={1_000_000}
            onCommit={(count) =>
              dispatch({ name: 'setDeviceCount', args: { id: device.id, count: Math.round(count) } })
            }
          />
        )}
      </Field>
      <Field label="Role">
        {(id) => (
          <Select
            id={id}
            value={device.role}
            options={ROLE_OPTIONS}
            onChange={(role) => edit(device.id, { role: role as DeviceRole })}
          />
        )}
      </Field>
      <Field label="Pod size">
        {(id) => (
          <NumberField
            id={id}
            value={device.membersPerPod}
            min={1}
            placeholder="all in one pod"
            onCommit={(count) => edit(device.id, { membersPerPod: Math.round(count) })}
            onClear={() => edit(device.id, { membersPerPod: null })}
          />
        )}
      </Field>
      <Field label="Member names" hint={describeNames(device)}>
        {(id) => (
          <TextField
            id={id}
            value={device.nameTemplate}
            required
            onCommit={(nameTemplate) => edit(device.id, { nameTemplate })}
          />
        )}
      </Field>
      <Field label="Bought on day">
        {(id) => (
          <NumberField
            id={id}
            value={device.phase}
            min={1}
            onCommit={(phase) => edit(device.id, { phase: Math.round(phase) })}
          />
        )}
      </Field>
      <label className="inspector__check">
        <input
          type="checkbox"
          checked={device.locked}
          onChange={(event) => edit(device.id, { locked: event.target.checked })}
        />
        Locked in place
      </label>
    </Section>
  );
}

export function ObjectProblems({ object }: { readonly object: ObjectRef }): ReactElement | null {
  const all = useReportStore((state) => state.report?.problems ?? EMPTY);
  const problems = all.filter((problem) =>
    problem.where.some((ref) => ref.kind === object.kind && ref.id === object.id),
  );
  if (problems.length === 0) return null;
  return (
    <Section
      title="Problems"
      aside={
        <ExplainedCount
          title="Problems of the object"
          unit="problems"
          items={problems.map(({ code }) => ({ name: code }))}
          filter="Findings that name it, by the rule that found them."
        />
      }
    >
      <div className="inspector__problems">
        <ProblemList problems={problems} />
      </div>
    </Section>
  );
}

function DevicePower({ deviceId }: { readonly deviceId: string }): ReactElement | null {
  const line = useReportStore((state) => state.report?.power.devices.find((power) => power.deviceId === deviceId));
  if (!line) return null;
  return (
    <Section title="Power">
      <FactList
        facts={[
          explainFact('Typical, each', `device/typical-each/${deviceId}`, formatPower(line.typicalEachW)),
          explainFact('Maximum, each', `device/max-each/${deviceId}`, formatPower(line.maxEachW)),
          explainSumFact('Typical, group', `device/typical/${deviceId}`, line.typicalW, formatPower),
          explainSumFact('Maximum, group', `device/max/${deviceId}`, line.maxW, formatPower),
          explainSumFact(
            'Optics in typical',
            `device/optics-typical/${deviceId}`,
            line.transceiversTypicalW,
            formatPower,
          ),
          explainSumFact('Optics in maximum', `device/optics-max/${deviceId}`, line.transceiversMaxW, formatPower),
        ]}
      />
    </Section>
  );
}

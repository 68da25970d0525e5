/** Coolant distribution units: which, how many, where, and the heat they take away. */
import { type ReactElement, useMemo } from 'react';
import { findPart, listParts } from '#core/catalog/catalog.ts';
import type { CduGroup } from '#core/design/facilities.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Field } from '../../ui/field.tsx';
import { formatNumber, formatPower } from '../../ui/format.ts';
import { MeterBar } from '../../ui/meter-bar.tsx';
import { FactList, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { explainFact } from '../explained-fact.tsx';
import { ObjectProblems } from '../inspect-device.tsx';
import { NameField } from '../name-field.tsx';
import { PartCard } from '../part-card.tsx';
import { formatPartName } from '../part-facts.ts';
import { formatFlow, explainHeatFacts } from './facility-facts.tsx';
import { QuantityField } from './quantity-field.tsx';
import { RemoveObject } from './remove-object.tsx';
import { RowChecklist } from './row-checklist.tsx';
import { Explained } from '../explained.tsx';
import { explainRows } from './explain-floor.ts';

type Patch = CommandArgs['editCduGroup']['patch'];

export function InspectCdu({ group }: { readonly group: CduGroup }): ReactElement {
  const part = findPart(useCatalog(), group.partId, 'cooling');
  const { rows = {} } = useDesignStore(selectDesign);
  const edit = (patch: Patch): void => void dispatch({ name: 'editCduGroup', args: { id: group.id, patch } });
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Coolant distribution</div>
        <NameField kind="cdu" objectId={group.id} value={group.name} onCommit={(name) => edit({ name })} />
        <p className="inspector__sub">{part ? formatPartName(part) : `${group.partId} is not in the catalog`}</p>
      </header>
      <CduFields group={group} edit={edit} />
      <ObjectProblems object={{ kind: 'cdu', id: group.id }} />
      <CduLoad cduId={group.id} />
      <Section
        title="Rows served"
        aside={
          <Explained
            source={() =>
              explainRows(
                group.name,
                group.rowIds.flatMap((id) => rows[id] ?? []),
              )
            }
            figure="Rows served"
            text={formatNumber(group.rowIds.length)}
          />
        }
      >
        <RowChecklist rowIds={group.rowIds} onChange={(rowIds) => edit({ rowIds })} />
      </Section>
      <RemoveObject object={{ kind: 'cdu', id: group.id }} label="Remove the units" />
      {part ? <PartCard part={part} /> : null}
    </>
  );
}

function CduFields({ group, edit }: { readonly group: CduGroup; readonly edit: (patch: Patch) => void }): ReactElement {
  const catalog = useCatalog();
  const { rooms = {} } = useDesignStore(selectDesign);
  const units = useMemo(() => listParts(catalog, 'cooling').filter(({ category }) => category === 'cdu'), [catalog]);
  const metres = { unit: 'm', decimals: 2, step: 0.6 };
  return (
    <Section title="Units">
      <Field label="Part">
        {(id) => (
          <Select
            id={id}
            value={group.partId}
            options={units.map((unit) => ({
              value: unit.id,
              label: formatPartName(unit),
              note: unit.capacityKw === null ? 'capacity not known' : `${formatNumber(unit.capacityKw)} kW`,
            }))}
            onChange={(partId) => edit({ partId })}
          />
        )}
      </Field>
      <QuantityField
        label="Count"
        value={group.count}
        min={1}
        max={10_000}
        hint="Standby units included."
        onCommit={(count) => edit({ count: Math.round(count) })}
      />
      <QuantityField
        label="Standby"
        value={group.standbyCount}
        min={0}
        max={group.count - 1}
        onCommit={(count) => edit({ standbyCount: Math.round(count) })}
      />
      <Field label="Room">
        {(id) => (
          <Select
            id={id}
            value={group.roomId}
            options={Object.values(rooms).map((room) => ({ value: room.id, label: room.name }))}
            onChange={(roomId) => edit({ roomId })}
          />
        )}
      </Field>
      <QuantityField label="From west" {...metres} value={group.xM} onCommit={(xM) => edit({ xM })} />
      <QuantityField label="From north" {...metres} value={group.yM} onCommit={(yM) => edit({ yM })} />
    </Section>
  );
}

function CduLoad({ cduId }: { readonly cduId: string }): ReactElement | null {
  const figures = useReportStore((state) => state.report?.facility.cdus.find((entry) => entry.cduId === cduId));
  if (!figures) return null;
  const { capacityW, heat, neededCount } = figures;
  return (
    <Section title="Load" aside="at maximum power">
      <FactList
        facts={[
          explainFact('Racks', `cdu/racks/${cduId}`, formatNumber(figures.rackCount)),
          ...explainHeatFacts(heat, figures.unknownCount, (field) =>
            field === 'air' ? null : `cdu/${field}/${cduId}`,
          ),
          explainFact('Capacity', `cdu/capacity/${cduId}`, formatPower(capacityW)),
          explainFact('Coolant', `cdu/coolant/${cduId}`, formatFlow(figures.coolantLpm, figures.unknownCount, 'L/min')),
          figures.capacityLpm === null
            ? null
            : explainFact('Coolant, most', `cdu/pumps/${cduId}`, `${formatNumber(figures.capacityLpm)} L/min`),
          explainFact(
            'Units needed',
            `cdu/needed/${cduId}`,
            neededCount === null ? 'unknown' : formatNumber(neededCount),
          ),
          explainFact('Own power', `cdu/own/${cduId}`, formatPower(figures.ownPowerW)),
        ]}
      />
      {capacityW === null ? null : (
        <MeterBar
          label="Watts of the capacity"
          used={Math.round(heat.liquidW)}
          after={Math.round(heat.liquidW + heat.openW)}
          total={Math.round(capacityW)}
          warnAt={0.9}
        />
      )}
      {figures.capacityBasis ? <p className="inspector__port-note">Capacity at {figures.capacityBasis}.</p> : null}
    </Section>
  );
}

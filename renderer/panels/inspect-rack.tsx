/** A rack group: its frame, limits, PDUs, and what stands in it. */
import type { ReactElement } from 'react';
import { findPart } from '#core/catalog/catalog.ts';
import type { Rack } from '#core/design/design.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, useCatalog } from '../store/design-store.ts';
import { useReportStore } from '../store/report-store.ts';
import { Field } from '../ui/field.tsx';
import { formatCount, formatPower, formatWeight } from '../ui/format.ts';
import { MeterBar, NEAR_POWER_LIMIT } from '../ui/meter-bar.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { BreakSection } from './break-section.tsx';
import { Explained, ExplainedSum } from './explained.tsx';
import { ObjectProblems } from './inspect-device.tsx';
import { COOLING_OPTIONS } from './labels.ts';
import { NameField } from './name-field.tsx';
import { PartCard } from './part-card.tsx';
import { formatPartName } from './part-facts.ts';
import { QuantityField } from './physical/quantity-field.tsx';
import { RackHeat, RackPower } from './physical/rack-power.tsx';
import { RackStands } from './physical/rack-stands.tsx';
import { RackElevation } from './rack-elevation.tsx';

function edit(id: string, patch: CommandArgs['editRack']['patch']): void {
  dispatch({ name: 'editRack', args: { id, patch } });
}

export function InspectRack({ rack }: { readonly rack: Rack }): ReactElement {
  const catalog = useCatalog();
  const part = rack.partId === null ? undefined : findPart(catalog, rack.partId, 'rack');
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">
          {rack.count === 1 ? (
            'Rack'
          ) : (
            <Explained
              source={`rack/count/${rack.id}`}
              figure="Racks of the group"
              text={`Group of ${formatCount(rack.count, 'rack')}`}
            />
          )}
        </div>
        <NameField kind="rack" objectId={rack.id} value={rack.name} onCommit={(name) => edit(rack.id, { name })} />
        {part ? <p className="inspector__sub">{formatPartName(part)}</p> : null}
      </header>
      <RackFields rack={rack} />
      <ObjectProblems object={{ kind: 'rack', id: rack.id }} />
      <RackUse rack={rack} />
      <RackPower rack={rack} />
      <RackHeat rack={rack} />
      <RackStands rack={rack} />
      <BreakSection target={{ kind: 'rack', id: rack.id }} total={rack.count} />
      <RackElevation rack={rack} />
      {part ? <PartCard part={part} /> : null}
    </>
  );
}

function RackFields({ rack }: { readonly rack: Rack }): ReactElement {
  return (
    <Section title="Racks">
      <Field label="Count">
        {(id) => (
          <NumberField
            id={id}
            value={rack.count}
            min={1}
            max={1_000_000}
            onCommit={(count) => edit(rack.id, { count: Math.round(count) })}
          />
        )}
      </Field>
      <Field label="Height">
        {(id) => (
          <NumberField
            id={id}
            value={rack.heightUnits}
            min={1}
            max={100}
            unit="U"
            onCommit={(units) => edit(rack.id, { heightUnits: Math.round(units) })}
          />
        )}
      </Field>
      <Field label="Power limit">
        {(id) => (
          <NumberField
            id={id}
            value={rack.powerLimitW === null ? null : rack.powerLimitW / 1000}
            min={0.001}
            decimals={3}
            unit="kW"
            placeholder="not set"
            onCommit={(kw) => edit(rack.id, { powerLimitW: kw * 1000 })}
            onClear={() => edit(rack.id, { powerLimitW: null })}
          />
        )}
      </Field>
      <Field label="Weight limit">
        {(id) => (
          <NumberField
            id={id}
            value={rack.weightLimitKg}
            min={1}
            decimals={1}
            unit="kg"
            placeholder="not set"
            onCommit={(kg) => edit(rack.id, { weightLimitKg: kg })}
            onClear={() => edit(rack.id, { weightLimitKg: null })}
          />
        )}
      </Field>
      <Field label="Cooling">
        {(id) => (
          <Select
            id={id}
            value={rack.cooling}
            options={COOLING_OPTIONS}
            onChange={(cooling) => edit(rack.id, { cooling: cooling as Rack['cooling'] })}
          />
        )}
      </Field>
      <QuantityField
        label="Bought on day"
        value={rack.phase ?? 1}
        min={1}
        onCommit={(phase) => edit(rack.id, { phase: Math.round(phase) })}
      />
      <label className="inspector__check">
        <input
          type="checkbox"
          checked={rack.fillers ?? false}
          onChange={(event) => edit(rack.id, { fillers: event.target.checked })}
        />
        Blanking panels in empty units
      </label>
      <label className="inspector__check">
        <input
          type="checkbox"
          checked={rack.locked ?? false}
          onChange={(event) => {
            const items = [{ kind: 'rack' as const, id: rack.id }];
            dispatch({ name: 'setLock', args: { items, locked: event.target.checked } });
          }}
        />
        Locked in place on the canvas
      </label>
    </Section>
  );
}

function RackUse({ rack }: { readonly rack: Rack }): ReactElement | null {
  const use = useReportStore((state) => state.report?.power.racks.find((entry) => entry.rackId === rack.id));
  if (!use) return null;
  return (
    <Section title="Use" aside={rack.count > 1 ? `fullest: rack ${use.worstRackIndex + 1}` : null}>
      <div className="inspector__port">
        <div className="inspector__port-head">
          <span>Units</span>
          <span>
            <Explained
              source={`sum/fullest/group/${rack.id}`}
              figure="Units taken in the fullest rack"
              text={String(use.usedUnitsMax)}
            />{' '}
            / {use.heightUnits} U
          </span>
        </div>
        <MeterBar label="Units used" used={use.usedUnitsMax} total={use.heightUnits} />
      </div>
      <div className="inspector__port">
        <div className="inspector__port-head">
          <span>Power, maximum</span>
          <span className={use.powerLimitW !== null && use.worstMaxW.value > use.powerLimitW ? 'inspector__over' : ''}>
            <ExplainedSum
              source={`sum/densest/group/${rack.id}`}
              figure="Power of the fullest rack"
              sum={use.worstMaxW}
              format={formatPower}
            />
            {use.powerLimitW === null ? '' : ` / ${formatPower(use.powerLimitW)}`}
          </span>
        </div>
        {use.powerLimitW === null ? null : (
          <MeterBar
            label="Watts of the limit"
            used={Math.round(use.worstMaxW.value)}
            total={use.powerLimitW}
            warnAt={NEAR_POWER_LIMIT}
          />
        )}
        <div className="inspector__port-note">
          Typical{' '}
          <ExplainedSum
            source={`sum/typical/rack/${use.worstRackIndex}/${rack.id}`}
            figure="Typical power of the fullest rack"
            sum={use.worstTypicalW}
            format={formatPower}
          />
          {use.powerLimitW === null ? ' \u00b7 no limit set, so not checked' : ''}
        </div>
      </div>
      <div className="inspector__port">
        <div className="inspector__port-head">
          <span>Weight</span>
          <span>
            <ExplainedSum
              source={`sum/heaviest/group/${rack.id}`}
              figure="Weight of the heaviest rack"
              sum={use.worstWeightKg}
              format={formatWeight}
            />
            {use.weightLimitKg === null ? '' : ` / ${formatWeight(use.weightLimitKg)}`}
          </span>
        </div>
      </div>
    </Section>
  );
}

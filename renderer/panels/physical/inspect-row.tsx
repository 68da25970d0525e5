/** A row of rack positions: where it lies, which way it faces, what cools it and what stands in it. */
import type { ReactElement } from 'react';
import type { Row } from '#core/design/floor.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select } from '../../store/view-store.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { ObjectProblems } from '../inspect-device.tsx';
import { NameField } from '../name-field.tsx';
import { FacilityFacts } from './facility-facts.tsx';
import { FACING_OPTIONS } from './facing.ts';
import { QuantityField } from './quantity-field.tsx';
import { RemoveObject } from './remove-object.tsx';
import { formatRun } from './runs.ts';
import { Explained } from '../explained.tsx';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';

type Patch = CommandArgs['editRow']['patch'];

const NO_ZONE = '';

export function InspectRow({ row }: { readonly row: Row }): ReactElement {
  const figures = useReportStore((state) => state.report?.facility.rows.find((entry) => entry.rowId === row.id));
  const edit = (patch: Patch): void => void dispatch({ name: 'editRow', args: { id: row.id, patch } });
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Row of rack positions</div>
        <NameField kind="row" objectId={row.id} value={row.name} onCommit={(name) => edit({ name })} />
      </header>
      <RowPlace row={row} edit={edit} />
      <ObjectProblems object={{ kind: 'row', id: row.id }} />
      {figures ? (
        <Section title="Power and heat">
          <FacilityFacts sum={figures} place={`row/${row.id}`} />
        </Section>
      ) : null}
      <RowRacks row={row} />
      <RemoveObject
        object={{ kind: 'row', id: row.id }}
        label="Remove the row"
        note={figures && figures.rackCount > 0 ? 'Its racks leave the floor.' : null}
      />
    </>
  );
}

function RowPlace({ row, edit }: { readonly row: Row; readonly edit: (patch: Patch) => void }): ReactElement {
  const { rooms = {} } = useDesignStore(selectDesign);
  const metres = { unit: 'm', decimals: 3, step: 0.1 };
  return (
    <Section title="Positions">
      <QuantityField
        label="Positions"
        value={row.slotCount}
        min={1}
        max={10_000}
        onCommit={(count) => edit({ slotCount: Math.round(count) })}
      />
      <QuantityField
        label="Pitch"
        {...metres}
        value={row.pitchM}
        min={0.1}
        max={10}
        onCommit={(pitchM) => edit({ pitchM })}
      />
      <QuantityField
        label="Depth"
        {...metres}
        value={row.depthM}
        min={0.1}
        max={10}
        onCommit={(depthM) => edit({ depthM })}
      />
      <Field label="Racks face">
        {(id) => (
          <Select
            id={id}
            value={row.facing}
            options={FACING_OPTIONS}
            onChange={(facing) => edit({ facing: facing as Row['facing'] })}
          />
        )}
      </Field>
      <Field label="Room">
        {(id) => (
          <Select
            id={id}
            value={row.roomId}
            options={Object.values(rooms).map((room) => ({ value: room.id, label: room.name }))}
            onChange={(roomId) => edit({ roomId })}
          />
        )}
      </Field>
      <QuantityField label="From west" {...metres} value={row.xM} onCommit={(xM) => edit({ xM })} />
      <QuantityField label="From north" {...metres} value={row.yM} onCommit={(yM) => edit({ yM })} />
      <RowCooling rowId={row.id} />
    </Section>
  );
}

/** A row is cooled by one zone: choosing it takes the row from the other. */
function RowCooling({ rowId }: { readonly rowId: string }): ReactElement | null {
  const { coolingZones = {} } = useDesignStore(selectDesign);
  const zones = Object.values(coolingZones);
  if (zones.length === 0) return null;
  const current = zones.find((zone) => zone.rowIds.includes(rowId));
  const edit = (id: string, rowIds: string[]): void =>
    void dispatch({ name: 'editCoolingZone', args: { id, patch: { rowIds } } });
  const choose = (zoneId: string): void => {
    const zone = zones.find(({ id }) => id === zoneId);
    const left = current?.rowIds.filter((id) => id !== rowId) ?? [];
    if (zone) edit(zone.id, [...zone.rowIds, rowId]);
    else if (current) edit(current.id, left);
  };
  return (
    <Field label="Cooling zone">
      {(id) => (
        <Select
          id={id}
          value={current?.id ?? NO_ZONE}
          options={[{ value: NO_ZONE, label: 'None' }, ...zones.map((zone) => ({ value: zone.id, label: zone.name }))]}
          onChange={choose}
        />
      )}
    </Field>
  );
}

/** `racks 1\u20138 on 3\u201310` of each group, from west to east. */
function RowRacks({ row }: { readonly row: Row }): ReactElement {
  const { stands = {}, racks } = useDesignStore(selectDesign);
  const own = Object.values(stands).filter((stand) => stand.rowId === row.id);
  const taken = own.reduce((sum, stand) => sum + stand.rackCount, 0);
  return (
    <Section
      title="Racks"
      aside={
        <Explained
          source={() =>
            explainTally({
              title: `Positions taken of ${row.name}`,
              unit: 'positions',
              terms: own.map(({ rackId, rackCount }) => ({
                name: racks[rackId]?.name ?? rackId,
                count: rackCount,
                refs: [{ kind: 'rack', id: rackId }],
              })),
              caveats: [`Of ${formatCount(row.slotCount, 'position')}, as entered.`],
            })
          }
          figure="Taken on the row"
          text={`${formatNumber(taken)} of ${formatNumber(row.slotCount)}`}
        />
      }
    >
      {own.length === 0 ? (
        <p className="inspector__note">None yet. Drag racks onto the row in the Floor view.</p>
      ) : null}
      <div className="inspector__rows">
        {own
          .toSorted((a, b) => a.firstSlot - b.firstSlot)
          .map((stand) => (
            <button
              key={stand.id}
              type="button"
              className="inspector__row"
              onClick={() => select([{ kind: 'rack', id: stand.rackId }])}
            >
              <span className="inspector__row-name">{racks[stand.rackId]?.name ?? stand.rackId}</span>
              <span>{formatRun(stand.firstSlot, stand.rackCount)}</span>
              <span className="inspector__row-note">Racks {formatRun(stand.firstRack, stand.rackCount)}</span>
            </button>
          ))}
      </div>
    </Section>
  );
}

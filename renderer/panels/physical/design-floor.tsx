/** The rooms of the design, and what cools them. */
import { Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { listParts } from '#core/catalog/catalog.ts';
import { createId } from '#core/edit/ids.ts';
import { catalog, design, dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';

export function DesignFloor(): ReactElement {
  const { rooms = {}, rows = {} } = useDesignStore(selectDesign);
  const rowCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { roomId } of Object.values(rows)) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
    return counts;
  }, [rows]);
  const list = Object.values(rooms);
  return (
    <Section title="Rooms" aside={list.length}>
      {list.length === 0 ? (
        <p className="inspector__note">None yet. Rooms and rows are drawn in the Floor view.</p>
      ) : null}
      <div className="inspector__rows">
        {list.map((room) => (
          <button
            key={room.id}
            type="button"
            className="inspector__row"
            onClick={() => select([{ kind: 'room', id: room.id }])}
          >
            <span className="inspector__row-name">{room.name}</span>
            <span>{formatCount(rowCounts.get(room.id) ?? 0, 'row')}</span>
          </button>
        ))}
      </div>
    </Section>
  );
}

/** Takes the rows that no zone cools yet. */
function addZone(): void {
  const { coolingZones = {}, rows = {} } = design();
  const id = createId('zone', coolingZones);
  const cooled = new Set(Object.values(coolingZones).flatMap((zone) => zone.rowIds));
  const rowIds = Object.keys(rows).filter((rowId) => !cooled.has(rowId));
  const zone = { id, name: 'Cooling zone', rowIds, airCapacityKw: null };
  if (dispatch({ name: 'addCoolingZone', args: { zone } }).length === 0) select([{ kind: 'zone', id }]);
}

/** In the first room, for all of its rows, one working and one standing by; the user goes on from there. */
function addCdus(): void {
  const { cduGroups = {}, rooms = {}, rows = {} } = design();
  const part = listParts(catalog(), 'cooling').find(({ category }) => category === 'cdu');
  const [room] = Object.values(rooms);
  if (!part || !room) return;
  const id = createId('cdu', cduGroups);
  const rowIds = Object.values(rows)
    .filter((row) => row.roomId === room.id)
    .map((row) => row.id);
  const place = { roomId: room.id, xM: 0, yM: 0, rowIds };
  const cduGroup = { id, name: 'CDU', partId: part.id, count: 2, standbyCount: 1, ...place };
  if (dispatch({ name: 'addCduGroup', args: { cduGroup } }).length === 0) select([{ kind: 'cdu', id }]);
}

export function DesignCooling(): ReactElement | null {
  const { coolingZones = {}, cduGroups = {}, rooms = {} } = useDesignStore(selectDesign);
  const zones = Object.values(coolingZones);
  const groups = Object.values(cduGroups);
  // Plants serve rows: without a floor there is nothing to say of them.
  if (Object.keys(rooms).length === 0 && zones.length + groups.length === 0) return null;
  return (
    <Section title="Cooling" aside={zones.length + groups.length}>
      <div className="inspector__rows">
        {zones.map((zone) => (
          <button
            key={zone.id}
            type="button"
            className="inspector__row"
            onClick={() => select([{ kind: 'zone', id: zone.id }])}
          >
            <span className="inspector__row-name">{zone.name}</span>
            <span>{formatCount(zone.rowIds.length, 'row')}</span>
          </button>
        ))}
        {groups.map((group) => (
          <button
            key={group.id}
            type="button"
            className="inspector__row"
            onClick={() => select([{ kind: 'cdu', id: group.id }])}
          >
            <span className="inspector__row-name">{group.name}</span>
            <span>{formatCount(group.count, 'unit')}</span>
          </button>
        ))}
      </div>
      <div className="inspector__buttons">
        <Button onClick={addZone}>
          <Plus size={14} /> Add a zone of air
        </Button>
        <Button onClick={addCdus} disabled={Object.keys(rooms).length === 0}>
          <Plus size={14} /> Add coolant units
        </Button>
      </div>
    </Section>
  );
}

/** The rooms of the design, and what cools them. */
import { Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { addCoolantUnits, addCoolingZone } from '../../store/add-facility.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { LeadingButton } from '../leading-button.tsx';
import { explainRows, explainUnits } from './explain-floor.ts';
import { ExplainedCount } from '../explained-count.tsx';

export function DesignFloor(): ReactElement {
  const { rooms = {}, rows = {} } = useDesignStore(selectDesign);
  const rowCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { roomId } of Object.values(rows)) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
    return counts;
  }, [rows]);
  const list = Object.values(rooms);
  return (
    <Section
      title="Rooms"
      aside={
        <ExplainedCount
          title="Rooms of the design"
          unit="rooms"
          items={list.map(({ id, name }) => ({ name, refs: [{ kind: 'room', id }] }))}
          filter="All that are drawn."
        />
      }
    >
      {list.length === 0 ? (
        <p className="inspector__note">None yet. Rooms and rows are drawn in the Floor view.</p>
      ) : null}
      <div className="inspector__rows">
        {list.map((room) => (
          <LeadingButton
            key={room.id}
            source={() =>
              explainRows(
                room.name,
                Object.values(rows).filter(({ roomId }) => roomId === room.id),
              )
            }
            figure={room.name}
            className="inspector__row"
            onClick={() => select([{ kind: 'room', id: room.id }])}
          >
            <span className="inspector__row-name">{room.name}</span>
            <span>{formatCount(rowCounts.get(room.id) ?? 0, 'row')}</span>
          </LeadingButton>
        ))}
      </div>
    </Section>
  );
}

export function DesignCooling(): ReactElement | null {
  const { coolingZones = {}, cduGroups = {}, rooms = {}, rows = {} } = useDesignStore(selectDesign);
  const zones = Object.values(coolingZones);
  const groups = Object.values(cduGroups);
  // Plants serve rows: without a floor there is nothing to say of them.
  if (Object.keys(rooms).length === 0 && zones.length + groups.length === 0) return null;
  return (
    <Section
      title="Cooling"
      aside={
        <ExplainedCount
          title="Cooling of the design"
          unit="plants"
          items={[
            ...zones.map(({ id, name }) => ({ name, refs: [{ kind: 'zone' as const, id }] })),
            ...groups.map(({ id, name }) => ({ name, refs: [{ kind: 'cdu' as const, id }] })),
          ]}
          filter="Cooling zones of air, and groups of coolant units."
        />
      }
    >
      <div className="inspector__rows">
        {zones.map((zone) => (
          <LeadingButton
            key={zone.id}
            source={() =>
              explainRows(
                zone.name,
                zone.rowIds.flatMap((id) => rows[id] ?? []),
              )
            }
            figure={zone.name}
            className="inspector__row"
            onClick={() => select([{ kind: 'zone', id: zone.id }])}
          >
            <span className="inspector__row-name">{zone.name}</span>
            <span>{formatCount(zone.rowIds.length, 'row')}</span>
          </LeadingButton>
        ))}
        {groups.map((group) => (
          <LeadingButton
            key={group.id}
            source={() => explainUnits(group)}
            figure={group.name}
            className="inspector__row"
            onClick={() => select([{ kind: 'cdu', id: group.id }])}
          >
            <span className="inspector__row-name">{group.name}</span>
            <span>{formatCount(group.count, 'unit')}</span>
          </LeadingButton>
        ))}
      </div>
      <div className="inspector__buttons">
        <Button onClick={addCoolingZone}>
          <Plus size={14} /> Add a zone of air
        </Button>
        <Button onClick={() => addCoolantUnits()} disabled={Object.keys(rooms).length === 0}>
          <Plus size={14} /> Add coolant units
        </Button>
      </div>
    </Section>
  );
}

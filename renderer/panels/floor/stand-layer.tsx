/**
 * What stands on the drawn plan as elements: racks near enough to be told apart, with names for assistive technology and hands
 * for tests; names of rooms and rows to select and drag them by.
 */
import { memo, type ReactElement, useMemo } from 'react';
import { findGroup, type FloorPlan, nameRack, NOWHERE } from '#core/design/floor-plan.ts';
import type { FloorCamera } from '../../store/floor-store.ts';
import { select, toggleSelect } from '../../store/view-store.ts';
import { formatCount, formatLength } from '../../ui/format.ts';
import { type ScreenSize, toPlan } from './camera.ts';
import { RowHandle } from './row-handle.tsx';
import { leadFromFigure } from '../../store/use-explain-trigger.ts';

interface LayerProps {
  readonly plan: FloorPlan;
  readonly selected: Uint8Array;
  readonly selectedRows: ReadonlySet<string>;
  readonly selectedRooms: ReadonlySet<string>;
  readonly camera: FloorCamera;
  readonly size: ScreenSize;
  readonly isFixed: boolean;
}

/** More elements than this would slow down panning; the canvas shows the racks all the same. */
const MOST_ELEMENTS = 400;
const LEAST_PITCH_PX = 4;
/** Of the elements before they are scaled: zooming then changes none of them. */
const PX_PER_M = 100;
/** Below this height names of rows would lie over each other. */
const LEAST_ROW_PX = 8;

/** Racks in sight, or none when they are too many or too small. */
function listVisible(plan: FloorPlan, camera: FloorCamera, size: ScreenSize): number[] {
  const from = toPlan(camera, 0, 0);
  const to = toPlan(camera, size.width, size.height);
  const racks: number[] = [];
  for (const [index, { row, xM, yM, lengthM }] of plan.rows.entries()) {
    if (xM > to.xM || xM + lengthM < from.xM || yM > to.yM || yM + row.depthM < from.yM) continue;
    if (row.pitchM * camera.scale < LEAST_PITCH_PX) continue;
    const first = Math.max(0, Math.floor((from.xM - xM) / row.pitchM));
    const last = Math.min(row.slotCount - 1, Math.floor((to.xM - xM) / row.pitchM));
    for (let slot = first; slot <= last; slot += 1) {
      const rack = plan.slotRack[(plan.rowFirstSlot[index] as number) + slot] as number;
      if (rack !== NOWHERE) racks.push(rack);
    }
    if (racks.length > MOST_ELEMENTS) return [];
  }
  return racks;
}

const Stands = memo(function Stands(props: {
  readonly plan: FloorPlan;
  readonly racks: readonly number[];
  readonly selected: Uint8Array;
}): ReactElement {
  const { plan, racks, selected } = props;
  return (
    <>
      {racks.map((rack) => {
        const { rack: group, firstRack } = findGroup(plan, rack);
        const placed = plan.rows[plan.rackRow[rack] as number] as FloorPlan['rows'][number];
        const { row } = placed;
        const name = `${nameRack(plan, rack)}, ${row.name}, position ${(plan.rackSlot[rack] as number) + 1}`;
        return (
          <div
            key={rack}
            role="img"
            aria-label={selected[rack] === 1 ? `${name}, selected` : name}
            className="fl-stand"
            data-testid={`stand-${group.id}-${rack - firstRack}`}
            data-selected={selected[rack] === 1 || undefined}
            style={{
              left: ((plan.rackX[rack] as number) - row.pitchM / 2) * PX_PER_M,
              top: ((plan.rackY[rack] as number) - row.depthM / 2) * PX_PER_M,
              width: row.pitchM * PX_PER_M,
              height: row.depthM * PX_PER_M,
            }}
          />
        );
      })}
    </>
  );
});

export function StandLayer(props: LayerProps): ReactElement {
  const { plan, selected, camera, size, selectedRows, selectedRooms } = props;
  const visible = listVisible(plan, camera, size);
  // The same list as before keeps its elements while the plan is panned.
  const key = visible.length === 0 ? '' : `${visible.length} ${visible[0]} ${visible.at(-1)}`;
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const racks = useMemo(() => visible, [key, plan]);
  const counts = useMemo(() => countByRoom(plan), [plan]);
  return (
    <div
      className="fl-layer"
      style={{ transform: `translate(${-camera.xM * camera.scale}px, ${-camera.yM * camera.scale}px)` }}
    >
      <div className="fl-layer" style={{ transform: `scale(${camera.scale / PX_PER_M})` }}>
        <Stands plan={plan} racks={racks} selected={selected} />
      </div>
      {plan.rows.map((placed, index) =>
        placed.row.depthM * camera.scale < LEAST_ROW_PX || isOutOfSight(placed.yM, camera, size) ? null : (
          <RowHandle
            key={placed.row.id}
            placed={placed}
            plan={plan}
            index={index}
            camera={camera}
            selectedRows={selectedRows}
            isFixed={props.isFixed}
          />
        ),
      )}
      {plan.rooms.map((room) => (
        <button
          key={room.id}
          type="button"
          className="fl-room"
          tabIndex={-1}
          {...leadFromFigure([`sum/racks/room/${room.id}`, `sum/max/room/${room.id}`], room.name)}
          aria-pressed={selectedRooms.has(room.id)}
          data-testid={`floor-room-${room.id}`}
          style={{
            left: Math.max(room.xM, camera.xM + 8 / camera.scale) * camera.scale,
            top: Math.max(room.yM * camera.scale - 24, camera.yM * camera.scale + 4),
          }}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            const ref = { kind: 'room', id: room.id } as const;
            if (event.shiftKey) toggleSelect(ref);
            else select([ref]);
          }}
        >
          <strong>{room.name}</strong> {formatLength(room.widthM, 1)} {'\u00d7'} {formatLength(room.depthM, 1)}
          {' \u00b7 '}
          {formatCount(counts.get(room.id)?.racks ?? 0, 'rack')} in {formatCount(counts.get(room.id)?.rows ?? 0, 'row')}
        </button>
      ))}
    </div>
  );
}

function isOutOfSight(yM: number, camera: FloorCamera, size: ScreenSize): boolean {
  const y = (yM - camera.yM) * camera.scale;
  return y < -100 || y > size.height + 20;
}

function countByRoom(plan: FloorPlan): ReadonlyMap<string, { racks: number; rows: number }> {
  const counts = new Map(plan.rooms.map(({ id }) => [id, { racks: 0, rows: 0 }]));
  for (const { room } of plan.rows) (counts.get(room.id) ?? { rows: 0 }).rows += 1;
  for (const index of plan.rackRow) {
    const room = index === NOWHERE ? undefined : plan.rows[index]?.room;
    if (room) (counts.get(room.id) ?? { racks: 0 }).racks += 1;
  }
  return counts;
}

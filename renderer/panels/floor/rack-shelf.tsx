/** Racks that stand nowhere, by group: dragged onto the plan, or put into the free positions of a row from a chosen one on. */
import { type PointerEvent, type ReactElement, useRef } from 'react';
import { type FloorPlan, nameRack, NOWHERE, type PlanGroup } from '#core/design/floor-plan.ts';
import { type FloorSlot, findSlotAt, readSlot } from '#core/design/floor-steps.ts';
import { planRackFill, type RackMove } from '#core/design/rack-move.ts';
import { floorStore, setFloor } from '../../store/floor-store.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { toPlan } from './camera.ts';
import type { FloorScene } from './floor-scene.ts';
import { applyMove } from './move-racks.ts';

const SNAP_M = 1.5;
const DRAG_PX = 4;

function listWaiting(plan: FloorPlan, { rack, firstRack }: PlanGroup): number[] {
  const racks: number[] = [];
  for (let index = firstRack; index < firstRack + rack.count; index += 1) {
    if (plan.rackRow[index] === NOWHERE) racks.push(index);
  }
  return racks;
}

/** Where filling begins: at the selected row, else the first row with room; null = the floor is full. */
function findFillStart(scene: FloorScene): FloorSlot | null {
  const { plan, selectedRows, current } = scene;
  if (current !== null && plan.rackRow[current] !== NOWHERE && selectedRows.size === 0) {
    const at = { row: plan.rackRow[current] as number, slot: plan.rackSlot[current] as number };
    if (hasRoom(plan, at)) return at;
  }
  const rows = plan.rows.map((_, row) => ({ row, slot: 0 })).filter((at) => hasRoom(plan, at));
  return rows.find(({ row }) => selectedRows.has(plan.rows[row]?.row.id ?? '')) ?? rows[0] ?? null;
}

function hasRoom(plan: FloorPlan, { row, slot }: FloorSlot): boolean {
  const { slotCount } = plan.rows[row]?.row ?? { slotCount: 0 };
  for (let at = slot; at < slotCount; at += 1) if (readSlot(plan, { row, slot: at }) === NOWHERE) return true;
  return false;
}

/** The position under the pointer, or null outside of the plan. */
function locate(plan: FloorPlan, event: PointerEvent<HTMLElement>): FloorSlot | null {
  const surface = document.querySelector('[data-testid="floor-surface"]');
  const { camera } = floorStore.getState();
  if (!surface || !camera) return null;
  const box = surface.getBoundingClientRect();
  const isInside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!isInside) return null;
  const { xM, yM } = toPlan(camera, event.clientX - box.left, event.clientY - box.top);
  return findSlotAt(plan, xM, yM, SNAP_M);
}

interface ShelfGroupProps {
  readonly scene: FloorScene;
  readonly group: PlanGroup;
  readonly waiting: readonly number[];
}

function ShelfGroup({ scene, group, waiting }: ShelfGroupProps): ReactElement {
  const { plan } = scene;
  const drag = useRef<{
    x: number;
    y: number;
    racks: readonly number[];
    move: RackMove | null;
    hasMoved: boolean;
  } | null>(null);
  const start = findFillStart(scene);
  const startRow = start ? plan.rows[start.row]?.row : undefined;

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const now = drag.current;
    if (!now || (!now.hasMoved && Math.hypot(event.clientX - now.x, event.clientY - now.y) < DRAG_PX)) return;
    const at = locate(plan, event);
    const move = at ? planRackFill(plan, now.racks, at) : null;
    drag.current = { ...now, move, hasMoved: true };
    setFloor({ ghost: move ? { targets: move.targets, problem: move.problem, byKeys: false } : null });
  };
  const finish = (isDone: boolean): void => {
    const now = drag.current;
    drag.current = null;
    setFloor({ ghost: null });
    if (!now) return;
    if (!now.hasMoved) select([{ kind: 'rack', id: group.rack.id }]);
    else if (isDone && now.move) applyMove(now.move);
  };
  const begin = (event: PointerEvent<HTMLElement>, racks: readonly number[]): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, racks, move: null, hasMoved: false };
  };
  const handlers = { onPointerMove, onPointerUp: () => finish(true), onPointerCancel: () => finish(false) };
  const [first] = waiting as [number, ...number[]];
  return (
    <li className="fl-shelf__group">
      <button
        type="button"
        className="fl-shelf__all"
        data-testid={`shelf-${group.rack.id}`}
        title="Drag onto a row: fills its free positions from there on"
        onPointerDown={(event) => begin(event, waiting)}
        {...handlers}
      >
        <strong>{group.rack.name}</strong>
        <span>{formatCount(waiting.length, 'rack')} to stand</span>
      </button>
      <div className="fl-shelf__actions">
        <button
          type="button"
          className="fl-shelf__one"
          title="Drag one rack onto a position"
          aria-label={`Drag ${nameRack(plan, first)} alone`}
          onPointerDown={(event) => begin(event, [first])}
          {...handlers}
        >
          Next: {nameRack(plan, first)}
        </button>
        <Button
          disabled={!start}
          data-testid={`shelf-fill-${group.rack.id}`}
          onClick={() => {
            if (start) applyMove(planRackFill(plan, waiting, start));
          }}
        >
          Fill {startRow ? startRow.name : 'row'}
          {start && start.slot > 0 ? ` from ${start.slot + 1}` : ''}
        </Button>
      </div>
    </li>
  );
}

export function RackShelf({ scene }: { readonly scene: FloorScene }): ReactElement {
  const { plan } = scene;
  const groups = plan.groups
    .map((group) => ({ group, waiting: listWaiting(plan, group) }))
    .filter(({ waiting }) => waiting.length > 0);
  return (
    <section className="fl-aside__part" aria-label="Racks not on the floor" data-testid="rack-shelf">
      <h3 className="fl-aside__title">Racks not on the floor</h3>
      {groups.length === 0 ? (
        <p className="fl-aside__note">
          {plan.rackCount === 0
            ? 'The design has no racks yet: drag one from the palette to the topology.'
            : 'None: every rack stands in a row.'}
        </p>
      ) : (
        <>
          <p className="fl-aside__note">
            Drag a group or one rack to a row, or fill a row: the selected one, else the first with room.
          </p>
          <ul className="fl-shelf">
            {groups.map(({ group, waiting }) => (
              <ShelfGroup key={group.rack.id} scene={scene} group={group} waiting={waiting} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

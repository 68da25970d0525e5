/** What the dialog of rows comes to: the rows, and the waiting racks that stand on them. Done as one step. */
import { ok, type Result } from '#core/base/result.ts';
import { type Catalog, findPart } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import type { Stand } from '#core/design/floor.ts';
import { NOWHERE, readFloorPlan } from '#core/design/floor-plan.ts';
import { planRowsFill } from '#core/design/rack-move.ts';
import { createId } from '#core/edit/ids.ts';
import { planAddedRows } from '#core/place/append-rows.ts';
import type { LargestRack, RowPlan, RowRule } from '#core/place/row-plan.ts';
import { dispatch } from '../../store/design-store.ts';

export interface AddedRows {
  readonly plan: RowPlan;
  readonly stands: readonly Omit<Stand, 'id'>[];
  readonly targetCount: number;
  readonly waitingCount: number;
}

/** Positions take the widest and the deepest of the design's racks. */
function findLargest(design: Design, catalog: Catalog): LargestRack {
  const sizes = Object.values(design.racks).map(({ partId }) =>
    partId === null ? undefined : findPart(catalog, partId, 'rack'),
  );
  const most = (key: 'widthMm' | 'depthMm'): number | null => {
    const known = sizes.flatMap((part) => part?.[key] ?? []);
    return known.length === 0 ? null : Math.max(...known) / 1000;
  };
  return { widthM: most('widthMm'), depthM: most('depthMm') };
}

export function planRowsFor(
  design: Design,
  catalog: Catalog,
  rule: RowRule,
  standsRacks: boolean,
): Result<AddedRows, string> {
  const before = readFloorPlan(design);
  const waitingCount = before.rackCount - before.standingCount;
  const floor = { rooms: Object.values(design.rooms ?? {}), rows: Object.values(design.rows ?? {}) };
  const planned = planAddedRows(rule, waitingCount, floor, findLargest(design, catalog));
  if (!planned.ok) return planned;
  const { room, rows } = planned.value;
  if (!standsRacks) return ok({ plan: planned.value, stands: [], targetCount: 0, waitingCount });
  const after = readFloorPlan({
    ...design,
    rooms: { ...design.rooms, [room.id]: room },
    rows: { ...design.rows, ...Object.fromEntries(rows.map((row) => [row.id, row])) },
  });
  const waiting: number[] = [];
  for (const [rack, row] of after.rackRow.entries()) if (row === NOWHERE) waiting.push(rack);
  const added = new Set(rows.map(({ id }) => id));
  const indexes = after.rows.flatMap(({ row }, index) => (added.has(row.id) ? [index] : []));
  const move = planRowsFill(after, waiting, indexes);
  return ok({ plan: planned.value, stands: move.stands, targetCount: move.targets.length, waitingCount });
}

/** One undo step. Says whether it was done. */
export function addPlannedRows(design: Design, { plan, stands }: AddedRows): boolean {
  const taken = new Set(Object.keys(design.stands ?? {}));
  const added = stands.map((stand): Stand => {
    const id = createId('stand', taken);
    taken.add(id);
    return { id, ...stand };
  });
  const rooms = { ...design.rooms, [plan.room.id]: plan.room };
  const refused = dispatch({
    name: 'layOutFloor',
    args: {
      rooms: Object.values(rooms),
      rows: [...Object.values(design.rows ?? {}), ...plan.rows],
      stands: [...Object.values(design.stands ?? {}), ...added],
    },
  });
  return refused.length === 0;
}

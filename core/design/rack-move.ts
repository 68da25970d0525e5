/**
 * What a move of racks on the floor would do: where each would stand, the stands to say so, and why it cannot be done. Racks
 * that move together keep their arrangement; racks from the shelf fill free positions of a row in order.
 */
import { findGroup, type FloorPlan, nameRack, NOWHERE, type PlanRow } from './floor-plan.ts';
import type { Stand } from './floor.ts';
import { type FloorSlot, findSlotAt, locateSlot, readSlot } from './floor-steps.ts';

export interface RackTarget extends FloorSlot {
  readonly rack: number;
}

export interface RackMove {
  readonly targets: readonly RackTarget[];
  /** The same as stands without ids: runs of racks of one group side by side. */
  readonly stands: readonly Omit<Stand, 'id'>[];
  /** Why it cannot be done, in one sentence; null = it can. */
  readonly problem: string | null;
}

/** `B, position 3`, positions counted from 1 at the west end. */
export function nameSlot(plan: FloorPlan, { row, slot }: FloorSlot): string {
  return `${(plan.rows[row] as PlanRow).row.name}, position ${slot + 1}`;
}

/** Moves racks so that `anchor` comes to stand at a position and the others keep their places relative to it. */
export function planRackMove(plan: FloorPlan, racks: readonly number[], anchor: number, at: FloorSlot): RackMove {
  const standing = racks.filter((rack) => plan.rackRow[rack] !== NOWHERE);
  const goal = locateSlot(plan, at);
  const eastM = goal.xM - (plan.rackX[anchor] as number);
  const southM = goal.yM - (plan.rackY[anchor] as number);
  const anchorRow = plan.rackRow[anchor];
  const slotStep = at.slot - (plan.rackSlot[anchor] as number);
  const targets: RackTarget[] = [];
  let problem: string | null = null;
  for (const rack of standing) {
    const inRow = plan.rackRow[rack] === anchorRow;
    const slot = (plan.rackSlot[rack] as number) + slotStep;
    const { slotCount } = (plan.rows[at.row] as PlanRow).row;
    const found = inRow
      ? slot >= 0 && slot < slotCount
        ? { row: at.row, slot }
        : null
      : findSlotAt(plan, (plan.rackX[rack] as number) + eastM, (plan.rackY[rack] as number) + southM, 0.3);
    if (found) targets.push({ rack, ...found });
    else problem ??= `There is no position for ${nameRack(plan, rack)} there.`;
  }
  problem ??= checkTargets(plan, targets);
  return { targets, stands: listStands(plan, targets), problem };
}

/** Puts racks into the free positions of a row from one on, eastwards; those that find none stay where they are. */
export function planRackFill(plan: FloorPlan, racks: readonly number[], from: FloorSlot): RackMove {
  const { slotCount, name } = (plan.rows[from.row] as PlanRow).row;
  const moved = new Set(racks);
  const targets: RackTarget[] = [];
  let { slot } = from;
  for (const rack of racks) {
    while (slot < slotCount && isTaken(plan, { row: from.row, slot }, moved)) slot += 1;
    if (slot >= slotCount) break;
    targets.push({ rack, row: from.row, slot });
    slot += 1;
  }
  const problem = targets.length > 0 ? null : `Row ${name} has no free position from ${from.slot + 1} on.`;
  return { targets, stands: listStands(plan, targets), problem };
}

/** Fills the free positions of several rows, one row after the other. */
export function planRowsFill(plan: FloorPlan, racks: readonly number[], rows: readonly number[]): RackMove {
  const targets: RackTarget[] = [];
  for (const row of rows) {
    const left = racks.slice(targets.length);
    if (left.length === 0) break;
    targets.push(...planRackFill(plan, left, { row, slot: 0 }).targets);
  }
  const problem = targets.length === racks.length ? null : `${racks.length - targets.length} racks find no position.`;
  return { targets, stands: listStands(plan, targets), problem };
}

function isTaken(plan: FloorPlan, at: FloorSlot, moved: ReadonlySet<number>): boolean {
  const rack = readSlot(plan, at);
  return rack !== NOWHERE && !moved.has(rack);
}

function checkTargets(plan: FloorPlan, targets: readonly RackTarget[]): string | null {
  const moved = new Set(targets.map(({ rack }) => rack));
  const used = new Map<number, number>();
  for (const target of targets) {
    if (isTaken(plan, target, moved)) {
      return `${nameRack(plan, readSlot(plan, target))} stands in ${nameSlot(plan, target)}.`;
    }
    const key = (plan.rowFirstSlot[target.row] as number) + target.slot;
    const other = used.get(key);
    if (other !== undefined) {
      return `${nameRack(plan, other)} and ${nameRack(plan, target.rack)} would share ${nameSlot(plan, target)}.`;
    }
    used.set(key, target.rack);
  }
  return null;
}

/** Joins neighbours of one group that stay neighbours. */
function listStands(plan: FloorPlan, targets: readonly RackTarget[]): Omit<Stand, 'id'>[] {
  const stands: { rackId: string; firstRack: number; rackCount: number; rowId: string; firstSlot: number }[] = [];
  for (const { rack, row, slot } of targets.toSorted((a, b) => a.rack - b.rack)) {
    const group = findGroup(plan, rack);
    const member = rack - group.firstRack;
    const rowId = (plan.rows[row] as PlanRow).row.id;
    const last = stands.at(-1);
    if (
      last &&
      last.rackId === group.rack.id &&
      last.rowId === rowId &&
      last.firstRack + last.rackCount === member &&
      last.firstSlot + last.rackCount === slot
    ) {
      last.rackCount += 1;
    } else {
      stands.push({ rackId: group.rack.id, firstRack: member, rackCount: 1, rowId, firstSlot: slot });
    }
  }
  return stands;
}

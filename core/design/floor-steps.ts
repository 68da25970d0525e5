/** Positions of the floor and their neighbours: what lies at a point, and what a step in one of four directions leads to. */
import { type FloorPlan, NOWHERE, type PlanRow } from './floor-plan.ts';

/** A rack position: index of the plan's row, and the position in it. */
export interface FloorSlot {
  readonly row: number;
  readonly slot: number;
}

export type FloorDirection = 'west' | 'east' | 'north' | 'south';

/** Centre of a position on the plan, m. */
export function locateSlot(plan: FloorPlan, { row, slot }: FloorSlot): { readonly xM: number; readonly yM: number } {
  const { row: own, xM, yM } = plan.rows[row] as PlanRow;
  return { xM: xM + (slot + 0.5) * own.pitchM, yM: yM + own.depthM / 2 };
}

/** Rack in a position, or NOWHERE. */
export function readSlot(plan: FloorPlan, { row, slot }: FloorSlot): number {
  return plan.slotRack[(plan.rowFirstSlot[row] as number) + slot] as number;
}

function clampSlot({ row, xM }: PlanRow, atM: number): number {
  return Math.min(row.slotCount - 1, Math.max(0, Math.floor((atM - xM) / row.pitchM)));
}

/** The position nearest to a point, or null when none is within that distance of its edge. */
export function findSlotAt(plan: FloorPlan, xM: number, yM: number, withinM: number): FloorSlot | null {
  let best: FloorSlot | null = null;
  let bestM = withinM;
  for (const [index, placed] of plan.rows.entries()) {
    const asideM = Math.max(placed.xM - xM, xM - placed.xM - placed.lengthM, 0);
    const acrossM = Math.max(placed.yM - yM, yM - placed.yM - placed.row.depthM, 0);
    const distanceM = Math.hypot(asideM, acrossM);
    if (distanceM > bestM || (best !== null && distanceM === bestM)) continue;
    best = { row: index, slot: clampSlot(placed, xM) };
    bestM = distanceM;
  }
  return best;
}

/** How far a row lies in that direction, and how far aside of the point; null = not in that direction. */
function measureRow(placed: PlanRow, xM: number, yM: number, direction: 'north' | 'south'): number | null {
  const centreM = placed.yM + placed.row.depthM / 2;
  const aheadM = direction === 'south' ? centreM - yM : yM - centreM;
  if (aheadM <= placed.row.depthM / 4) return null;
  const asideM = Math.max(placed.xM - xM, xM - placed.xM - placed.lengthM, 0);
  return aheadM + 4 * asideM;
}

/** The position one step away: along the row, or straight over to the next row. null = the floor ends there. */
export function stepSlot(plan: FloorPlan, from: FloorSlot, direction: FloorDirection): FloorSlot | null {
  if (direction === 'west' || direction === 'east') {
    const slot = from.slot + (direction === 'east' ? 1 : -1);
    if (slot >= 0 && slot < (plan.rows[from.row] as PlanRow).row.slotCount) return { row: from.row, slot };
    return stepAlong(plan, from, direction);
  }
  const { xM, yM } = locateSlot(plan, from);
  let best: FloorSlot | null = null;
  let bestM = Number.POSITIVE_INFINITY;
  for (const [index, placed] of plan.rows.entries()) {
    if (index === from.row) continue;
    const distanceM = measureRow(placed, xM, yM, direction);
    if (distanceM === null || distanceM >= bestM) continue;
    best = { row: index, slot: clampSlot(placed, xM) };
    bestM = distanceM;
  }
  return best;
}

/** From the end of a row to the nearest row beyond it on the same line. */
function stepAlong(plan: FloorPlan, from: FloorSlot, direction: 'west' | 'east'): FloorSlot | null {
  const { xM, yM } = locateSlot(plan, from);
  let best: FloorSlot | null = null;
  let bestM = Number.POSITIVE_INFINITY;
  for (const [index, placed] of plan.rows.entries()) {
    const overlaps = yM > placed.yM && yM < placed.yM + placed.row.depthM;
    const aheadM = direction === 'east' ? placed.xM - xM : xM - placed.xM - placed.lengthM;
    if (index === from.row || !overlaps || aheadM < 0 || aheadM >= bestM) continue;
    best = { row: index, slot: direction === 'east' ? 0 : placed.row.slotCount - 1 };
    bestM = aheadM;
  }
  return best;
}

/** The rack one step away, empty positions passed over; NOWHERE = none in that direction. */
export function findRackBeside(plan: FloorPlan, rack: number, direction: FloorDirection): number {
  let at: FloorSlot | null = { row: plan.rackRow[rack] as number, slot: plan.rackSlot[rack] as number };
  if (at.row === NOWHERE) return NOWHERE;
  for (let steps = 0; steps <= plan.slotRack.length; steps += 1) {
    at = stepSlot(plan, at, direction);
    if (at === null) return NOWHERE;
    const found = direction === 'west' || direction === 'east' ? readSlot(plan, at) : findNearestInRow(plan, at);
    if (found !== NOWHERE) return found;
  }
  return NOWHERE;
}

function findNearestInRow(plan: FloorPlan, { row, slot }: FloorSlot): number {
  const { slotCount } = (plan.rows[row] as PlanRow).row;
  for (let away = 0; away < slotCount; away += 1) {
    for (const at of [slot - away, slot + away]) {
      const rack = at < 0 || at >= slotCount ? NOWHERE : readSlot(plan, { row, slot: at });
      if (rack !== NOWHERE) return rack;
    }
  }
  return NOWHERE;
}

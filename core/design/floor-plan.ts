/**
 * The floor as it stands on the plan: rooms, rows with absolute positions, and every rack with its row, position and centre.
 * Racks are numbered over all groups, groups in the order of their ids. Rests on the design alone, so it follows a drag at once.
 */
import { sortIds } from '../base/sort-ids.ts';
import type { Design, Rack } from './design.ts';
import type { Room, Row } from './floor.ts';
import { findRecord } from './records.ts';

/** Stands for 'nowhere' in Int32 index arrays. */
export const NOWHERE = -1;

export interface PlanRow {
  readonly row: Row;
  readonly room: Room;
  /** North-west corner on the plan. */
  readonly xM: number;
  readonly yM: number;
  readonly lengthM: number;
}

export interface PlanGroup {
  readonly rack: Rack;
  /** Number of its first rack over all groups. */
  readonly firstRack: number;
}

export interface FloorPlan {
  readonly rooms: readonly Room[];
  readonly rows: readonly PlanRow[];
  readonly groups: readonly PlanGroup[];
  readonly rackCount: number;
  /** Index of `rows`, or NOWHERE. */
  readonly rackRow: Int32Array;
  readonly rackSlot: Int32Array;
  /** Centre on the plan, m; NaN = nowhere. */
  readonly rackX: Float64Array;
  readonly rackY: Float64Array;
  /** Rack in every position of every row, or NOWHERE: position s of row r is at rowFirstSlot[r] + s. */
  readonly slotRack: Int32Array;
  readonly rowFirstSlot: Int32Array;
  /** Racks that stand somewhere. */
  readonly standingCount: number;
}

function byId<T>(table: Readonly<Record<string, T>> | undefined): T[] {
  return sortIds(table ?? {}).map((id) => (table as Record<string, T>)[id] as T);
}

function placeRows(design: Design): PlanRow[] {
  const rooms = design.rooms ?? {};
  const placed: PlanRow[] = [];
  for (const row of byId(design.rows)) {
    const room = findRecord(rooms, row.roomId);
    if (!room) continue;
    placed.push({ row, room, xM: room.xM + row.xM, yM: room.yM + row.yM, lengthM: row.slotCount * row.pitchM });
  }
  return placed;
}

function numberRacks(design: Design): { readonly groups: PlanGroup[]; readonly rackCount: number } {
  const groups: PlanGroup[] = [];
  let rackCount = 0;
  for (const rack of byId(design.racks)) {
    groups.push({ rack, firstRack: rackCount });
    rackCount += rack.count;
  }
  return { groups, rackCount };
}

/** Where everything on the floor is. */
export function readFloorPlan(design: Design): FloorPlan {
  const rows = placeRows(design);
  const { groups, rackCount } = numberRacks(design);
  const rowFirstSlot = new Int32Array(rows.length + 1);
  for (const [index, { row }] of rows.entries())
    rowFirstSlot[index + 1] = (rowFirstSlot[index] as number) + row.slotCount;
  const slotRack = new Int32Array(rowFirstSlot[rows.length] as number).fill(NOWHERE);
  const rackRow = new Int32Array(rackCount).fill(NOWHERE);
  const rackSlot = new Int32Array(rackCount).fill(NOWHERE);
  const rackX = new Float64Array(rackCount).fill(Number.NaN);
  const rackY = new Float64Array(rackCount).fill(Number.NaN);
  const rowIndex = new Map(rows.map(({ row }, index) => [row.id, index]));
  const groupOf = new Map(groups.map((group) => [group.rack.id, group]));
  let standingCount = 0;
  for (const stand of byId(design.stands)) {
    const index = rowIndex.get(stand.rowId);
    const group = groupOf.get(stand.rackId);
    if (index === undefined || !group) continue;
    const { row, xM, yM } = rows[index] as PlanRow;
    for (let i = 0; i < stand.rackCount; i += 1) {
      const slot = stand.firstSlot + i;
      if (slot >= row.slotCount || stand.firstRack + i >= group.rack.count) break;
      const rack = group.firstRack + stand.firstRack + i;
      rackRow[rack] = index;
      rackSlot[rack] = slot;
      rackX[rack] = xM + (slot + 0.5) * row.pitchM;
      rackY[rack] = yM + row.depthM / 2;
      slotRack[(rowFirstSlot[index] as number) + slot] = rack;
      standingCount += 1;
    }
  }
  return {
    rooms: byId(design.rooms),
    rows,
    groups,
    rackCount,
    rackRow,
    rackSlot,
    rackX,
    rackY,
    slotRack,
    rowFirstSlot,
    standingCount,
  };
}

/** Group of a rack by its number over all groups. */
export function findGroup(plan: FloorPlan, rack: number): PlanGroup {
  let low = 0;
  let high = plan.groups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((plan.groups[middle] as PlanGroup).firstRack <= rack) low = middle;
    else high = middle - 1;
  }
  return plan.groups[low] as PlanGroup;
}

/** `Compute rack 17`; a group of one keeps its plain name. */
export function nameRack(plan: FloorPlan, rack: number): string {
  const { rack: group, firstRack } = findGroup(plan, rack);
  return group.count === 1 ? group.name : `${group.name} ${rack - firstRack + 1}`;
}

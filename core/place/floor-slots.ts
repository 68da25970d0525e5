/**
 * All positions of a floor in one numbering: rows by room and from north to south, each row's positions from west to east. What
 * stands between two positions is the way of a cable, worked out by the netlist's own rule.
 */
import type { Room, Row } from '../design/floor.ts';
import type { NetFloor, NetRoom, NetRow } from '../netlist/netlist.ts';
import { computeRunLength, createRackPlaces, type RackPlaces } from '../netlist/route-cable.ts';

export interface FloorSlots {
  readonly floor: NetFloor;
  readonly count: number;
  readonly row: Int32Array;
  /** Position in its row. */
  readonly place: Int32Array;
  /** By row, the first of its positions; one more at the end. */
  readonly firstOfRow: Int32Array;
  readonly places: RackPlaces;
  /** One room, with trays crossing above every position: ways differ only by what they go along and across. */
  readonly isOpen: boolean;
}

/** Rows whose room is missing are left out. */
export function createFloorSlots(rooms: readonly Room[], rows: readonly Row[]): FloorSlots {
  const floor = createFloor(rooms, rows);
  const firstOfRow = new Int32Array(floor.rows.length + 1);
  for (const [index, { slotCount }] of floor.rows.entries()) {
    firstOfRow[index + 1] = (firstOfRow[index] as number) + slotCount;
  }
  const count = firstOfRow[floor.rows.length] as number;
  const row = new Int32Array(count);
  const place = new Int32Array(count);
  for (let index = 0; index < floor.rows.length; index += 1) {
    const first = firstOfRow[index] as number;
    const end = firstOfRow[index + 1] as number;
    for (let slot = first; slot < end; slot += 1) {
      row[slot] = index;
      place[slot] = slot - first;
    }
  }
  const isOpen = floor.rooms.length === 1 && floor.rooms[0]?.crossingsM.length === 0;
  return { floor, count, row, place, firstOfRow, places: createRackPlaces(floor, row, place), isOpen };
}

function createFloor(rooms: readonly Room[], rows: readonly Row[]): NetFloor {
  const netRooms = rooms.map(({ id, crossTraysM, ...room }): NetRoom => {
    const crossingsM = crossTraysM.map((fromWallM) => room.xM + fromWallM).sort((a, b) => a - b);
    return { ...room, roomId: id, crossingsM };
  });
  const netRows = rows.flatMap(({ id, roomId, ...row }): NetRow[] => {
    const index = rooms.findIndex((room) => room.id === roomId);
    const room = rooms[index];
    return room ? [{ ...row, rowId: id, room: index, xM: room.xM + row.xM, yM: room.yM + row.yM }] : [];
  });
  netRows.sort((a, b) => a.room - b.room || a.yM - b.yM || a.xM - b.xM);
  return { rooms: netRooms, rows: netRows };
}

const NO_SLACK = { slackM: 0, slackInRackM: 0 };

/** Way of a cable between two positions over the trays; what it climbs inside the racks and its slack are the same anywhere. */
export function computeSlotDistanceM({ places }: FloorSlots, a: number, b: number): number {
  return computeRunLength(places, NO_SLACK, a, 0, b, 0);
}

/** Where every rack stands, as the netlist gives it: the floor of the design with what is wrong about it, worked out anew only when it or the racks' numbers change. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { sortIds } from '../base/sort-ids.ts';
import type { Design } from '../design/design.ts';
import { type FloorPlan, readFloorPlan } from '../design/floor-plan.ts';
import { checkFloor } from './check-floor.ts';
import type { NetFloor, NetRoom, NetRow } from './netlist.ts';
import type { RackRun } from './rack-runs.ts';
import { createRackPlaces, type RackPlaces } from './route-cable.ts';

/** By rack, as in the netlist. */
export interface RackFloor {
  readonly floor: NetFloor | null;
  readonly rackX: Float32Array;
  readonly rackY: Float32Array;
  readonly rackRow: Int32Array;
  readonly rackSlot: Int32Array;
}

export function layOutFloor(
  design: Design,
  racks: readonly RackRun[],
  diagnostics: Diagnostic[],
  memory: Memory,
): { racks: RackFloor; places: RackPlaces } {
  const records = [design.rooms, design.rows, design.stands].flatMap((table = {}) => {
    const ids = sortIds(table);
    return [ids.length, ...ids.map((id) => table[id])];
  });
  const answer = memory.recall('floor', [...records, racks], () => {
    const plan = readFloorPlan(design);
    const floor = createFloor(plan);
    const { rackRow, rackSlot, rackX, rackY } = plan;
    return {
      racks: { floor, rackRow, rackSlot, rackX: Float32Array.from(rackX), rackY: Float32Array.from(rackY) },
      places: createRackPlaces(floor, rackRow, rackSlot),
      findings: checkFloor(design.stands ?? {}, floor?.rows ?? [], racks),
    };
  });
  diagnostics.push(...answer.findings);
  return answer;
}

function createFloor({ rooms, rows }: FloorPlan): NetFloor | null {
  if (rooms.length === 0) return null;
  return {
    rooms: rooms.map(({ id, crossTraysM, ...room }): NetRoom => {
      const crossingsM = crossTraysM.map((fromWallM) => room.xM + fromWallM).sort((x, y) => x - y);
      return { ...room, roomId: id, crossingsM };
    }),
    rows: rows.map(({ row: { id, roomId, ...row }, xM, yM }): NetRow => {
      return { ...row, xM, yM, rowId: id, room: rooms.findIndex((room) => room.id === roomId) };
    }),
  };
}

/** Puts all racks of a design on a floor of one room, row by row in the order of their groups. For trials of size. */
import { sortIds } from '#core/base/sort-ids.ts';
import type { Design, Rack } from '#core/design/design.ts';
import type { Room, Row, Stand } from '#core/design/floor.ts';

export interface FloorPlan {
  readonly slotsPerRow: number;
  readonly pitchM: number;
  /** From the middle of a row to that of the next. */
  readonly rowStepM: number;
  /** From the west wall; empty = anywhere. */
  readonly crossTraysM: number[];
}

/** Thirty racks a row, 0.6 m of rack and 3 m from row to row, trays across at both ends and in the middle. */
const USUAL: FloorPlan = { slotsPerRow: 30, pitchM: 0.6, rowStepM: 3, crossTraysM: [1.5, 11, 20.5] };

export function standOnFloor(design: Design, plan: FloorPlan = USUAL): Design {
  const { slotsPerRow, pitchM, rowStepM, crossTraysM } = plan;
  const stands: Record<string, Stand> = {};
  let next = 0;
  for (const rackId of sortIds(design.racks)) {
    const { count } = design.racks[rackId] as Rack;
    for (let firstRack = 0; firstRack < count; ) {
      const firstSlot = next % slotsPerRow;
      const rackCount = Math.min(count - firstRack, slotsPerRow - firstSlot);
      const id = `stand-${Object.keys(stands).length + 1}`;
      stands[id] = { id, rackId, firstRack, rackCount, rowId: `row-${Math.floor(next / slotsPerRow) + 1}`, firstSlot };
      next += rackCount;
      firstRack += rackCount;
    }
  }
  const rows: Record<string, Row> = {};
  const rowCount = Math.ceil(next / slotsPerRow);
  for (let row = 0; row < rowCount; row += 1) {
    const id = `row-${row + 1}`;
    const place = { roomId: 'hall', xM: 2, yM: 2 + row * rowStepM, slotCount: slotsPerRow, pitchM, depthM: 1.2 };
    rows[id] = { id, name: `Row ${row + 1}`, ...place, facing: row % 2 === 0 ? 'north' : 'south' };
  }
  const size = { widthM: 4 + slotsPerRow * pitchM, depthM: 4 + rowCount * rowStepM };
  const tray = { trayHeightM: 2.7, trayWidthMm: 600, trayDepthMm: 150, crossTraysM };
  const hall: Room = { id: 'hall', name: 'Hall', xM: 0, yM: 0, ...size, ...tray };
  return { ...design, rooms: { hall }, rows, stands };
}

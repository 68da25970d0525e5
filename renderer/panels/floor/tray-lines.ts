/** Trays as lines on the plan: one over every row, and those that cross the rows of a room. */
import type { FloorPlan } from '#core/design/floor-plan.ts';

export interface TrayLine {
  readonly kind: 'row' | 'cross';
  readonly roomId: string;
  /** Of a cross tray, its place in the room's list. */
  readonly index: number;
  readonly x1M: number;
  readonly y1M: number;
  readonly x2M: number;
  readonly y2M: number;
  readonly heightM: number;
}

/** Trays end half a metre past the rows they join. */
const OVERHANG_M = 0.5;

export function listTrays(plan: FloorPlan): TrayLine[] {
  const trays: TrayLine[] = [];
  for (const { row, room, xM, yM, lengthM } of plan.rows) {
    const middleM = yM + row.depthM / 2;
    trays.push({
      kind: 'row',
      roomId: room.id,
      index: 0,
      x1M: Math.min(xM, ...room.crossTraysM.map((x) => room.xM + x)),
      y1M: middleM,
      x2M: Math.max(xM + lengthM, ...room.crossTraysM.map((x) => room.xM + x)),
      y2M: middleM,
      heightM: room.trayHeightM,
    });
  }
  for (const room of plan.rooms) {
    const middles = plan.rows.filter((placed) => placed.room.id === room.id).map(({ yM, row }) => yM + row.depthM / 2);
    const top = middles.length > 0 ? Math.min(...middles) - OVERHANG_M : room.yM;
    const bottom = middles.length > 0 ? Math.max(...middles) + OVERHANG_M : room.yM + room.depthM;
    for (const [index, fromWallM] of room.crossTraysM.entries()) {
      const x = room.xM + fromWallM;
      trays.push({
        kind: 'cross',
        roomId: room.id,
        index,
        x1M: x,
        y1M: top,
        x2M: x,
        y2M: bottom,
        heightM: room.trayHeightM,
      });
    }
  }
  return trays;
}

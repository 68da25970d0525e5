/** Where on the canvas there is room. Boxes are a little larger than what is drawn, so that links find a way between neighbours. */
import type { Design, Position } from '#core/design/design.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Position, Size {}

/** Roughly what the canvas draws. */
export const DEVICE_SIZE: Size = { width: 232, height: 80 };
const RACK_WIDTH = 272;
const RACK_HEAD_HEIGHT = 76;
const RACK_FOOT_HEIGHT = 16;
/** A device in a frame with the gap below it. */
const RACKED_HEIGHT = 92;
const GAP_PX = 40;
const GRID_PX = 8;
/** Cells tried around the wanted spot, as [column, row]: nearest first, and sideways before up and down. */
const REACH = 8;
const STEPS = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH);
const CELLS = STEPS.flatMap((row) => STEPS.map((column): readonly [number, number] => [column, row])).toSorted(
  ([ax, ay], [bx, by]) => Math.hypot(ax, 1.5 * ay) - Math.hypot(bx, 1.5 * by) || bx - ax || by - ay,
);

/** Boxes of all racks and of the devices that stand in none. */
export function listBoxes({ devices, racks, placements }: Pick<Design, 'devices' | 'racks' | 'placements'>): Box[] {
  const rackOf = new Map(Object.values(placements).map(({ deviceId, rackId }) => [deviceId, rackId]));
  const countIn = new Map<string, number>();
  for (const rackId of rackOf.values()) countIn.set(rackId, (countIn.get(rackId) ?? 0) + 1);
  return [
    ...Object.values(devices)
      .filter((device) => !rackOf.has(device.id))
      .map(({ position }) => ({ ...position, ...DEVICE_SIZE })),
    ...Object.values(racks).map(({ id, position }) => ({
      ...position,
      width: RACK_WIDTH,
      height: RACK_HEAD_HEIGHT + Math.max(1, countIn.get(id) ?? 0) * RACKED_HEIGHT + RACK_FOOT_HEIGHT,
    })),
  ];
}

/** The smallest box around all of them; null for none. */
export function surroundBoxes(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function snapToGrid(value: number): number {
  return Math.round(value / GRID_PX) * GRID_PX;
}

/** Top left corner of the spot nearest to the wanted one that covers none of the boxes; the wanted one when all is full. */
export function findFreeSpot(wanted: Box, boxes: readonly Box[]): Position {
  const { width, height } = wanted;
  const isFree = ({ x, y }: Position): boolean =>
    boxes.every(
      (box) =>
        x >= box.x + box.width + GAP_PX / 2 ||
        box.x >= x + width + GAP_PX / 2 ||
        y >= box.y + box.height + GAP_PX / 2 ||
        box.y >= y + height + GAP_PX / 2,
    );
  const spots = CELLS.map(([column, row]) => ({
    x: snapToGrid(wanted.x + column * (width + GAP_PX)),
    y: snapToGrid(wanted.y + row * (height + GAP_PX)),
  }));
  return spots.find(isFree) ?? { x: wanted.x, y: wanted.y };
}

/** Where on the canvas there is room. Boxes are a little larger than what is drawn, so that links find a way between neighbours. */
import type { Design, Position } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';

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
/** Of a scalable unit, around its members. */
const FRAME_PADDING = 24;
const FRAME_HEAD_HEIGHT = 56;
const GAP_PX = 40;
const GRID_PX = 8;
/** Cells tried around the wanted spot, as [column, row]: nearest first, and sideways before up and down. */
const REACH = 8;
const STEPS = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH);
const CELLS = STEPS.flatMap((row) => STEPS.map((column): readonly [number, number] => [column, row])).toSorted(
  ([ax, ay], [bx, by]) => Math.hypot(ax, 1.5 * ay) - Math.hypot(bx, 1.5 * by) || bx - ax || by - ay,
);

/** Boxes of all racks, of the devices that stand in none, and of the frames of scalable units. */
export function listBoxes(design: Pick<Design, 'devices' | 'racks' | 'placements' | 'units'>): Box[] {
  const blocks = listBlocks(design);
  return [...blocks.values(), ...listFrames(Object.values(design.units ?? {}), blocks)];
}

/** An open frame, also of a unit that is collapsed: it may open again. */
export function listFrames(units: readonly Unit[], blocks: ReadonlyMap<string, Box>): Box[] {
  return units.flatMap(({ members }) => {
    const around = surround(members.flatMap(({ kind, id }) => blocks.get(`${kind} ${id}`) ?? []));
    if (!around) return [];
    const { x, y, width, height } = around;
    return [
      {
        x: x - FRAME_PADDING,
        y: y - FRAME_HEAD_HEIGHT,
        width: width + 2 * FRAME_PADDING,
        height: height + FRAME_HEAD_HEIGHT + FRAME_PADDING,
      },
    ];
  });
}

/** Boxes of all racks, and of the devices that stand in none, by `kind id`. */
export function listBlocks({
  devices,
  racks,
  placements,
}: Pick<Design, 'devices' | 'racks' | 'placements'>): Map<string, Box> {
  const rackOf = new Map(Object.values(placements).map(({ deviceId, rackId }) => [deviceId, rackId]));
  const countIn = new Map<string, number>();
  for (const rackId of rackOf.values()) countIn.set(rackId, (countIn.get(rackId) ?? 0) + 1);
  const blocks = new Map<string, Box>();
  for (const { id, position } of Object.values(devices)) {
    if (!rackOf.has(id)) blocks.set(`device ${id}`, { ...position, ...DEVICE_SIZE });
  }
  for (const { id, position } of Object.values(racks)) {
    const height = RACK_HEAD_HEIGHT + Math.max(1, countIn.get(id) ?? 0) * RACKED_HEIGHT + RACK_FOOT_HEIGHT;
    blocks.set(`rack ${id}`, { ...position, width: RACK_WIDTH, height });
  }
  return blocks;
}

/** The smallest box around all of them; null for none. */
export function surround(boxes: readonly Box[]): Box | null {
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

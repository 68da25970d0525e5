/**
 * Which places of the plane are taken, by devices and by labels placed before: asked a few thousand times for a screen of links, and
 * for the names on the bitmap. Pure.
 */
import type { Box } from './route-link.ts';

/** About a device wide: a label touches one to four cells. */
const CELL_PX = 192;

export interface LabelRoom {
  take(box: Box): void;
  isFree(box: Box): boolean;
}

/** `under`: a room that stays as it is; what is taken there is taken here. */
export function createLabelRoom(taken: readonly Box[], under?: LabelRoom): LabelRoom {
  const cells = new Map<string, Box[]>();
  const room: LabelRoom = {
    take(box) {
      for (const key of listCells(box)) {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
      }
    },
    isFree: (box) =>
      listCells(box).every((key) => !cells.get(key)?.some((other) => overlap(box, other))) &&
      (under === undefined || under.isFree(box)),
  };
  for (const box of taken) room.take(box);
  return room;
}

function listCells({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL_PX); column * CELL_PX < x + width; column += 1)
    for (let row = Math.floor(y / CELL_PX); row * CELL_PX < y + height; row += 1) keys.push(`${column} ${row}`);
  return keys;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

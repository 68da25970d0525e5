/**
 * Which places of the plane are taken, by devices and by labels placed before: asked a few thousand times for a screen of links, and
 * for the names on the bitmap. Pure.
 */
import type { Box } from './route-link.ts';

/** About a device wide: a label touches one to four cells. */
const CELL_PX = 192;
/** More than a plane has: a column and a row are one number. */
const MOST_ROWS = 2 ** 24;

export interface LabelRoom {
  /** `owner`: to whom it is no obstacle. */
  take(box: Box, owner?: string): void;
  isFree(box: Box, owner?: string): boolean;
}

interface Taken {
  readonly box: Box;
  readonly owner: string | undefined;
}

/** `under`: a room that stays as it is; what is taken there is taken here. */
export function createLabelRoom(taken: readonly Box[], under?: LabelRoom): LabelRoom {
  const cells = new Map<number, Taken[]>();
  const room: LabelRoom = {
    take(box, owner) {
      for (const key of listCells(box)) {
        const cell = cells.get(key);
        if (cell) cell.push({ box, owner });
        else cells.set(key, [{ box, owner }]);
      }
    },
    isFree(box, owner) {
      const isInTheWay = (other: Taken): boolean =>
        (owner === undefined || other.owner !== owner) && overlap(box, other.box);
      return (
        listCells(box).every((key) => !cells.get(key)?.some(isInTheWay)) &&
        (under === undefined || under.isFree(box, owner))
      );
    },
  };
  for (const box of taken) room.take(box);
  return room;
}

function listCells({ x, y, width, height }: Box): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(x / CELL_PX); column * CELL_PX < x + width; column += 1)
    for (let row = Math.floor(y / CELL_PX); row * CELL_PX < y + height; row += 1) keys.push(column * MOST_ROWS + row);
  return keys;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

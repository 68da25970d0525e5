/** Where a laid-out group of blocks can go without covering what stays. Pure. */
import type { Position } from '#core/design/design.ts';
import type { Box } from '../route-link.ts';

const clearancePx = 48;

/** Each try looks at every obstacle. */
const mostTries = 2000;

/** The top left corner nearest to the wanted one from which the box covers no obstacle, moved along one axis; else below them all. */
export function findRoom(wanted: Box, obstacles: readonly Box[]): Position {
  const xs: Position[] = [];
  const ys: Position[] = [];
  for (const box of obstacles) {
    xs.push(
      { x: box.x - clearancePx - wanted.width, y: wanted.y },
      { x: box.x + box.width + clearancePx, y: wanted.y },
    );
    ys.push(
      { x: wanted.x, y: box.y - clearancePx - wanted.height },
      { x: wanted.x, y: box.y + box.height + clearancePx },
    );
  }
  const way = ({ x, y }: Position): number => Math.abs(x - wanted.x) + Math.abs(y - wanted.y);
  const spots = [{ x: wanted.x, y: wanted.y }, ...[...xs, ...ys].toSorted((a, b) => way(a) - way(b))];
  const isFree = ({ x, y }: Position): boolean =>
    obstacles.every(
      (box) =>
        x >= box.x + box.width + clearancePx / 2 ||
        box.x >= x + wanted.width + clearancePx / 2 ||
        y >= box.y + box.height + clearancePx / 2 ||
        box.y >= y + wanted.height + clearancePx / 2,
    );
  const bottom = obstacles.reduce((most, box) => Math.max(most, box.y + box.height), wanted.y);
  return spots.slice(0, mostTries).find(isFree) ?? { x: wanted.x, y: bottom + clearancePx };
}

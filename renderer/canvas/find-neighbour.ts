/** The next node in a direction: what an arrow key moves to. Pure. */
import type { Box } from './route-link.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Sideways distance counts this many times, so that straight ahead beats near but off to the side. */
const sidewaysWeight = 2.5;

/**
 * Nearest by centre among the boxes that lie in that direction; null = none. From nothing (`current` null) the top left one.
 */
export function findNeighbour(
  boxes: ReadonlyMap<string, Box>,
  current: string | null,
  direction: Direction,
): string | null {
  const from = current === null ? undefined : boxes.get(current);
  if (!from) return findFirst(boxes);
  let best: { id: string; distance: number } | null = null;
  for (const [id, box] of boxes) {
    if (id === current) continue;
    const dx = centreX(box) - centreX(from);
    const dy = centreY(box) - centreY(from);
    const [ahead, sideways] = turn(direction, dx, dy);
    if (ahead <= 0) continue;
    const distance = Math.hypot(ahead, sideways * sidewaysWeight);
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}

/** Top left first, as one reads. */
export function findFirst(boxes: ReadonlyMap<string, Box>): string | null {
  let best: { id: string; box: Box } | null = null;
  for (const [id, box] of boxes) {
    if (!best || box.y < best.box.y || (box.y === best.box.y && box.x < best.box.x)) best = { id, box };
  }
  return best?.id ?? null;
}

function turn(direction: Direction, dx: number, dy: number): [ahead: number, sideways: number] {
  if (direction === 'left') return [-dx, dy];
  if (direction === 'right') return [dx, dy];
  return direction === 'up' ? [-dy, dx] : [dy, dx];
}

function centreX(box: Box): number {
  return box.x + box.width / 2;
}

function centreY(box: Box): number {
  return box.y + box.height / 2;
}

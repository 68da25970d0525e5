/** Alignment while dragging: pulls the moved box to edges and centres of its neighbours and says which lines to draw. Pure. */
import type { Guide } from './interaction.ts';
import type { Box } from './route-link.ts';

export interface Alignment {
  /** To add to the moved box. */
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

interface Match {
  readonly delta: number;
  readonly at: number;
  readonly other: Box;
}

/** Boxes within `reachPx` of a common line are pulled onto it; the nearest line wins on each axis. */
export function alignBox(moved: Box, others: readonly Box[], reachPx: number): Alignment {
  const matchX = findMatch(moved, others, reachPx, (box) => [box.x, box.x + box.width / 2, box.x + box.width]);
  const matchY = findMatch(moved, others, reachPx, (box) => [box.y, box.y + box.height / 2, box.y + box.height]);
  const placed = { ...moved, x: moved.x + (matchX?.delta ?? 0), y: moved.y + (matchY?.delta ?? 0) };
  const guides: Guide[] = [];
  if (matchX)
    guides.push({ axis: 'x', at: matchX.at, ...span(placed.y, placed.height, matchX.other.y, matchX.other.height) });
  if (matchY)
    guides.push({ axis: 'y', at: matchY.at, ...span(placed.x, placed.width, matchY.other.x, matchY.other.width) });
  return { dx: matchX?.delta ?? 0, dy: matchY?.delta ?? 0, guides };
}

function findMatch(
  moved: Box,
  others: readonly Box[],
  reachPx: number,
  listLines: (box: Box) => number[],
): Match | null {
  let best: Match | null = null;
  const own = listLines(moved);
  for (const other of others) {
    for (const at of listLines(other)) {
      for (const line of own) {
        const delta = at - line;
        if (Math.abs(delta) > reachPx) continue;
        if (!best || Math.abs(delta) < Math.abs(best.delta)) best = { delta, at, other };
      }
    }
  }
  return best;
}

function span(a: number, aLength: number, b: number, bLength: number): { from: number; to: number } {
  return { from: Math.min(a, b), to: Math.max(a + aLength, b + bLength) };
}

/**
 * Alignment while dragging: pulls the moved box to edges and middles of its neighbours, or to gaps as wide as theirs, and says what
 * to draw for it. Pure.
 */
import { findGapMatches, listGapGuides } from './align-gaps.ts';
import { type Axis, readSpan } from './box-span.ts';
import type { Guide } from './interaction.ts';
import type { Box } from './route-link.ts';

export interface Alignment {
  /** To add to the moved box. */
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

const AXES = ['x', 'y'] as const;
/** Lines this close are one line. */
const samePx = 0.5;

/** On each axis the nearest line or gap within `reachPx` wins; `axes` leaves out the one the box must not move along. */
export function alignBox(moved: Box, others: readonly Box[], reachPx: number, axes: readonly Axis[] = AXES): Alignment {
  const [dx = 0, dy = 0] = AXES.map((axis) => (axes.includes(axis) ? findPull(moved, others, reachPx, axis) : 0));
  const placed = { ...moved, x: moved.x + dx, y: moved.y + dy };
  const guides = axes.flatMap((axis) => [
    ...listLineGuides(placed, others, axis),
    ...listGapGuides(placed, others, axis),
  ]);
  return { dx, dy, guides };
}

function findPull(moved: Box, others: readonly Box[], reachPx: number, axis: Axis): number {
  const deltas = others.flatMap((other) => listDeltas(moved, other, axis));
  let best: number | null = null;
  for (const delta of [...deltas, ...findGapMatches(moved, others, axis)]) {
    if (Math.abs(delta) <= reachPx && (best === null || Math.abs(delta) < Math.abs(best))) best = delta;
  }
  return best ?? 0;
}

/** Edges meet edges, middles meet middles. */
function listDeltas(moved: Box, other: Box, axis: Axis): number[] {
  const own = readSpan(moved, axis);
  const its = readSpan(other, axis);
  return [
    its.start - own.start,
    its.end - own.end,
    its.end - own.start,
    its.start - own.end,
    (its.start + its.end - own.start - own.end) / 2,
  ];
}

/** One guide for each line of the box that others share, as long as all that share it. */
function listLineGuides(placed: Box, others: readonly Box[], axis: Axis): Guide[] {
  const own = readSpan(placed, axis);
  const across = readSpan(placed, axis === 'x' ? 'y' : 'x');
  const lines = [
    { at: own.start, isMiddle: false },
    { at: own.end, isMiddle: false },
    { at: (own.start + own.end) / 2, isMiddle: true },
  ];
  const guides = lines.flatMap(({ at, isMiddle }): Guide[] => {
    const sharing = others.filter((other) => {
      const { start, end } = readSpan(other, axis);
      return (isMiddle ? [(start + end) / 2] : [start, end]).some((line) => Math.abs(line - at) < samePx);
    });
    if (sharing.length === 0) return [];
    const spans = [across, ...sharing.map((other) => readSpan(other, axis === 'x' ? 'y' : 'x'))];
    const from = Math.min(...spans.map(({ start }) => start));
    return [{ kind: 'line', axis, at, from, to: Math.max(...spans.map(({ end }) => end)) }];
  });
  // Where both edges are shared, so is the middle: a third line would say nothing new.
  return guides.slice(0, 2);
}

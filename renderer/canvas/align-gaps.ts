/** Equal gaps while dragging: in the middle between two neighbours, or as far from one as that is from the next. Pure. */
import { type Axis, readSpan, type Span } from './box-span.ts';
import type { GapGuide } from './interaction.ts';
import type { Box } from './route-link.ts';

/** Gaps this close are the same. */
const samePx = 0.5;

/** A box beside the moved one, along the axis, and where both overlap across it. */
interface Beside {
  readonly box: Box;
  readonly span: Span;
}

interface Row {
  /** Nearest first. */
  readonly before: readonly Beside[];
  readonly after: readonly Beside[];
}

/** How far the box would have to move for gaps to become equal. */
export function findGapMatches(moved: Box, others: readonly Box[], axis: Axis): number[] {
  const own = readSpan(moved, axis);
  const { before, after } = findRow(moved, others, axis);
  const deltas: number[] = [];
  const [left, further] = before;
  const [right, beyond] = after;
  if (left && right) deltas.push((left.span.end + right.span.start - own.start - own.end) / 2);
  if (left && further) deltas.push(left.span.end + (left.span.start - further.span.end) - own.start);
  if (right && beyond) deltas.push(right.span.start - (beyond.span.start - right.span.end) - own.end);
  return deltas;
}

/** The equal gaps around the box as it stands now. */
export function listGapGuides(placed: Box, others: readonly Box[], axis: Axis): GapGuide[] {
  const own = { box: placed, span: readSpan(placed, axis) };
  const { before, after } = findRow(placed, others, axis);
  const [left, further] = before;
  const [right, beyond] = after;
  const rows: Beside[][] = [];
  if (left && right) rows.push([left, own, right]);
  if (left && further) rows.push([further, left, own]);
  if (right && beyond) rows.push([own, right, beyond]);
  const guides = rows.flatMap((row) => measureRow(row, axis));
  const seen = new Set<string>();
  return guides.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The two gaps of three boxes in a row, when they are equal. */
function measureRow([a, b, c]: readonly Beside[], axis: Axis): GapGuide[] {
  if (!a || !b || !c) return [];
  const first = { from: a.span.end, to: b.span.start };
  const second = { from: b.span.end, to: c.span.start };
  const width = first.to - first.from;
  if (width < 1 || Math.abs(width - (second.to - second.from)) > samePx) return [];
  return [
    { kind: 'gap', axis, ...first, at: findOverlapMiddle(a.box, b.box, axis) },
    { kind: 'gap', axis, ...second, at: findOverlapMiddle(b.box, c.box, axis) },
  ];
}

function findOverlapMiddle(a: Box, b: Box, axis: Axis): number {
  const [one, two] = [readSpan(a, cross(axis)), readSpan(b, cross(axis))];
  return (Math.max(one.start, two.start) + Math.min(one.end, two.end)) / 2;
}

/** Others that overlap the box across the axis and not along it; those behind each other in line, not beside each other. */
function findRow(moved: Box, others: readonly Box[], axis: Axis): Row {
  const own = readSpan(moved, axis);
  const across = readSpan(moved, cross(axis));
  const inRow = others
    .filter((other) => {
      const { start, end } = readSpan(other, cross(axis));
      return start < across.end && end > across.start;
    })
    .map((box): Beside => ({ box, span: readSpan(box, axis) }));
  const before = inRow.filter(({ span }) => span.end <= own.start).toSorted((a, b) => b.span.end - a.span.end);
  const after = inRow.filter(({ span }) => span.start >= own.end).toSorted((a, b) => a.span.start - b.span.start);
  const [left] = before;
  const [right] = after;
  return {
    before: left ? [left, ...before.filter(({ span }) => span.end <= left.span.start)] : [],
    after: right ? [right, ...after.filter(({ span }) => span.start >= right.span.end)] : [],
  };
}

function cross(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x';
}

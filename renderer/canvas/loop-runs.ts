/**
 * Where links that loop beside racks run down: the short ones inside, no two on one line, not even end to end. Between two runs
 * there is room for the label of the inner one; where racks stand close, all share what is between them. Greedy, in the given order. Pure.
 */
import { createLabelRoom, type LabelRoom } from './label-room.ts';
import { labelHeight } from './label-size.ts';
import { type Box, labelShares, type Point } from './route-link.ts';

export interface Loop {
  readonly id: string;
  readonly side: 'left' | 'right';
  /** Of the two racks, or twice the same. */
  readonly frames: readonly [Box, Box];
  readonly start: Point;
  readonly end: Point;
  readonly captionWidth: number;
}

export interface Run {
  readonly x: number;
  /** Of the frames that it keeps clear of, on its side. */
  readonly edge: number;
  /** Away from the frames: 1 to the right. */
  readonly out: 1 | -1;
  /** Room kept for the label; null where there is none to spare. */
  readonly kept: Box | null;
}

/** From the frame's edge to the first run: half a label, so that labels clear the frame. */
const firstRunPx = 44;
const spacingPx = 20;
const lineHalfPx = 1;
/** Runs that end closer than two corners to each other would look like one. */
const endGapPx = 24;
const labelGapPx = 4;
/** What a label reaches over the line that it is moved aside from. */
const overlapPx = 12;
/** From where a run ends: between there and the next device no inner run begins. */
const fromEndPx = 46;
/** Of a run with its label: where all of them have so much, labels get room. */
const roomyPx = 100;
const edgeGapPx = 8;
/** Less than this is no gap: a frame that juts out is passed behind. */
const leastGapPx = 16;
const stepPx = 4;

/** `frames`: what stands on the plane. */
export function reserveRuns(loops: readonly Loop[], frames: LabelRoom): Map<string, Run> {
  const tracks = createLabelRoom([]);
  const counts = countBeside(loops);
  const runs = new Map<string, Run>();
  for (const loop of loops) {
    const count = Math.max(...loop.frames.map((frame) => counts.get(keyOf(loop.side, frame)) ?? 1));
    runs.set(loop.id, reserveRun(loop, count, frames, tracks));
  }
  return runs;
}

function reserveRun(loop: Loop, count: number, frames: LabelRoom, tracks: LabelRoom): Run {
  const [a, b] = loop.frames;
  const out = loop.side === 'right' ? 1 : -1;
  const edge = out === 1 ? Math.max(a.x + a.width, b.x + b.width) : Math.min(a.x, b.x);
  const roomPx = count * roomyPx + firstRunPx;
  const gap = measureGap(loop, edge, out, roomPx, frames);
  const isTight = gap < firstRunPx + count * spacingPx;
  const x = isTight ? squeezeIn(loop, edge, out, gap, count, tracks) : stepOut(loop, edge, out, tracks);
  const bare = { x, edge, out, kept: null } as const;
  const kept = gap < roomPx ? null : keepLabelRoom(loop, bare, tracks);
  tracks.take(surroundRun(loop, x, isTight ? lineHalfPx : spacingPx / 2 - lineHalfPx));
  if (kept) tracks.take(kept);
  return { ...bare, kept };
}

/** Free width beside the frames, up to `wanted`; all of it where a frame juts out between the ends. */
function measureGap({ start, end }: Loop, edge: number, out: 1 | -1, wanted: number, frames: LabelRoom): number {
  const isFree = (width: number): boolean =>
    frames.isFree({
      x: out === 1 ? edge + 1 : edge - 1 - width,
      y: Math.min(start.y, end.y),
      width,
      height: Math.abs(start.y - end.y),
    });
  if (isFree(wanted)) return wanted;
  let [free, taken] = [0, Math.ceil(wanted / stepPx)];
  while (taken - free > 1) {
    const between = Math.floor((free + taken) / 2);
    if (isFree(between * stepPx)) free = between;
    else taken = between;
  }
  const width = free * stepPx;
  return width < leastGapPx ? wanted : width;
}

function stepOut(loop: Loop, edge: number, out: 1 | -1, tracks: LabelRoom): number {
  let x = edge + out * firstRunPx;
  while (!tracks.isFree(surroundRun(loop, x, spacingPx / 2 - lineHalfPx))) x += out * stepPx;
  return x;
}

/** Evenly over the gap; between those that are there where both its sides have runs. */
function squeezeIn(loop: Loop, edge: number, out: 1 | -1, gap: number, count: number, tracks: LabelRoom): number {
  for (const places of [count, 2 * count, 4 * count]) {
    const spacing = Math.min(spacingPx, (gap - 2 * edgeGapPx) / Math.max(1, places - 1));
    const first = (gap - spacing * (places - 1)) / 2;
    for (let at = 0; at < places; at += 1) {
      const x = edge + out * (first + at * spacing);
      if (tracks.isFree(surroundRun(loop, x, spacing - lineHalfPx - 0.25))) return x;
    }
  }
  return edge + (out * gap) / 2;
}

/** As far inside as the frame and the runs there leave room. */
function keepLabelRoom(loop: Loop, run: Run, tracks: LabelRoom): Box | null {
  for (const move of [moveInside, stayOver, moveOutside]) {
    for (const y of listHeights(loop)) {
      const size = { width: loop.captionWidth, height: labelHeight };
      const box = surroundLabel({ x: move(run, size.width), y }, size);
      if (tracks.isFree(box)) return box;
    }
  }
  return null;
}

/** Points at which a label may sit that is so wide, the best first: over the line, then to one side of it. */
export function listRunSpots(run: Run, way: Pick<Loop, 'start' | 'end'>, width: number): Point[] {
  const ys = listHeights(way);
  return [stayOver, clearFrame, moveInside, moveOutside].flatMap((move) => {
    const x = move(run, width);
    return ys.map((y) => ({ x, y }));
  });
}

/** Where the middle of the label is. */
type Move = (run: Run, width: number) => number;

const stayOver: Move = ({ x }) => x;
const clearFrame: Move = (run, width) => farther(run.out, run.x, clearEdge(run, width));
const moveInside: Move = (run, width) =>
  farther(run.out, run.x + run.out * (overlapPx - width / 2), clearEdge(run, width));
const moveOutside: Move = ({ x, out }, width) => x - out * (overlapPx - width / 2);

function clearEdge({ edge, out }: Run, width: number): number {
  return edge + out * (labelGapPx + width / 2);
}

function farther(out: 1 | -1, a: number, b: number): number {
  return out === 1 ? Math.max(a, b) : Math.min(a, b);
}

/** Where along a run a label may be, the middle first. */
function listHeights({ start, end }: Pick<Loop, 'start' | 'end'>): number[] {
  const length = end.y - start.y;
  const fromEnd = Math.abs(fromEndPx / length);
  const shares = fromEnd < Math.min(...labelShares) ? [...labelShares, fromEnd, 1 - fromEnd] : labelShares;
  return shares.map((share) => start.y + length * share);
}

export function surroundLabel({ x, y }: Point, { width, height }: Pick<Box, 'width' | 'height'>): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Half the gap at its ends: what it is compared with has the other half. */
function surroundRun({ start, end }: Loop, x: number, halfPx: number): Box {
  const top = Math.min(start.y, end.y) - endGapPx / 2;
  const height = Math.abs(start.y - end.y) + endGapPx;
  return { x: x - halfPx, y: top, width: 2 * halfPx, height };
}

function countBeside(loops: readonly Loop[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { side, frames } of loops) {
    for (const key of new Set(frames.map((frame) => keyOf(side, frame)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(side: 'left' | 'right', { x, y }: Box): string {
  return `${side} ${x} ${y}`;
}

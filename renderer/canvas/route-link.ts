/**
 * The way a link takes between two devices: which sides it leaves from, and its line. Devices in a rack are stacked, so
 * their links leave sideways; free-standing ones are linked over top and bottom. Pure geometry, in px.
 */
import type { Side } from './device-shape.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RouteEnd extends Box {
  /** The rack frame it stands in; null = free-standing. */
  readonly frame: Box | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  /** SVG path data. */
  readonly path: string;
  /** Points at which a label may sit, the best first. */
  readonly labelSpots: readonly Point[];
}

/** Closer than this, boxes count as standing beside each other. */
const clearance = 24;
const laneSpacing = 22;
const shortestReach = 40;
const longestReach = 220;
const cornerRadius = 12;
/** Between the edge a petal clears and its label; half its width; how far its lanes stand apart, in lanes of parallel links. */
const petalGap = 12;
const petalWidth = 20;
const petalSpread = 1.2;
/** Shares of the way, the middle first. */
export const labelShares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Sides on which a link between the two boxes leaves and arrives. Stacked racks are linked around `loopSide`. */
export function chooseSides(a: RouteEnd, b: RouteEnd, loopSide: 'left' | 'right'): { a: Side; b: Side } {
  const dx = b.x + b.width / 2 - (a.x + a.width / 2);
  const dy = b.y + b.height / 2 - (a.y + a.height / 2);
  const isStacked = Math.abs(dx) < (a.width + b.width) / 2;
  if (a.frame !== null && b.frame !== null && isStacked) return { a: loopSide, b: loopSide };
  return { a: chooseSide(a, b, dx, dy), b: chooseSide(b, a, -dx, -dy) };
}

function chooseSide(own: RouteEnd, other: Box, dx: number, dy: number): Side {
  const sideways: Side = dx >= 0 ? 'right' : 'left';
  if (own.frame !== null) return sideways;
  const verticalGap = Math.max(other.y - (own.y + own.height), own.y - (other.y + other.height));
  if (verticalGap < clearance) return sideways;
  return dy > 0 ? 'bottom' : 'top';
}

const outward: Record<Side, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** The middle of a side. */
export function findMiddle({ x, y, width, height }: Box, side: Side): Point {
  const { x: across, y: down } = outward[side];
  return { x: x + (width * (1 + across)) / 2, y: y + (height * (1 + down)) / 2 };
}

/** Which of the parallel links of a pair this is, and whether it was drawn against the pair's order. */
export interface Lane {
  readonly index: number;
  readonly isReversed: boolean;
}

export const firstLane: Lane = { index: 0, isReversed: false };

/**
 * A cubic curve that leaves and arrives square to the sides. Parallel links bend apart: their middles are `laneSpacing`
 * px from each other.
 */
export function routeCurve(start: Point, startSide: Side, end: Point, endSide: Side, lane: Lane): Route {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const reach = Math.min(longestReach, Math.max(shortestReach, length * 0.4));
  const bend = scale({ x: (start.y - end.y) / length, y: (end.x - start.x) / length }, chooseShift(lane));
  const c1 = add(add(start, scale(outward[startSide], reach)), bend);
  const c2 = add(add(end, scale(outward[endSide], reach)), bend);
  return {
    path: `M${format(start)} C${format(c1)} ${format(c2)} ${format(end)}`,
    labelSpots: labelShares.map((share) => cubicAt(start, c1, c2, end, share)),
  };
}

/**
 * 0, 1, -1, 2, -2 ... lanes to the left of the way. A link drawn against the pair's order sees left and right swapped.
 * The middle of a cubic moves by 3/4 of what both control points move by, hence 4/3.
 */
function chooseShift({ index, isReversed }: Lane): number {
  const step = Math.ceil(index / 2) * (index % 2 === 1 ? 1 : -1);
  return ((isReversed ? -step : step) * laneSpacing * 4) / 3;
}

/** Out to a vertical run at `runX`, along it, and back in on the same side, with rounded corners. */
export function routeLoop(start: Point, end: Point, runX: number): Route {
  const down = end.y >= start.y ? 1 : -1;
  const out = runX >= start.x ? 1 : -1;
  const radius = Math.min(
    cornerRadius,
    Math.abs(end.y - start.y) / 2,
    Math.abs(runX - start.x),
    Math.abs(runX - end.x),
  );
  const path = [
    `M${format(start)}`,
    `L${format({ x: runX - out * radius, y: start.y })}`,
    `Q${format({ x: runX, y: start.y })} ${format({ x: runX, y: start.y + down * radius })}`,
    `L${format({ x: runX, y: end.y - down * radius })}`,
    `Q${format({ x: runX, y: end.y })} ${format({ x: runX - out * radius, y: end.y })}`,
    `L${format(end)}`,
  ].join(' ');
  const labelSpots = labelShares.map((share) => ({ x: runX, y: start.y + (end.y - start.y) * share }));
  return { path, labelSpots };
}

/**
 * From a port block to itself (a torus, members of one group in a ring): a petal out of the side, past `edgeX`. Several fan out,
 * so that each shows its label.
 */
export function routePetal(at: Point, edgeX: number, labelWidth: number, lane: Lane): Route {
  const out = edgeX >= at.x ? 1 : -1;
  // The tip of a cubic that returns to its start lies at 3/4 of its control points.
  const reach = ((Math.abs(edgeX - at.x) + labelWidth / 2 + petalGap) * 4) / 3;
  const rise = chooseShift(lane) * petalSpread;
  const c1 = { x: at.x + out * reach, y: at.y + rise - petalWidth };
  const c2 = { x: at.x + out * reach, y: at.y + rise + petalWidth };
  return {
    path: `M${format(at)} C${format(c1)} ${format(c2)} ${format(at)}`,
    labelSpots: [cubicAt(at, c1, c2, at, 0.5)],
  };
}

/** Width of a link's line: 1.5 px for one connection, 0.8 px more for each factor of ten. */
export function computeStrokeWidth(connectionCount: number): number {
  return 1.5 + 0.8 * Math.log10(Math.max(1, connectionCount));
}

function cubicAt(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (from: (point: Point) => number): number =>
    s * s * s * from(a) + 3 * s * s * t * from(b) + 3 * s * t * t * from(c) + t * t * t * from(d);
  return { x: mix((point) => point.x), y: mix((point) => point.y) };
}

function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

function scale(a: Point, factor: number): Point {
  return { x: a.x * factor, y: a.y * factor };
}

function format(point: Point): string {
  return `${Math.round(point.x * 10) / 10},${Math.round(point.y * 10) / 10}`;
}

/**
 * Routes of all links together: loops beside stacked racks get runs of their own, labels keep clear of each other and of
 * the devices. Greedy and in a fixed order, so the same drawing always looks the same.
 */
import type { Side } from './device-shape.ts';
import { createLabelRoom, type LabelRoom } from './label-room.ts';
import {
  type Box,
  chooseSides,
  type Lane,
  type Point,
  type Route,
  routeCurve,
  type RouteEnd,
  routeLoop,
  routePetal,
} from './route-link.ts';

export interface LinkToRoute {
  readonly id: string;
  readonly a: RouteEnd;
  readonly b: RouteEnd;
  /** The point on a side of the end's device where the link's port block sits. */
  readonly pointA: (side: Side) => Point;
  readonly pointB: (side: Side) => Point;
  readonly lane: Lane;
  readonly loopSide: 'left' | 'right';
  readonly labelWidth: number;
}

export interface RoutedLink {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly label: Point;
}

/** From the frame's edge to the first run: half a label, so that labels clear the frame. */
const firstRunPx = 44;
const runSpacing = 20;
const labelHeight = 22;

interface Run {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** Cost: links x runs, a few hundred each at most. `under`: the room beside obstacles that were known before. */
export function routeAll(
  links: readonly LinkToRoute[],
  obstacles: readonly Box[],
  under?: LabelRoom,
): Map<string, RoutedLink> {
  const runs: Run[] = [];
  const routes = new Map<string, { route: Route; start: Point; end: Point; labelWidth: number }>();
  for (const link of links.toSorted(compareSpan)) {
    const sides = chooseSides(link.a, link.b, link.loopSide);
    const start = link.pointA(sides.a);
    const end = link.pointB(sides.b);
    const route = routeOne(link, sides, start, end, runs);
    routes.set(link.id, { route, start, end, labelWidth: link.labelWidth });
  }
  const room = createLabelRoom(obstacles, under);
  const routed = new Map<string, RoutedLink>();
  for (const [id, { route, start, end, labelWidth }] of routes) {
    const label = placeLabel(route.labelSpots, labelWidth, room);
    room.take(surroundLabel(label, labelWidth));
    routed.set(id, { path: route.path, start, end, label });
  }
  return routed;
}

function routeOne(link: LinkToRoute, sides: { a: Side; b: Side }, start: Point, end: Point, runs: Run[]): Route {
  const { a, b, lane, loopSide, labelWidth } = link;
  if (start.x === end.x && start.y === end.y) {
    const { x, width } = a.frame ?? a;
    return routePetal(start, sides.a === 'left' ? x : x + width, labelWidth, lane);
  }
  if (sides.a === sides.b && a.frame && b.frame)
    return routeLoop(start, end, reserveRun(runs, a.frame, b.frame, loopSide, start.y, end.y));
  return routeCurve(start, sides.a, end, sides.b, lane);
}

/** Short spans first: they take the inner runs, so that loops nest and do not cross. */
function compareSpan(a: LinkToRoute, b: LinkToRoute): number {
  return Math.abs(a.b.y - a.a.y) - Math.abs(b.b.y - b.a.y) || (a.id < b.id ? -1 : 1);
}

/** The innermost run along both frames that no other loop uses at this height. */
function reserveRun(runs: Run[], a: Box, b: Box, side: 'left' | 'right', y1: number, y2: number): number {
  const out = side === 'right' ? 1 : -1;
  const edge = side === 'right' ? Math.max(a.x + a.width, b.x + b.width) : Math.min(a.x, b.x);
  const from = Math.min(y1, y2);
  const to = Math.max(y1, y2);
  let x = edge + out * firstRunPx;
  const isTaken = (run: Run): boolean => Math.abs(run.x - x) < runSpacing - 2 && run.from < to && run.to > from;
  while (runs.some(isTaken)) x += out * runSpacing;
  runs.push({ x, from, to });
  return x;
}

function placeLabel(spots: readonly Point[], width: number, room: LabelRoom): Point {
  const free = spots.find((spot) => room.isFree(surroundLabel(spot, width)));
  return free ?? spots[0] ?? { x: 0, y: 0 };
}

function surroundLabel(centre: Point, width: number): Box {
  return { x: centre.x - width / 2, y: centre.y - labelHeight / 2, width, height: labelHeight };
}

/**
 * Routes of all links together: loops beside stacked racks get runs of their own, labels keep clear of each other, of the devices and
 * of other runs. Greedy and in a fixed order, so the same drawing always looks the same.
 */
import type { Side } from './device-shape.ts';
import { createLabelRoom } from './label-room.ts';
import type { LabelSizes } from './label-size.ts';
import type { LinkGround } from './link-ground.ts';
import { type Loop, reserveRuns, type Run } from './loop-runs.ts';
import { placeLabels } from './place-labels.ts';
import {
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
  /** Of the words that it always has: lines stay where they are when more comes to stand on their labels. */
  readonly captionWidth: number;
  readonly labelSizes: LabelSizes;
}

export interface RoutedLink {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly label: Point;
  /** Without room the label would hide something: it shows only while the link is asked about. */
  readonly hasRoom: boolean;
  /** What the label says besides its caption stands below that. */
  readonly isStacked: boolean;
}

interface Sides {
  readonly a: Side;
  readonly b: Side;
}

interface Way {
  readonly link: LinkToRoute;
  readonly sides: Sides;
  readonly start: Point;
  readonly end: Point;
}

/** Cost: links x cells of the plane that they cross. */
export function routeAll(links: readonly LinkToRoute[], ground: LinkGround): Map<string, RoutedLink> {
  const ways = links.toSorted(compareSpan).map(chooseWay);
  const runs = reserveRuns(ways.flatMap(describeLoop), ground.frames);
  const lines = ways.map((way) => {
    const { id, labelSizes } = way.link;
    const run = runs.get(id) ?? null;
    const { start, end } = way;
    return { id, start, end, run, labelSizes, ...drawWay(way, run) };
  });
  const labels = placeLabels(lines, ground);
  return new Map(
    lines.flatMap(({ id, path, start, end }): [string, RoutedLink][] => {
      const label = labels.get(id);
      return label ? [[id, { path, start, end, ...label }]] : [];
    }),
  );
}

/** How far left and right links that loop on an open plane reach with their captions; nowhere for none. */
export function findReach(links: readonly LinkToRoute[]): { readonly left: number; readonly right: number } {
  const ways = links.toSorted(compareSpan).map(chooseWay);
  const runs = reserveRuns(ways.flatMap(describeLoop), createLabelRoom([]));
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const way of ways) {
    const run = runs.get(way.link.id) ?? null;
    const x = run ? run.x : drawWay(way, run).labelSpots[0]?.x;
    if (x === undefined) continue;
    const half = way.link.captionWidth / 2;
    left = Math.min(left, x - half);
    right = Math.max(right, x + half);
  }
  return { left, right };
}

/** Short spans first: they take the inner runs, so that loops nest and do not cross. */
function compareSpan(a: LinkToRoute, b: LinkToRoute): number {
  return Math.abs(a.b.y - a.a.y) - Math.abs(b.b.y - b.a.y) || (a.id < b.id ? -1 : 1);
}

function chooseWay(link: LinkToRoute): Way {
  const sides = chooseSides(link.a, link.b, link.loopSide);
  return { link, sides, start: link.pointA(sides.a), end: link.pointB(sides.b) };
}

function isPetal({ start, end }: Way): boolean {
  return start.x === end.x && start.y === end.y;
}

/** None for a link that goes straight from one to the other, or back to where it starts. */
function describeLoop(way: Way): Loop[] {
  const { link, sides, start, end } = way;
  const { id, a, b, loopSide, captionWidth } = link;
  if (isPetal(way) || sides.a !== sides.b || !a.frame || !b.frame) return [];
  return [{ id, side: loopSide, frames: [a.frame, b.frame], start, end, captionWidth }];
}

function drawWay(way: Way, run: Run | null): Route {
  const { link, sides, start, end } = way;
  if (isPetal(way)) {
    const { x, width } = link.a.frame ?? link.a;
    return routePetal(start, sides.a === 'left' ? x : x + width, link.labelSizes[0].width, link.lane);
  }
  if (run) return routeLoop(start, end, run.x);
  return routeCurve(start, sides.a, end, sides.b, link.lane);
}

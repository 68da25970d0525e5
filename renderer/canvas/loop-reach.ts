/**
 * How far links reach beside the racks they loop around, and beside the device they come back to: what is drawn around these, or is
 * to be seen whole, has to hold the links too. By the rules that route them, with labels of a usual width, so that nothing changes
 * its size as figures come in. Pure.
 */
import type { Design, Link } from '#core/design/design.ts';
import { formatSpeed } from '../ui/format.ts';
import { estimateCaptionWidth, labelHeight } from './label-size.ts';
import { chooseLoopSide } from './loop-side.ts';
import { findReach, type LinkToRoute } from './route-all.ts';
import { type Box, chooseSides, findMiddle, firstLane, type RouteEnd } from './route-link.ts';

/** px on each side. */
export interface SideRoom {
  readonly left: number;
  readonly right: number;
}

export const NO_ROOM: SideRoom = { left: 0, right: 0 };

/** Of connections, in as many digits as most links have. */
const usualCount = 1016;
/** Racks that stand this far inside keep their loops inside: so the outermost are looked at only. */
const innerPx = 480;

/** How far the links among the devices that `findEnd` knows reach out of `around` on its left and right. */
export function measureLoops(
  fabrics: Design['fabrics'],
  links: Iterable<Link>,
  findEnd: (deviceId: string) => RouteEnd | undefined,
  around: Box,
): SideRoom {
  const loops: LinkToRoute[] = [];
  for (const link of links) {
    const a = findEnd(link.a.deviceId);
    const b = findEnd(link.b.deviceId);
    if (!a || !b || !(isOuter(a.frame ?? a, around) || isOuter(b.frame ?? b, around))) continue;
    const loop = asLoop(link, a, b, chooseLoopSide(fabrics, link.fabricId));
    if (loop) loops.push(loop);
  }
  const reach = findReach(loops);
  return {
    left: Math.max(0, around.x - reach.left),
    right: Math.max(0, reach.right - (around.x + around.width)),
  };
}

/** null = it goes straight from one to the other. */
function asLoop(link: Link, a: RouteEnd, b: RouteEnd, loopSide: 'left' | 'right'): LinkToRoute | null {
  const sides = chooseSides(a, b, loopSide);
  const isSelf = link.a.deviceId === link.b.deviceId;
  if (sides.a !== sides.b || (!isSelf && (a.frame === null || b.frame === null))) return null;
  // Two port blocks of one device lie below each other.
  const apart = isSelf && link.a.blockId !== link.b.blockId ? 1 : 0;
  const captionWidth = estimateCaptionWidth(`${usualCount} × ${formatSpeed(link.speedGbps)}`);
  return {
    id: link.id,
    a,
    b,
    pointA: (side) => findMiddle(a, side),
    pointB: (side) => findMiddle({ ...b, y: b.y + apart }, side),
    lane: firstLane,
    loopSide,
    captionWidth,
    labelSizes: [{ width: captionWidth, height: labelHeight, isStacked: false }],
  };
}

/** Stands where its loops may reach out of `around`. */
export function isOuter({ x, width }: Box, around: Box): boolean {
  return x < around.x + innerPx || x + width > around.x + around.width - innerPx;
}

export function widen({ x, y, width, height }: Box, { left, right }: SideRoom): Box {
  return { x: x - left, y, width: width + left + right, height };
}

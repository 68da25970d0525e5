/** What stands where links and their labels would like to go: looked up by place. Pure. */
import { createLabelRoom, type LabelRoom } from './label-room.ts';
import { RACK_HEAD_HEIGHT } from './rack-layout.ts';
import type { Box, RouteEnd } from './route-link.ts';

export interface LinkGround {
  /** Devices, tiles and heads of racks: what is written there stays in sight. */
  readonly cards: LabelRoom;
  /** Whole racks, and what stands in none. */
  readonly frames: LabelRoom;
}

/** Half a port's dot, and a little. */
const portReach = 6;

/** `under`: what else stands there, known before. */
export function createLinkGround(ends: Iterable<RouteEnd>, under?: LinkGround): LinkGround {
  const cards = createLabelRoom([], under?.cards);
  const frames = createLabelRoom([], under?.frames);
  const known = new Set<string>();
  for (const end of ends) {
    cards.take(inflate(end, portReach));
    const frame = end.frame ?? end;
    const key = `${frame.x} ${frame.y}`;
    if (known.has(key)) continue;
    known.add(key);
    frames.take(frame);
    if (end.frame) cards.take({ ...frame, height: RACK_HEAD_HEIGHT });
  }
  return { cards, frames };
}

function inflate({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

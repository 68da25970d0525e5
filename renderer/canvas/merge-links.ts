/** What collapsed units make of links: all that join the same two tiles, or a tile and a device, are one trunk. Pure. */
import type { Design, Link } from '#core/design/design.ts';
import { toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';

/** One line on the canvas. */
export interface Trunk {
  /** A trunk is drawn, found and walked to by the first. */
  readonly links: readonly [Link, ...Link[]];
  /** Canvas ids of what the first link's ends are drawn as. */
  readonly aId: string;
  readonly bId: string;
}

/** By the design, or by its links where no collapsed unit hides an end of them. */
const known = new WeakMap<Design | Design['links'], readonly Trunk[]>();

/** Every line of the drawing; the same object for the same design. */
export function listLines(design: Design): readonly Trunk[] {
  const { tileOf } = layOutCanvas(design);
  const key = tileOf.size === 0 ? design.links : design;
  const before = known.get(key);
  if (before) return before;
  const lines = mergeLinks(Object.values(design.links), tileOf);
  known.set(key, lines);
  return lines;
}

/** `tileOf`: what collapsed units hide, and the tile that stands for it. Links inside one unit are not drawn. */
export function mergeLinks(links: readonly Link[], tileOf: ReadonlyMap<string, string>): Trunk[] {
  const trunks = new Map<string, { links: [Link, ...Link[]]; aId: string; bId: string }>();
  for (const link of links) {
    const { aId, bId, key } = findEnds(link, tileOf);
    if (key === null) continue;
    const trunk = trunks.get(key);
    if (trunk) trunk.links.push(link);
    else trunks.set(key, { links: [link], aId, bId });
  }
  return [...trunks.values()];
}

/** The links that are one line with this one, itself among them; none when it is not drawn. */
export function listTrunk(links: readonly Link[], tileOf: ReadonlyMap<string, string>, link: Link): readonly Link[] {
  const { key } = findEnds(link, tileOf);
  return key === null ? [] : links.filter((other) => findEnds(other, tileOf).key === key);
}

/** `key`: the same for links of one line; null = inside one tile. */
function findEnds(link: Link, tileOf: ReadonlyMap<string, string>): { aId: string; bId: string; key: string | null } {
  const a = toCanvasId('device', link.a.deviceId);
  const b = toCanvasId('device', link.b.deviceId);
  const aId = tileOf.get(a) ?? a;
  const bId = tileOf.get(b) ?? b;
  if (aId === a && bId === b) return { aId, bId, key: link.id };
  if (aId === bId) return { aId, bId, key: null };
  return { aId, bId, key: aId < bId ? `${aId}\n${bId}` : `${bId}\n${aId}` };
}

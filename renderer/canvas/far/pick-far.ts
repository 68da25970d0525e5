/** What of the far view is under a point of the plane, and how to speak of it. Pure. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Link } from '#core/design/design.ts';
import { formatCount } from '../../ui/format.ts';
import { parseCanvasId } from '../canvas-id.ts';
import { distanceToPiece } from '../distance-to-path.ts';
import { type Box, computeStrokeWidth, type Point } from '../route-link.ts';
import { describeTrunk, type FarTile, type FarTrunk } from './far-scene.ts';
import { chooseBlocks, middleOf } from './far-view.ts';
import type { FarContent } from './paint-picture.ts';

export interface FarHit {
  /** What a click selects. */
  readonly refs: readonly ObjectRef[];
  /** The one item it is, if it is one. */
  readonly canvasId: string | null;
  /** Canvas id of the tile it is or stands in. */
  readonly tileId: string | null;
  /** What a double click brings close. */
  readonly box: Box;
  readonly title: string;
  readonly facts: readonly string[];
}

/** Strips flatter than this on the screen are part of their tile. */
const leastStripPx = 8;
/** On the screen, beside a line. */
const reachPx = 6;

/** Tiles lie above lines. null = the empty plane, or something that nodes and edges show. */
export function pickFar(content: FarContent, point: Point, zoom: number): FarHit | null {
  const { scene } = content;
  if (content.isFar) {
    const tile = scene.tiles.findLast((candidate) => holds(candidate.box, point));
    if (tile) return hitTile(tile, point, zoom);
  }
  const blocks = content.isFar ? chooseBlocks(scene, zoom) : null;
  const block = blocks?.blocks.find((candidate) => holds(candidate.box, point));
  if (block) {
    return { refs: [], canvasId: null, tileId: null, box: block.box, title: block.name, facts: [block.detail] };
  }
  const boxOf = (place: number): Box | undefined => (blocks ? blocks.blocks : scene.tiles)[place]?.box;
  const trunk = findTrunk(content, blocks?.trunks ?? scene.trunks, boxOf, point, zoom);
  const from = trunk && boxOf(trunk.from);
  const to = trunk && boxOf(trunk.to);
  return trunk && from && to ? hitTrunk(content, trunk, from, to) : null;
}

function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function hitTile(tile: FarTile, point: Point, zoom: number): FarHit {
  const strip = tile.strips.find(({ box }) => box.height * zoom >= leastStripPx && holds(box, point));
  if (strip) {
    const { name, count, role } = strip.device;
    const facts = [formatCount(count, 'member'), role, `in ${tile.name}`];
    return { refs: [parseCanvasId(strip.id)], canvasId: strip.id, tileId: tile.id, box: tile.box, title: name, facts };
  }
  const facts = [tile.rack ? formatCount(tile.count, 'rack') : formatCount(tile.count, 'member'), tile.detail];
  return { refs: [parseCanvasId(tile.id)], canvasId: tile.id, tileId: tile.id, box: tile.box, title: tile.name, facts };
}

function hitTrunk(content: FarContent, trunk: FarTrunk, a: Box, b: Box): FarHit {
  const links = listUndrawn(content, trunk);
  const [only] = links;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const box = {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
  return {
    refs: links.map(({ id }) => ({ kind: 'link', id })),
    canvasId: links.length === 1 && only ? `link:${only.id}` : null,
    tileId: null,
    box,
    title: describeTrunk(trunk),
    facts: [links.length === 1 ? 'one link' : `trunk of ${formatCount(links.length, 'link')}`],
  };
}

function listUndrawn({ links }: FarContent, trunk: FarTrunk): Link[] {
  return trunk.links.filter((link) => links !== null && !links.has(link.id));
}

/** The last drawn of those within reach. */
function findTrunk(
  content: FarContent,
  trunks: readonly FarTrunk[],
  boxOf: (place: number) => Box | undefined,
  point: Point,
  zoom: number,
): FarTrunk | undefined {
  return trunks.findLast((trunk) => {
    const a = boxOf(trunk.from);
    const b = boxOf(trunk.to);
    if (!a || !b) return false;
    const reach = (reachPx + computeStrokeWidth(trunk.connectionCount ?? 1) / 2) / zoom;
    return distanceToPiece(middleOf(a), middleOf(b), point) <= reach && listUndrawn(content, trunk).length > 0;
  });
}

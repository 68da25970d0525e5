/**
 * Tiles too small to be named are shown by the block: those whose middles share a cell of the plane. Cells double in size as the
 * view moves away, so that a block always has room for its name. Pure.
 */
import { formatNumber } from '../../ui/format.ts';
import { surround } from '../node-boxes.ts';
import type { Box } from '../route-link.ts';
import { type FarScene, type FarTile, type FarTrunk, mergeTrunks } from './far-scene.ts';

export interface FarBlock {
  readonly box: Box;
  /** Places in the scene's list of tiles, in reading order. */
  readonly tiles: readonly number[];
  /** `rack-1 – rack-20`. */
  readonly name: string;
  /** `20 racks`. */
  readonly detail: string;
}

export interface FarBlocks {
  readonly blocks: readonly FarBlock[];
  readonly trunks: readonly FarTrunk[];
}

const leastCellPx = 512;
/** On the screen. */
const leastShownPx = 170;

/** The side of a cell on the plane at that zoom: a power of two times the smallest. */
export function chooseCell(zoom: number): number {
  return leastCellPx * 2 ** Math.max(0, Math.ceil(Math.log2(leastShownPx / (zoom * leastCellPx))));
}

const known = new WeakMap<FarScene, Map<number, FarBlocks>>();

/** The same object for the same scene and cell. */
export function groupTiles(scene: FarScene, cellPx: number): FarBlocks {
  const sizes = known.get(scene) ?? new Map<number, FarBlocks>();
  known.set(scene, sizes);
  const before = sizes.get(cellPx);
  if (before) return before;
  const groups = new Map<string, number[]>();
  for (const [at, { box }] of scene.tiles.entries()) {
    const key = `${Math.floor((box.x + box.width / 2) / cellPx)},${Math.floor((box.y + box.height / 2) / cellPx)}`;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  const blockOf = new Map<number, number>();
  const blocks = [...groups.values()].map((tiles, place) => {
    for (const at of tiles) blockOf.set(at, place);
    return describeBlock(scene, tiles);
  });
  const trunks = scene.trunks.flatMap((trunk) => {
    const from = blockOf.get(trunk.from);
    const to = blockOf.get(trunk.to);
    return from === undefined || to === undefined || from === to ? [] : [{ ...trunk, from, to }];
  });
  const grouped = { blocks, trunks: mergeTrunks(trunks) };
  sizes.set(cellPx, grouped);
  return grouped;
}

const byName = new Intl.Collator(undefined, { numeric: true });

function describeBlock(scene: FarScene, places: readonly number[]): FarBlock {
  const tiles = places.flatMap((at) => scene.tiles[at] ?? []);
  let [first, last] = [tiles[0], tiles[0]];
  for (const tile of tiles) {
    if (first && byName.compare(tile.name, first.name) < 0) first = tile;
    if (last && byName.compare(tile.name, last.name) > 0) last = tile;
  }
  const ends = first?.name === last?.name ? (first?.name ?? '') : `${first?.name} \u2013 ${last?.name}`;
  const box = surround(tiles.map((tile) => tile.box)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { box, tiles: places, name: ends, detail: countTiles(tiles) };
}

function countTiles(tiles: readonly FarTile[]): string {
  const racks = sumCounts(tiles.filter((tile) => tile.device === null));
  const devices = sumCounts(tiles.filter((tile) => tile.device !== null));
  const parts: string[] = [];
  if (racks > 0) parts.push(`${formatNumber(racks)} ${racks === 1 ? 'rack' : 'racks'}`);
  if (devices > 0) parts.push(`${formatNumber(devices)} ${devices === 1 ? 'device' : 'devices'}`);
  return parts.join(', ');
}

function sumCounts(tiles: readonly FarTile[]): number {
  return tiles.reduce((sum, tile) => sum + tile.count, 0);
}

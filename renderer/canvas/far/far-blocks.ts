/**
 * Tiles too small to be named are shown by the block: open units, and what stands together on the plane. Blocks grow in steps as
 * the view moves away, so that each has room for its name. Pure.
 */
import { formatCount } from '../../ui/format.ts';
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';
import { cutPlane } from './cut-plane.ts';
import { type FarScene, type FarTile, type FarTrunk, mergeTrunks } from './far-scene.ts';
import { joinParts, listRuns } from './name-block.ts';

export interface FarBlock {
  readonly box: Box;
  /** Places in the scene's list of tiles. */
  readonly tiles: readonly number[];
  /** `Rack 1–20`, or the name of the unit it is. */
  readonly name: string;
  /** The same run by run, between which it may be broken into lines. */
  readonly nameParts: readonly string[];
  /** `20 racks, 164 devices`: those in the racks and those beside them. */
  readonly detail: string;
}

export interface FarBlocks {
  readonly blocks: readonly FarBlock[];
  readonly trunks: readonly FarTrunk[];
}

/** A block is at most this large on the screen, and at least half of it in one direction where there is enough to show. */
const mostShownPx = { width: 380, height: 260 };

/** The largest zoom of the step: blocks stay the same while the view moves by less than half. */
export function chooseStep(zoom: number): number {
  return 2 ** Math.ceil(Math.log2(zoom));
}

const knownBlocks = new WeakMap<FarScene['frames'], Map<number, readonly FarBlock[]>>();
const known = new WeakMap<FarScene, Map<number, FarBlocks>>();

/** The same object for the same scene and step. */
export function groupTiles(scene: FarScene, step: number): FarBlocks {
  return recall(known, scene, step, () => joinBlocks(scene, cutBlocks(scene, step)));
}

/** What a report says of tiles changes no block: they are found by the frames, which each drawing has of its own. */
function cutBlocks(scene: FarScene, step: number): readonly FarBlock[] {
  const most = { width: mostShownPx.width / step, height: mostShownPx.height / step };
  return recall(knownBlocks, scene.frames, step, () => [...cutFrames(scene, most), ...cutRest(scene, most)]);
}

function recall<Key extends object, Value>(
  memory: WeakMap<Key, Map<number, Value>>,
  key: Key,
  step: number,
  make: () => Value,
): Value {
  const steps = memory.get(key) ?? new Map<number, Value>();
  memory.set(key, steps);
  const before = steps.get(step);
  if (before) return before;
  const made = make();
  steps.set(step, made);
  return made;
}

function joinBlocks(scene: FarScene, blocks: readonly FarBlock[]): FarBlocks {
  const blockOf = new Map<number, number>();
  for (const [place, block] of blocks.entries()) for (const at of block.tiles) blockOf.set(at, place);
  const trunks = scene.trunks.flatMap((trunk) => {
    const from = blockOf.get(trunk.from);
    const to = blockOf.get(trunk.to);
    return from === undefined || to === undefined || from === to ? [] : [{ ...trunk, from, to }];
  });
  return { blocks, trunks: mergeTrunks(trunks) };
}

function cutFrames(scene: FarScene, most: Parameters<typeof cutPlane>[1]): FarBlock[] {
  return scene.frames.flatMap((frame) => {
    const parts = cutTiles(scene, frame.tiles, most);
    return parts.map((tiles) => {
      const block = describeBlock(scene, tiles);
      const [first = '', ...others] = block.nameParts;
      return parts.length === 1
        ? { ...block, box: frame.box, name: frame.name, nameParts: [frame.name] }
        : { ...block, name: `${frame.name}: ${block.name}`, nameParts: [`${frame.name}: ${first}`, ...others] };
    });
  });
}

function cutRest(scene: FarScene, most: Parameters<typeof cutPlane>[1]): FarBlock[] {
  const inFrames = new Set(scene.frames.flatMap((frame) => frame.tiles));
  const rest = [...scene.tiles.keys()].filter((at) => !inFrames.has(at));
  return cutTiles(scene, rest, most).map((tiles) => describeBlock(scene, tiles));
}

function cutTiles(scene: FarScene, places: readonly number[], most: Parameters<typeof cutPlane>[1]): number[][] {
  const boxes = places.flatMap((at) => scene.tiles[at]?.box ?? []);
  const parts = boxes.length === 0 ? [] : cutPlane(boxes, most);
  return parts.map((part) => part.flatMap((place) => places[place] ?? []));
}

function describeBlock(scene: FarScene, places: readonly number[]): FarBlock {
  const tiles = places.flatMap((at) => scene.tiles[at] ?? []);
  // Racks are what one looks for; a block is named after the others only where it has none.
  const racks = tiles.filter((tile) => tile.rack !== null);
  const named = racks.length > 0 ? racks : tiles;
  const nameParts = listRuns(named.map((tile) => tile.name));
  const box = surround(tiles.map((tile) => tile.box)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { box, tiles: places, name: joinParts(nameParts), nameParts, detail: countTiles(tiles) };
}

/** Of the devices in the racks among these tiles; those of a collapsed unit are not told apart. */
export function countRacked(tiles: readonly FarTile[]): number {
  return tiles.reduce((sum, { strips }) => sum + strips.reduce((own, { device }) => own + device.count, 0), 0);
}

function countTiles(tiles: readonly FarTile[]): string {
  const sum = (some: readonly FarTile[]): number => some.reduce((total, tile) => total + tile.count, 0);
  const racks = sum(tiles.filter((tile) => tile.rack !== null));
  const devices = sum(tiles.filter((tile) => tile.device !== null)) + countRacked(tiles);
  const units = tiles.filter((tile) => tile.rack === null && tile.device === null).length;
  const parts: string[] = [];
  if (units > 0) parts.push(formatCount(units, 'unit'));
  if (racks > 0) parts.push(formatCount(racks, 'rack'));
  if (devices > 0) parts.push(formatCount(devices, 'device'));
  return parts.join(', ');
}

/**
 * Tidying up: what is selected, or everything. Fabrics are laid out in rows of tiers by ourselves; what is drawn by hand, and a selection,
 * by ELK as long as its layers still fit a screen. One undo step; locked blocks stay, and nothing is covered.
 */
import type { Position } from '#core/design/design.ts';
import { design } from '../../store/design-store.ts';
import { askForLayout } from '../../store/graph-layout.ts';
import { showNotice } from '../../store/notice-store.ts';
import { sendCanvasCommand, viewStore } from '../../store/view-store.ts';
import { GRID } from '../device-shape.ts';
import { announce } from '../interaction.ts';
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';
import { listSelectedBlocks } from './arrange-selection.ts';
import { type Block, listAllBlocks, type Places } from './block.ts';
import { type BlockGraph, createBlockGraph } from './block-graph.ts';
import { findRoom } from './find-room.ts';
import { moveBlocks } from './move-blocks.ts';
import { layOutTiers } from './tier-layout.ts';

/** More is too slow for ELK, and its layers become one long strip. */
const mostForElk = 150;
/** A layered drawing so much wider than high is a strip, once it no longer fits a screen at a size that can be read. */
const widestShape = 4;
const readableWidthPx = 4000;

/** Whether tidying would take the selection: two blocks of it that can move. Otherwise it takes everything. */
export function tidiesSelection(): boolean {
  return listSelectedBlocks().filter(({ isLocked }) => !isLocked).length >= 2;
}

export async function tidy(): Promise<void> {
  const owner = design();
  const isPart = tidiesSelection();
  const all = listAllBlocks(owner);
  const movable = (isPart ? listSelectedBlocks() : all).filter(({ isLocked }) => !isLocked);
  if (movable.length === 0) {
    showNotice('info', 'Everything is locked in place: unlock what should be tidied up.');
    return;
  }
  const graph = createBlockGraph(owner, movable);
  const places = await layOut(graph, isPart);
  if (places === null || owner !== design()) {
    if (owner !== design()) announce('The design changed meanwhile: tidy up once more');
    return;
  }
  const keys = new Set(movable.map(({ key }) => key));
  const moving = new Set(movable.flatMap(({ members }) => members.map(({ kind, id }) => `${kind}:${id}`)));
  // A unit some members of which are selected is no obstacle to them.
  const obstacles = all.filter(
    ({ key, members }) => !keys.has(key) && !members.some(({ kind, id }) => moving.has(`${kind}:${id}`)),
  );
  const placed = settle(movable, places, obstacles, isPart);
  const { view } = viewStore.getState();
  moveBlocks(movable, placed, 'tidy', () => {
    if (view === 'topology') sendCanvasCommand(isPart ? 'show-selection' : 'fit');
  });
}

async function layOut(graph: BlockGraph, isPart: boolean): Promise<Places | null> {
  const { items, edges } = graph;
  const isForElk = items.length <= mostForElk && edges.length > 0 && (isPart || !isFabric(graph));
  if (!isForElk) return layOutTiers(items, edges);
  const nodes = items.map(({ key, width, height, tier }) => ({ id: key, width, height, tier }));
  const places = await askForLayout({ nodes, edges });
  return places !== null && isStrip(graph, places) ? layOutTiers(items, edges) : places;
}

/** Most of its links join tiers. */
function isFabric({ items, edges }: BlockGraph): boolean {
  const tierOf = new Map(items.map(({ key, tier }) => [key, tier]));
  const between = edges.filter(([a, b]) => tierOf.get(a) !== tierOf.get(b));
  return 2 * between.length >= edges.length;
}

function isStrip({ items }: BlockGraph, places: Places): boolean {
  const around = surround(items.flatMap((item) => toBox(places.get(item.key), item)));
  return around !== null && around.width > readableWidthPx && around.width > widestShape * around.height;
}

function toBox(place: Position | undefined, { width, height }: { width: number; height: number }): Box[] {
  return place ? [{ ...place, width, height }] : [];
}

/** A selection keeps its middle, the whole its top left corner; both step aside for what stays where it is. */
function settle(movable: readonly Block[], places: Places, obstacles: readonly Block[], isPart: boolean): Places {
  const before = surround(movable.map(({ box }) => box));
  const after = surround(movable.flatMap(({ key, box }) => toBox(places.get(key), box)));
  if (!before || !after) return places;
  const wanted = isPart
    ? { x: before.x + (before.width - after.width) / 2, y: before.y + (before.height - after.height) / 2 }
    : { x: before.x, y: before.y };
  const room = findRoom(
    { ...wanted, width: after.width, height: after.height },
    obstacles.map(({ box }) => box),
  );
  const dx = snap(room.x - after.x);
  const dy = snap(room.y - after.y);
  return new Map([...places].map(([key, { x, y }]) => [key, { x: snap(x) + dx, y: snap(y) + dy }]));
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

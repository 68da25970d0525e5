/** Lining blocks up along an edge or a middle, and spreading them at equal gaps. Pure. */
import type { Position } from '#core/design/design.ts';
import { surround } from '../../store/free-spot.ts';
import type { Box } from '../route-link.ts';
import type { Block, Places } from './block.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontally' | 'vertically';

/** Along the edge or middle of what surrounds them all; where some are locked, of what surrounds those. */
export function alignBlocks(blocks: readonly Block[], alignment: Alignment): Places {
  const locked = blocks.filter((block) => block.isLocked);
  const around = surround((locked.length > 0 ? locked : blocks).map(({ box }) => box));
  if (!around) return new Map();
  return new Map(
    blocks.flatMap(({ key, box, isLocked }): [string, Position][] =>
      isLocked ? [] : [[key, alignBox(box, around, alignment)]],
    ),
  );
}

function alignBox(box: Box, around: Box, alignment: Alignment): Position {
  switch (alignment) {
    case 'left':
      return { x: around.x, y: box.y };
    case 'centre':
      return { x: around.x + (around.width - box.width) / 2, y: box.y };
    case 'right':
      return { x: around.x + around.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: around.y };
    case 'middle':
      return { x: box.x, y: around.y + (around.height - box.height) / 2 };
    case 'bottom':
      return { x: box.x, y: around.y + around.height - box.height };
  }
}

/** Blocks that overlap more than they can be spread get this gap instead, px. */
const LEAST_GAP_PX = 24;

/**
 * Equal gaps between the outermost two, which stay. Where they do not fit in between, the last moves out until they do. Locked
 * blocks stay, so those between two of them are spread by themselves.
 */
export function distributeBlocks(blocks: readonly Block[], axis: Axis): Places {
  const places = new Map<string, Position>();
  const sorted = blocks.toSorted(
    (a, b) => readMiddle(a.box, axis) - readMiddle(b.box, axis) || (a.key < b.key ? -1 : 1),
  );
  let run: Block[] = [];
  for (const block of sorted) {
    run.push(block);
    if (!block.isLocked || run.length === 1) continue;
    spreadRun(run, axis, places);
    run = [block];
  }
  if (run.length > 1) spreadRun(run, axis, places);
  return places;
}

function spreadRun(run: readonly Block[], axis: Axis, places: Map<string, Position>): void {
  const first = run[0] as Block;
  const last = run.at(-1) as Block;
  const start = readStart(first.box, axis);
  const taken = run.reduce((sum, { box }) => sum + readSize(box, axis), 0);
  const free = readStart(last.box, axis) + readSize(last.box, axis) - start - taken;
  const wanted = free / (run.length - 1);
  const gap = wanted < 0 && !last.isLocked ? LEAST_GAP_PX : wanted;
  let at = start;
  for (const { key, box, isLocked } of run) {
    if (!isLocked) places.set(key, axis === 'horizontally' ? { x: at, y: box.y } : { x: box.x, y: at });
    at += readSize(box, axis) + gap;
  }
}

function readStart(box: Box, axis: Axis): number {
  return axis === 'horizontally' ? box.x : box.y;
}

function readSize(box: Box, axis: Axis): number {
  return axis === 'horizontally' ? box.width : box.height;
}

function readMiddle(box: Box, axis: Axis): number {
  return readStart(box, axis) + readSize(box, axis) / 2;
}

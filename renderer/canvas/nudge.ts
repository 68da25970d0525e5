/** Moving the selection by keys. Presses that follow each other closely are one undo step. */
import { createGestureId, design, dispatch } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import { listSelectedBlocks } from './arrange/arrange-selection.ts';
import { listMoves } from './arrange/block.ts';
import type { Direction } from './find-neighbour.ts';
import { announce } from './interaction.ts';

const pauseMs = 1200;
let run: { gestureId: string; selection: unknown; at: number } | null = null;

const steps: Record<Direction, readonly [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** Moves racks, units and free-standing devices of the selection; says whether there were any. */
export function nudgeSelection(direction: Direction, distancePx: number, now: number): boolean {
  const { selection } = viewStore.getState();
  const [dx, dy] = steps[direction];
  const blocks = listSelectedBlocks();
  const places = new Map(
    blocks.map(({ key, box }) => [key, { x: box.x + dx * distancePx, y: box.y + dy * distancePx }]),
  );
  const moves = listMoves(design(), blocks, places);
  if (moves.length === 0) return false;
  if (!run || run.selection !== selection || now - run.at > pauseMs) {
    run = { gestureId: createGestureId(), selection, at: now };
  }
  run.at = now;
  dispatch({ name: 'moveItems', args: { moves } }, run.gestureId);
  announce(moves.length === 1 ? `Moved ${direction}` : `${moves.length} items moved ${direction}`);
  return true;
}

/** True when at least one selected object can be moved on the canvas. */
export function canNudge(): boolean {
  return listSelectedBlocks().some(({ isLocked }) => !isLocked);
}

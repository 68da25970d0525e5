/** Moving the selection by keys. Presses that follow each other closely are one undo step. */
import { createGestureId, design, dispatch } from '../store/design-store.ts';
import { showNotice } from '../store/notice-store.ts';
import { viewStore } from '../store/view-store.ts';
import { listSelectedBlocks, listSelectedItems } from './arrange/arrange-selection.ts';
import { type Block, findItem, listMoves, type Move } from './arrange/block.ts';
import { layOutCanvas } from './canvas-layout.ts';
import type { Direction } from './find-neighbour.ts';
import { announce } from './interaction.ts';

const pauseMs = 1200;
let run: { gestureId: string; selection: unknown; at: number } | null = null;

const steps: Record<Direction, readonly [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** Moves racks, units and free-standing devices of the selection; where nothing of it can move, says why and what to do. */
export function nudgeSelection(direction: Direction, distancePx: number, now: number): void {
  const { selection } = viewStore.getState();
  const [dx, dy] = steps[direction];
  const blocks = listSelectedBlocks();
  const places = new Map(
    blocks.map(({ key, box }) => [key, { x: box.x + dx * distancePx, y: box.y + dy * distancePx }]),
  );
  const moves = listMoves(design(), blocks, places);
  if (moves.length === 0) {
    explainStay(blocks);
    return;
  }
  if (!run || run.selection !== selection || now - run.at > pauseMs) {
    run = { gestureId: createGestureId(), selection, at: now };
  }
  run.at = now;
  dispatch({ name: 'moveItems', args: { moves } }, run.gestureId);
  announce(moves.length === 1 ? `Moved ${direction}` : `${moves.length} items moved ${direction}`);
}

/** The command that would move what is locked, or goes with its rack, is refused and tells why. */
function explainStay(blocks: readonly Block[]): void {
  const owner = design();
  const { homes } = layOutCanvas(owner);
  // What stands in a rack is no block.
  const chosen = blocks.length > 0 ? blocks.flatMap(({ members }) => members) : listSelectedItems();
  const held = chosen.flatMap(({ kind, id }): Move[] => {
    const item = findItem(owner, { kind, id });
    const isHeld = item?.locked === true || (kind === 'device' && homes.has(id));
    return item && isHeld ? [{ kind, id, position: item.position }] : [];
  });
  if (held.length > 0) dispatch({ name: 'moveItems', args: { moves: held } });
  else showNotice('info', 'Nothing selected can be moved: select racks, free-standing devices or scalable units.');
}

/** True when at least one selected object can be moved on the canvas. */
export function canNudge(): boolean {
  return listSelectedBlocks().some(({ isLocked }) => !isLocked);
}

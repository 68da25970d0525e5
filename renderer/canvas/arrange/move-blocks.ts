/** Blocks to their places, as one undo step, gliding. */
import type { Design, Position } from '#core/design/design.ts';
import type { MovePurpose } from '#core/edit/command.ts';
import { design, dispatch } from '../../store/design-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { parseCanvasId, toCanvasId } from '../canvas-id.ts';
import { announce } from '../interaction.ts';
import { type Block, findItem, listMoves, type Move, type Places } from './block.ts';
import { glide, type Spots } from './glide.ts';

const DONE: Readonly<Record<MovePurpose, string>> = {
  align: 'aligned',
  distribute: 'distributed',
  tidy: 'tidied up',
};

/** Says whether anything had to move. */
export function moveBlocks(
  blocks: readonly Block[],
  places: Places,
  purpose: MovePurpose,
  onArrival: () => void = () => {},
): boolean {
  const owner = design();
  const moves = listMoves(owner, blocks, places);
  if (moves.every((move) => isThere(owner, move))) {
    announce('Everything is in place already');
    return false;
  }
  const change = (): boolean => {
    const isDone = dispatch({ name: 'moveItems', args: { moves, purpose } }).length === 0;
    if (isDone) announce(`${blocks.length} items ${DONE[purpose]}`);
    return isDone;
  };
  if (viewStore.getState().view === 'topology') glide(...listSpots(owner, blocks, places, moves), change, onArrival);
  else if (change()) onArrival();
  return true;
}

function isThere(owner: Design, { kind, id, position }: Move): boolean {
  const before = findItem(owner, { kind, id })?.position;
  return before?.x === position.x && before.y === position.y;
}

/** Where everything that moves is drawn now, and where it will be: members, and the tiles of collapsed units. */
function listSpots(owner: Design, blocks: readonly Block[], places: Places, moves: readonly Move[]): [Spots, Spots] {
  const starts = new Map<string, Position>();
  const ends = new Map<string, Position>();
  const add = (canvasId: string, start: Position, end: Position): void => {
    starts.set(canvasId, start);
    ends.set(canvasId, end);
  };
  for (const { kind, id, position } of moves) {
    add(toCanvasId(kind, id), findItem(owner, { kind, id })?.position ?? position, position);
  }
  for (const { key, box, isLocked } of blocks) {
    const place = places.get(key);
    if (parseCanvasId(key).kind === 'unit' && place && !isLocked) add(key, { x: box.x, y: box.y }, place);
  }
  return [starts, ends];
}

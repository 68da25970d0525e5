/** Blocks to their places, as one undo step, gliding. */
import type { MovePurpose } from '#core/edit/command.ts';
import { design, dispatch } from '../../store/design-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { announce } from '../interaction.ts';
import { type Block, findItem, listMoves, type Places } from './block.ts';
import { glide } from './glide.ts';

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
  if (moves.length === 0) {
    announce('Everything is in place already');
    return false;
  }
  const from = moves.map((move) => ({ ...move, position: findItem(owner, move)?.position ?? move.position }));
  const change = (): boolean => {
    const isDone = dispatch({ name: 'moveItems', args: { moves, purpose } }).length === 0;
    if (isDone) announce(`${blocks.length} items ${DONE[purpose]}`);
    return isDone;
  };
  if (viewStore.getState().view === 'topology') glide(from, moves, change, onArrival);
  else if (change()) onArrival();
  return true;
}

/** The rail grid by key and command: the next wrong cell, the one before, and only those. */
import type { Action } from '../store/action-registry.ts';
import { chooseWrong } from '../store/rail-moves.ts';
import { railsStore, selectGrid, setRails } from '../store/rails-store.ts';
import { viewStore } from '../store/view-store.ts';

const hasWrong = (): boolean => {
  const { screen, view } = viewStore.getState();
  return screen === 'studio' && view === 'rails' && (selectGrid(railsStore.getState())?.wrongCells.length ?? 0) > 0;
};

export const railActions: readonly Action[] = [
  {
    id: 'next-wrong-rail',
    label: 'Next rail fault',
    shortcut: 'F8',
    enabled: hasWrong,
    run: () => chooseWrong(1),
  },
  {
    id: 'previous-wrong-rail',
    label: 'Previous rail fault',
    shortcut: 'Shift+F8',
    enabled: hasWrong,
    run: () => chooseWrong(-1),
  },
  {
    id: 'only-wrong-rails',
    label: 'Only servers with rail faults',
    shortcut: null,
    enabled: hasWrong,
    checked: () => railsStore.getState().onlyWrong,
    run: () => setRails({ onlyWrong: !railsStore.getState().onlyWrong }),
  },
];

/** Saved views as lines of the command list: choosing one looks at the design so. */
import { design } from '../../store/design-store.ts';
import { describeView, goToView, listViews } from '../../store/saved-views.ts';
import type { CommandEntry, Ranked } from './command-entry.ts';
import { normalise, type Query, rankNames } from './match-text.ts';

export function findViews(query: Query): Ranked<CommandEntry>[] {
  return listViews(design().views).flatMap((view) => {
    const rank = rankNames(query, [normalise(view.name)], 'saved view');
    if (rank === null) return [];
    const value: CommandEntry = {
      id: `view ${view.id}`,
      kind: 'view',
      label: view.name,
      note: describeView(view),
      shortcut: null,
      isEnabled: true,
      isChecked: false,
      run: () => goToView(view.id),
    };
    return [{ rank, value }];
  });
}

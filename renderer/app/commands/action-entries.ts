/** The actions table as lines of the command list. */
import { listActions, runAction, type Action } from '../../store/action-registry.ts';
import { formatShortcut } from '../../store/shortcut-label.ts';
import { isMac } from '../menu-entries.ts';
import type { CommandEntry, Ranked } from './command-entry.ts';
import { normalise, type Query, rankNames } from './match-text.ts';

/** What stands on this list would only open this list. */
const LEFT_OUT: ReadonlySet<string> = new Set(['commands']);

export function createActionEntry(action: Action): CommandEntry {
  return {
    id: `action ${action.id}`,
    kind: 'action',
    label: action.describe?.() ?? action.label,
    note: null,
    shortcut: formatShortcut(action.shortcut, isMac()),
    isEnabled: action.enabled(),
    isChecked: action.checked?.() ?? false,
    run: () => void runAction(action.id),
  };
}

export function listActionEntries(): CommandEntry[] {
  return listActions()
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map(createActionEntry);
}

/** What cannot be done now comes after what can. */
const DISABLED = 0.4;

export function findActions(query: Query): Ranked<CommandEntry>[] {
  return listActions().flatMap((action) => {
    if (LEFT_OUT.has(action.id)) return [];
    const rank = rankNames(query, [normalise(action.label)], action.id.replaceAll('-', ' '));
    if (rank === null) return [];
    const value = createActionEntry(action);
    return [{ rank: value.isEnabled ? rank : rank + DISABLED, value }];
  });
}

/** Every shortcut there is, in the groups of the menus: from the actions table, and the keys the canvas keeps for itself. */
import type { Action } from '../store/action-registry.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { ANALYSE_MENU, ARRANGE_MENU, CANVAS_MENU, EDIT_MENU, FILE_MENU, HELP_MENU, VIEW_MENU } from './menu-entries.ts';

interface ShortcutLine {
  readonly label: string;
  /** Any of these does it. */
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}

const MENUS: readonly { readonly title: string; readonly ids: readonly (string | null)[] }[] = [
  { title: 'File', ids: FILE_MENU },
  { title: 'Edit', ids: EDIT_MENU },
  { title: 'View', ids: VIEW_MENU },
  { title: 'Canvas', ids: CANVAS_MENU },
  { title: 'Arrange', ids: ARRANGE_MENU },
  { title: 'Analyse', ids: ANALYSE_MENU },
  { title: 'Help', ids: HELP_MENU },
];

/** Keys of the canvas while it has the focus: gestures more than commands, so they stand in no menu. */
const CANVAS_KEYS: readonly ShortcutLine[] = [
  { label: 'Walk to a neighbour, or nudge what was clicked', keys: ['Arrows'] },
  { label: 'Move the selection', keys: ['Alt+Arrows'] },
  { label: 'Choose one more while walking', keys: ['Shift+Arrows'] },
  { label: 'First object', keys: ['Home'] },
  { label: 'Open a collapsed unit, or list the members of a group', keys: ['Enter'] },
  { label: 'Next and previous link of a device', keys: ['.', ','] },
  { label: 'Select, and hand', keys: ['V', 'H'] },
  { label: 'Pan while held', keys: ['Space'] },
  { label: 'Drag straight along one axis', keys: ['Shift'] },
  { label: 'Drag a copy; the original stays', keys: ['Alt'] },
  { label: 'Drag without being pulled into line or into a frame', keys: ['Ctrl'] },
];

export function listShortcutGroups(actions: readonly Action[], isMac: boolean): ShortcutGroup[] {
  const toLine = (action: Action): ShortcutLine[] => {
    const keys = [action.shortcut, ...(action.otherShortcuts ?? [])].flatMap((key) => formatShortcut(key, isMac) ?? []);
    return keys.length === 0 ? [] : [{ label: action.label.replace(/ \u2026$/, ''), keys }];
  };
  const inMenus = new Set(MENUS.flatMap(({ ids }) => ids));
  const groups = MENUS.map(({ title, ids }) => ({
    title,
    lines: ids.flatMap((id) => actions.filter((action) => action.id === id).flatMap(toLine)),
  }));
  const rest = actions.filter(({ id }) => !inMenus.has(id)).flatMap(toLine);
  return [...groups, { title: 'On the canvas', lines: CANVAS_KEYS }, { title: 'Anywhere', lines: rest }].filter(
    ({ lines }) => lines.length > 0,
  );
}

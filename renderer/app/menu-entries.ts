/** Menu entries made from actions. */
import { assertDefined } from '#core/base/assert.ts';
import { findAction, runAction } from '../store/action-registry.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { hostInfo } from './host-binding.ts';

export function isMac(): boolean {
  return hostInfo().platform === 'darwin';
}

/** `null` in the list starts a new group. */
export function createEntries(ids: readonly (string | null)[]): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let startsGroup = false;
  for (const id of ids) {
    if (id === null) {
      startsGroup = true;
      continue;
    }
    const action = assertDefined(findAction(id), `no action ${id}`);
    entries.push({
      id,
      label: action.describe?.() ?? action.label,
      shortcut: formatShortcut(action.shortcut, isMac()),
      disabled: !action.enabled(),
      checked: action.checked?.() ?? false,
      startsGroup,
      onSelect: () => void runAction(id),
    });
    startsGroup = false;
  }
  return entries;
}

export const FILE_MENU = [
  'new',
  'new-from-requirements',
  'new-from-template',
  'open',
  null,
  'new-window',
  null,
  'save',
  'save-as',
  null,
  'import-files',
  'export-workbook',
  'export-cables',
  null,
  'print-racks',
  'print-report',
  null,
  'settings',
  null,
  'close-design',
];
export const EDIT_MENU = [
  'undo',
  'redo',
  null,
  'cut',
  'copy',
  'paste',
  'duplicate',
  'rename',
  'delete',
  null,
  'break-one',
  'break-all',
  'repair',
  'repair-all',
  null,
  'select-all',
  'select-alike-design',
  'select-alike-fabric',
  'select-alike-pod',
  'select-links',
  'clear-selection',
];
export const ARRANGE_MENU = [
  'tidy',
  null,
  'align-left',
  'align-centre',
  'align-right',
  null,
  'align-top',
  'align-middle',
  'align-bottom',
  null,
  'distribute-horizontally',
  'distribute-vertically',
  null,
  'lock',
  null,
  'group',
  'ungroup',
  'join-unit',
  'leave-unit',
  'toggle-unit',
  'collapse-units',
  'open-units',
  null,
  'list-members',
];
export const CANVAS_MENU = [
  'draw-link',
  null,
  'overlay-none',
  null,
  'overlay-fabric',
  'overlay-speed',
  'overlay-load',
  'overlay-failures',
  'overlay-tenant',
  'overlay-phase',
  'overlay-power',
  null,
  'overlay-next',
  'show-all-fabrics',
  null,
  'save-view',
  'saved-views',
];
export const ANALYSE_MENU = [
  'explain-selection',
  'show-path',
  'make-tenant',
  null,
  'run-flow-model',
  'cancel-flow-model',
  null,
  'next-wrong-rail',
  'previous-wrong-rail',
  'only-wrong-rails',
  null,
  'compare-file',
  'compare-template',
  'compare-saved',
  'end-comparison',
];
export const HELP_MENU = ['commands', 'shortcuts'];
export const VIEW_MENU = [
  'view-topology',
  'view-racks',
  'view-floor',
  'view-cables',
  'view-bom',
  'view-ports',
  'view-power',
  'view-simulate',
  'view-rails',
  'view-report',
  null,
  'split',
  'other-half',
  null,
  'toggle-palette',
  'toggle-inspector',
  'toggle-problems',
  null,
  'fit-view',
  'zoom-selection',
  'zoom-in',
  'zoom-out',
  null,
  'interface-larger',
  'interface-smaller',
  'interface-usual',
  null,
  'theme-light',
  'theme-dark',
  'theme-system',
];

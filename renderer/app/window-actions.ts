/** Finding one's way about the program: the command list, the list of shortcuts, the settings; and the gallery of templates. */
import type { Action } from '../store/action-registry.ts';
import { openWindowDialog } from '../store/window-dialog.ts';
import { host } from './host-binding.ts';
import { chooseImportFiles } from './import/choose-files.ts';

const always = (): boolean => true;

export const windowActions: readonly Action[] = [
  {
    id: 'commands',
    label: 'Search commands, objects and parts \u2026',
    shortcut: '$mod+KeyK',
    worksInFields: true,
    enabled: always,
    run: () => openWindowDialog('commands'),
  },
  {
    id: 'new-from-template',
    label: 'New from template \u2026',
    shortcut: null,
    enabled: always,
    run: () => openWindowDialog('templates'),
  },
  {
    id: 'new-window',
    label: 'New window',
    shortcut: '$mod+Alt+KeyN',
    worksInFields: true,
    enabled: always,
    run: async () => void (await host().openWindow()),
  },
  {
    id: 'import-files',
    label: 'Import device types or prices \u2026',
    shortcut: '$mod+KeyI',
    enabled: always,
    run: chooseImportFiles,
  },
  {
    id: 'settings',
    label: 'Settings: theme, contrast, units \u2026',
    shortcut: '$mod+Comma',
    worksInFields: true,
    enabled: always,
    run: () => openWindowDialog('settings'),
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts \u2026',
    shortcut: 'Shift+?',
    otherShortcuts: ['F1'],
    enabled: always,
    run: () => openWindowDialog('shortcuts'),
  },
];

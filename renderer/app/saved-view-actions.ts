/** Ways of looking at the design, kept with it. */
import type { Action } from '../store/action-registry.ts';
import { showNotice } from '../store/notice-store.ts';
import { saveView, suggestViewName } from '../store/saved-views.ts';
import { viewStore } from '../store/view-store.ts';
import { openWindowDialog } from '../store/window-dialog.ts';

const isOpen = (): boolean => viewStore.getState().screen === 'studio';

export const savedViewActions: readonly Action[] = [
  {
    id: 'saved-views',
    label: 'Saved views \u2026',
    shortcut: 'Shift+KeyV',
    enabled: isOpen,
    run: () => openWindowDialog('views'),
  },
  {
    id: 'save-view',
    label: 'Save this view',
    shortcut: null,
    enabled: isOpen,
    run() {
      const name = suggestViewName();
      saveView(name);
      showNotice('info', `Saved as ${name}.`);
    },
  },
];

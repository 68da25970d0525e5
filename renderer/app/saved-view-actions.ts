/** Ways of looking at the design, kept with it. */
import type { Action } from '../store/action-registry.ts';
import { showNotice } from '../store/notice-store.ts';
import { saveView, suggestViewName } from '../store/saved-views.ts';
import { isStudioOpen } from '../store/view-store.ts';
import { openWindowDialog } from '../store/window-dialog.ts';

export const savedViewActions: readonly Action[] = [
  {
    id: 'saved-views',
    label: 'Saved views \u2026',
    shortcut: 'Shift+KeyV',
    enabled: isStudioOpen,
    run: () => openWindowDialog('views'),
  },
  {
    id: 'save-view',
    label: 'Save this view',
    shortcut: null,
    enabled: isStudioOpen,
    run() {
      const name = suggestViewName();
      saveView(name);
      showNotice('info', `Saved as ${name}.`);
    },
  },
];

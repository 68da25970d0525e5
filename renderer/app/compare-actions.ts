/** Two designs side by side: the open one, and another that is only read. */
import type { Action } from '../store/action-registry.ts';
import { compareStore, endComparison } from '../store/compare-store.ts';
import { designStore } from '../store/design-store.ts';
import { isStudioOpen } from '../store/view-store.ts';
import { openWindowDialog } from '../store/window-dialog.ts';
import { compareWithFile, compareWithSaved } from './compare-files.ts';

export const compareActions: readonly Action[] = [
  {
    id: 'compare-file',
    label: 'Compare with another design \u2026',
    shortcut: '$mod+Alt+KeyC',
    enabled: isStudioOpen,
    run: compareWithFile,
  },
  {
    id: 'compare-template',
    label: 'Compare with a template \u2026',
    shortcut: null,
    enabled: isStudioOpen,
    run: () => openWindowDialog('compare-templates'),
  },
  {
    id: 'compare-saved',
    label: 'Compare with the saved file',
    shortcut: null,
    enabled: () => isStudioOpen() && designStore.getState().file !== null,
    run: compareWithSaved,
  },
  {
    id: 'end-comparison',
    label: 'End the comparison',
    shortcut: null,
    enabled: () => isStudioOpen() && compareStore.getState().other !== null,
    run: endComparison,
  },
];

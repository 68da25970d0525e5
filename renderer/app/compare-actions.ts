/** Two designs side by side: the open one, and another that is only read. */
import type { Action } from '../store/action-registry.ts';
import { compareStore, endComparison } from '../store/compare-store.ts';
import { designStore } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import { openWindowDialog } from '../store/window-dialog.ts';
import { compareWithFile, compareWithSaved } from './compare-files.ts';

const isOpen = (): boolean => viewStore.getState().screen === 'studio';

export const compareActions: readonly Action[] = [
  {
    id: 'compare-file',
    label: 'Compare with another design \u2026',
    shortcut: '$mod+Alt+KeyC',
    enabled: isOpen,
    run: compareWithFile,
  },
  {
    id: 'compare-template',
    label: 'Compare with a template \u2026',
    shortcut: null,
    enabled: isOpen,
    run: () => openWindowDialog('compare-templates'),
  },
  {
    id: 'compare-saved',
    label: 'Compare with the saved file',
    shortcut: null,
    enabled: () => isOpen() && designStore.getState().file !== null,
    run: compareWithSaved,
  },
  {
    id: 'end-comparison',
    label: 'End the comparison',
    shortcut: null,
    enabled: () => isOpen() && compareStore.getState().other !== null,
    run: endComparison,
  },
];

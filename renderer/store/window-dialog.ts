/** The one dialog that stands above the window by the user's own wish: the command list, the list of shortcuts, the settings, the gallery or a choice of units. */
import { createStore, useStore } from 'zustand';

export type WindowDialog =
  | 'commands'
  | 'shortcuts'
  | 'settings'
  | 'templates'
  | 'compare-templates'
  | 'views'
  | 'units';

interface WindowDialogState {
  readonly open: WindowDialog | null;
  /** Actions chosen in the command list, newest first. */
  readonly recentActionIds: readonly string[];
}

const RECENT_MAX = 5;

export const windowDialogStore = createStore<WindowDialogState>(() => ({ open: null, recentActionIds: [] }));

export function useWindowDialog<T>(selector: (state: WindowDialogState) => T): T {
  return useStore(windowDialogStore, selector);
}

export function openWindowDialog(open: WindowDialog): void {
  windowDialogStore.setState({ open });
}

export function closeWindowDialog(): void {
  windowDialogStore.setState({ open: null });
}

export function rememberAction(id: string): void {
  windowDialogStore.setState(({ recentActionIds }) => ({
    recentActionIds: [id, ...recentActionIds.filter((other) => other !== id)].slice(0, RECENT_MAX),
  }));
}

/** Keys to actions. Typing in a field, a menu or a dialog belongs to that field, menu or dialog. */
import { tinykeys } from 'tinykeys';
import type { Action } from '../store/action-registry.ts';
import { dialogStore } from '../store/dialog-store.ts';
import { importStore } from '../store/import-store.ts';
import { requirementsStore } from '../store/requirements-store.ts';
import { windowDialogStore } from '../store/window-dialog.ts';

const FIELD = 'input, textarea, select, [contenteditable="true"]';
/** The card that explains a figure is none: what is behind it stays at hand. */
const DIALOG = '[role="dialog"]:not(.explain-card)';
/** An open menu has the keyboard to itself: a dialog that opens under it could not be reached. */
const MENU = '[role="menu"]';
/** Widgets with their own keys: arrows, Escape, Delete and letters mean something else there; Ctrl and Cmd do not. */
const WIDGET = '[role="listbox"], [role="menubar"], .explain-card';

/** Whether a dialog is open: then nothing behind it can be reached. */
export function isAsking(): boolean {
  const isOpen =
    dialogStore.getState().current || windowDialogStore.getState().open || importStore.getState().offers[0];
  return Boolean(isOpen) || requirementsStore.getState().isOpen;
}

function mayRun(action: Action, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isAsking()) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(DIALOG) || target?.closest(MENU)) return false;
  if (target?.closest(WIDGET) && !event.ctrlKey && !event.metaKey) return false;
  return action.worksInFields === true || !target?.closest(FIELD);
}

/** Returns the way to stop listening. */
export function startShortcuts(actions: readonly Action[]): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const action of actions) {
    if (action.isNative) continue;
    for (const shortcut of [action.shortcut, ...(action.otherShortcuts ?? [])]) {
      if (shortcut === null) continue;
      bindings[shortcut] = (event) => {
        if (!mayRun(action, event)) return;
        // Also when disabled: Ctrl+S must never bring up the browser's own dialog.
        event.preventDefault();
        if (action.enabled()) void action.run();
      };
    }
  }
  return tinykeys(window, bindings);
}

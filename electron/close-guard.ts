/**
 * Closing with unsaved work: the window is asked first (`close-requested`) and answers with `confirmClose`. Nothing unsaved, or a window
 * that can no longer answer: it closes at once, and recovery has the work.
 */
import type { BrowserWindow } from 'electron';

export interface CloseGuard {
  setDirty(isDirty: boolean): void;
  /** The window's answer. */
  answer(allow: boolean): void;
}

export interface CloseGuardOptions {
  readonly ask: () => void;
  /** The user kept the window: a quit under way is off. */
  readonly onKept: () => void;
}

export function guardClose(window: BrowserWindow, { ask, onKept }: CloseGuardOptions): CloseGuard {
  let isDirty = false;
  let isAllowed = false;
  /** Its question is on the screen: a second one would answer it. */
  let isAsking = false;
  window.on('close', (event) => {
    if (isAllowed || !isDirty || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    ask();
  });
  // The page's own question before unloading is for browsers; here it would keep the window open without a word.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  return {
    setDirty(next) {
      isDirty = next;
    },
    answer(allow) {
      isAsking = false;
      if (!allow) {
        onKept();
        return;
      }
      isAllowed = true;
      window.close();
    },
  };
}

/**
 * Undo reaches back over a reload and a reopening: when a design is saved its history is kept for this window, and given
 * back when the same file is opened again with the same content. A file that changed meanwhile starts afresh.
 */
import type { HistoryStep } from '#core/edit/transact.ts';
import type { FileStamp } from '#core/io/host.ts';

const KEY = 'weft.kept-history';

interface KeptHistory {
  readonly fileId: string;
  readonly hash: string;
  readonly undoStack: readonly HistoryStep[];
}

/** Keeps the steps that led to what now stands in the file. */
export function keepHistory(file: FileStamp, undoStack: readonly HistoryStep[]): void {
  const kept: KeptHistory = { fileId: file.fileId, hash: file.hash, undoStack };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Over the browser's quota: then the history ends with this window's document, as it would without us.
    sessionStorage.removeItem(KEY);
  }
}

/** The steps kept for exactly that content of that file; none when there are none. */
export function recallHistory(file: FileStamp): readonly HistoryStep[] {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return [];
  const kept = JSON.parse(text) as KeptHistory;
  if (kept.fileId !== file.fileId || kept.hash !== file.hash) return [];
  // Gesture ids count from the start of a session: an old one must not catch a new gesture.
  return kept.undoStack.map((step) => ({ ...step, gestureId: null }));
}

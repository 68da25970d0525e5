/**
 * Copy, cut and paste. By keys, and by the native menu, they come as the window's own clipboard events, which need no leave to read;
 * by our menus they are actions. Fields and marked text keep the events to themselves.
 */
import type { Action } from '../store/action-registry.ts';
import { canCopy, copySelection, cutSelection, pasteLastCopied, pasteText } from '../store/clipboard.ts';
import { showNotice } from '../store/notice-store.ts';
import { viewStore } from '../store/view-store.ts';
import { isAsking } from './shortcuts.ts';

const FIELD = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

export const clipboardActions: readonly Action[] = [
  {
    id: 'cut',
    label: 'Cut',
    shortcut: '$mod+KeyX',
    isNative: true,
    enabled: canCopy,
    run: () => write(cutSelection()),
  },
  {
    id: 'copy',
    label: 'Copy',
    shortcut: '$mod+KeyC',
    isNative: true,
    enabled: canCopy,
    run: () => write(copySelection()),
  },
  {
    id: 'paste',
    label: 'Paste',
    shortcut: '$mod+KeyV',
    isNative: true,
    enabled: () => viewStore.getState().screen === 'studio',
    run: pasteFromMenu,
  },
];

async function write(text: string | null): Promise<void> {
  if (text === null) return;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    showNotice('warning', 'The system keeps its clipboard to itself: this can be pasted in this window only.');
  }
}

/** Not every shell lets a page read the clipboard from a menu; the keys always do. */
async function pasteFromMenu(): Promise<void> {
  let text: string | null = null;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    if (!pasteLastCopied()) showNotice('info', 'Press Ctrl+V or Cmd+V to paste what another window has copied.');
    return;
  }
  pasteText(text);
}

/** Listens for the window's clipboard events. */
export function startClipboard(): void {
  document.addEventListener('copy', (event) => take(event, copySelection));
  document.addEventListener('cut', (event) => take(event, cutSelection));
  document.addEventListener('paste', (event) => {
    if (!isForCanvas(event)) return;
    event.preventDefault();
    pasteText(event.clipboardData?.getData('text/plain') ?? '');
  });
}

function take(event: ClipboardEvent, read: () => string | null): void {
  if (!isForCanvas(event) || !canCopy() || document.getSelection()?.isCollapsed === false) return;
  const text = read();
  if (text === null) return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', text);
}

function isForCanvas(event: ClipboardEvent): boolean {
  if (event.defaultPrevented || viewStore.getState().screen !== 'studio' || isAsking()) return false;
  return !(event.target instanceof Element && event.target.closest(FIELD));
}

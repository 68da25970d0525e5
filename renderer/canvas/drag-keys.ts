/** What the keys held during a drag mean, the same for nodes, tiles and parts. Ctrl and Cmd serve where the desktop keeps Alt for itself. */

export interface DragKeys {
  /** Exactly where the pointer is: pulled into no line, taken in by no frame. */
  readonly isFree: boolean;
  /** Along one axis. */
  readonly isStraight: boolean;
  /** The original stays, a copy goes. */
  readonly isCopy: boolean;
}

export const NO_KEYS: DragKeys = { isFree: false, isStraight: false, isCopy: false };

export function readDragKeys(
  event: Readonly<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>>,
): DragKeys {
  return { isFree: event.ctrlKey || event.metaKey, isStraight: event.shiftKey, isCopy: event.altKey };
}

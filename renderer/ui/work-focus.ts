/** Where the hands were before the menu bar took the focus: there it goes back to once an entry was chosen, or its dialog closes. */
const BAR = '.ui-menubar, [data-bar]';

let before: HTMLElement | null = null;

/** The bar got the focus from there. */
export function leaveWork(from: EventTarget | null): void {
  if (from instanceof Element && from.closest(BAR)) return;
  before = from instanceof HTMLElement ? from : null;
}

/** Whether the bar, or a menu of it, has the focus. */
export function isInBar(): boolean {
  return document.activeElement?.closest(BAR) instanceof Element;
}

/** false = to nothing, which is where the keys of the window are heard as well. */
export function findWork(): HTMLElement | false {
  return before?.isConnected ? before : false;
}

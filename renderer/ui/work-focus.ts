/** Where the hands were before the menu bar took the focus: there it goes back to once an entry was chosen, or its dialog closes. */
const BAR = '.ui-menubar, [data-bar]';

let before: HTMLElement | null = null;

/** The bar got the focus from there. */
export function leaveWork(from: EventTarget | null): void {
  if (from instanceof Element && from.closest(BAR)) return;
  before = from instanceof HTMLElement ? from : null;
}

interface FocusAfter {
  readonly finalFocus?: () => HTMLElement | false;
}

/** For a dialog as it opens. Nothing = to what has the focus now, which is the rule; the library knows no `nothing had it`. */
export function chooseFocusAfter(): FocusAfter {
  const now = document.activeElement;
  if (now?.closest(BAR)) return { finalFocus: findWork };
  return now === document.body ? { finalFocus: () => false } : {};
}

/** false = to nothing, which is where the keys of the window are heard as well. */
export function findWork(): HTMLElement | false {
  return before?.isConnected ? before : false;
}

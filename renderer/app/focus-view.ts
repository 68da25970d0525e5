/** Where the keys go once a view was called up by one: into the view, unless something else has them. */

/** What a view is worked on by: its drawing, or the tab stop of its table or list. */
const WIDGET = [
  '[role="application"][tabindex="0"]',
  '[role="grid"] [tabindex="0"]',
  '[role="table"] [tabindex="0"]',
  '[role="listbox"][tabindex="0"]',
].join();

/** What keeps the keys: a text being written, and the row of tabs, which follows the view by itself. */
const KEEPS = 'input, textarea, select, [contenteditable="true"], [role="tab"], [role="dialog"]';

/** A view is drawn within this many frames; what stood there before goes in one of them. */
const MOST_FRAMES = 20;

/** As soon as the view is drawn. A view without a widget has the focus itself: Tab goes on from there. */
export function focusView(): void {
  const before = document.activeElement;
  if (!before?.closest(KEEPS)) focusSoon(before, MOST_FRAMES);
}

function focusSoon(before: Element | null, framesLeft: number): void {
  requestAnimationFrame(() => {
    const focused = document.activeElement;
    const isFree = focused === document.body || focused === before;
    if (!isFree && !focused?.closest('.centre__panel')) return;
    if (isFree) findWidget(framesLeft === 0)?.focus({ preventScroll: true });
    if (framesLeft > 0) focusSoon(before, framesLeft - 1);
  });
}

function findWidget(isLastTry: boolean): HTMLElement | null {
  const panels = [...document.querySelectorAll<HTMLElement>('.centre__half[data-resting="false"] .centre__panel')];
  const open = panels.find((panel) => panel.offsetWidth > 0);
  return open?.querySelector<HTMLElement>(WIDGET) ?? (isLastTry ? (open ?? null) : null);
}

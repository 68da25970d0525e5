/** Gives the keys back to the drawing. */
export function focusCanvas(): HTMLElement | null {
  const root = document.querySelector<HTMLElement>('.cv-root');
  root?.focus({ preventScroll: true });
  return root;
}

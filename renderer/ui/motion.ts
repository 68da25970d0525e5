/** Whether things should jump rather than glide: the system may ask for it, and the settings may. */

/** What the system asks for. */
export function reducedMotionQuery(): MediaQueryList {
  return window.matchMedia('(prefers-reduced-motion: reduce)');
}

/** What holds now: start-up keeps it on the page. */
export function isMotionReduced(): boolean {
  return document.documentElement.dataset['motion'] === 'reduced';
}

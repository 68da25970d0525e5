/** About the zoom at which a drawing will be shown whole, told before it is on the canvas. */
import type { Box } from './route-link.ts';

/** Kept free at each edge, in shares of the canvas. */
export const FIT_MARGIN = 0.054;
export const FIT_MAX_ZOOM = 1.1;

interface Pane {
  readonly width: number;
  readonly height: number;
}

/** What of the window the panels take when the canvas is first there. */
const besides: Pane = { width: 540, height: 200 };
let lastPane: Pane | null = null;

export function rememberPane({ width, height }: Pane): void {
  lastPane = { width, height };
}

/** On a canvas as large as it was last. */
export function guessFitZoom({ width, height }: Box): number {
  const pane = lastPane ?? { width: innerWidth - besides.width, height: innerHeight - besides.height };
  const free = 1 - 2 * FIT_MARGIN;
  return Math.min((pane.width * free) / width, (pane.height * free) / height, FIT_MAX_ZOOM);
}

/** What a box takes up along one axis. */
import type { Box } from './route-link.ts';

export type Axis = 'x' | 'y';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function readSpan(box: Box, axis: Axis): Span {
  return axis === 'x' ? { start: box.x, end: box.x + box.width } : { start: box.y, end: box.y + box.height };
}

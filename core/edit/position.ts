/** Canvas positions as they are stored. */
import type { Position } from '../design/design.ts';

/** Negative zero becomes zero: a saved file cannot tell them apart. */
export function normalisePosition({ x, y }: Position): Position {
  return { x: x + 0, y: y + 0 };
}

export function offsetPosition(from: Position, by: Position): Position {
  return { x: from.x + by.x + 0, y: from.y + by.y + 0 };
}

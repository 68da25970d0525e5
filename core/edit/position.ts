/** Positions and other numbers as they are stored. */
import type { Position } from '../design/design.ts';

/** Negative zero becomes zero: a saved file cannot tell them apart. */
export function normalisePosition({ x, y }: Position): Position {
  return { x: x + 0, y: y + 0 };
}

export function offsetPosition(from: Position, by: Position): Position {
  return { x: from.x + by.x + 0, y: from.y + by.y + 0 };
}

/** The record with negative zeros made zero: a saved file cannot tell them apart. Its lists are copied, so that nobody shares them. */
export function normaliseNumbers<T extends object>(record: T): T {
  const entries = Object.entries(record).map(([key, value]: [string, unknown]) => [key, normaliseValue(value)]);
  return Object.fromEntries(entries) as T;
}

function normaliseValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 0;
  return Array.isArray(value) ? value.map(normaliseValue) : value;
}

/**
 * Keeps the old object when a freshly computed one says the same, so that React skips what did not change.
 * For plain data only: records, arrays and primitives.
 */

/** `next` with every item that says the same as its predecessor of the same id replaced by that predecessor. */
export function keepItems<T extends { id: string }>(previous: readonly T[], next: readonly T[]): T[] {
  const known = new Map(previous.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const before = known.get(item.id);
    return before !== undefined && holdsSame(before, item) ? before : item;
  });
  const unchanged = kept.length === previous.length && kept.every((item, index) => item === previous[index]);
  return unchanged ? (previous as T[]) : kept;
}

function holdsSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keysA = Object.keys(a);
  if (keysA.length !== Object.keys(b).length) return false;
  return keysA.every((key) => Object.hasOwn(b, key) && holdsSame(a[key as never], b[key as never]));
}

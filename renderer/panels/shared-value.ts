/** The value all items share, or null when they differ. */
export function findShared<T, V>(items: readonly T[], valueOf: (item: T) => V): V | null {
  const [first] = items;
  if (first === undefined) return null;
  const value = valueOf(first);
  return items.every((item) => valueOf(item) === value) ? value : null;
}

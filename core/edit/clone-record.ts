/** No object may stand in two places of a design: a later edit of one would change both. */

/** The same plain data, shared with nobody; also of a draft. */
export function cloneRecord<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneRecord(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cloneRecord<unknown>(item)])) as T;
}

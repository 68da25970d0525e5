/** New ids: counted, so that the same edits make the same file. */

/**
 * `prefix-N`, N one above the highest number in use with that prefix. `taken` is a list of ids or a table of the
 * design. Numbers of removed records below the highest are not reused.
 */
export function createId(prefix: string, taken: Iterable<string> | object): string {
  return `${prefix}-${findHighest(prefix, taken) + 1}`;
}

/** As many new ids, counted on. */
export function createIds(prefix: string, taken: Iterable<string> | object, count: number): string[] {
  const highest = findHighest(prefix, taken);
  return Array.from({ length: count }, (_, index) => `${prefix}-${highest + 1 + index}`);
}

function findHighest(prefix: string, taken: Iterable<string> | object): number {
  const ids = Symbol.iterator in taken ? taken : Object.keys(taken);
  const head = `${prefix}-`;
  let highest = 0;
  for (const id of ids) {
    if (!id.startsWith(head)) continue;
    const digits = id.slice(head.length);
    if (/^[1-9]\d{0,8}$/.test(digits)) highest = Math.max(highest, Number(digits));
  }
  return highest;
}

/** Runs of numbered things as text, counted from 1. */

/** `7`, or `7\u201312`. */
export function formatRun(first: number, count: number): string {
  return count === 1 ? String(first + 1) : `${first + 1}\u2013${first + count}`;
}

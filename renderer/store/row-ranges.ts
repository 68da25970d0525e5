/** Chosen rows of a long list, as runs of places: choosing all of 300,000 rows takes one run. Runs are sorted and never touch. */

/** Rows first .. end - 1. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

export function hasRow(ranges: readonly RowRange[], row: number): boolean {
  return ranges.some(({ first, end }) => row >= first && row < end);
}

export function countRows(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}

/** With these rows as well. */
export function addRange(ranges: readonly RowRange[], added: RowRange): RowRange[] {
  const apart = ranges.filter(({ first, end }) => end < added.first || first > added.end);
  const joined = ranges.filter(({ first, end }) => end >= added.first && first <= added.end);
  const first = Math.min(added.first, ...joined.map((range) => range.first));
  const end = Math.max(added.end, ...joined.map((range) => range.end));
  return [...apart, { first, end }].sort((x, y) => x.first - y.first);
}

/** The row in when it was out, out when it was in. */
export function toggleRow(ranges: readonly RowRange[], row: number): RowRange[] {
  if (!hasRow(ranges, row)) return addRange(ranges, { first: row, end: row + 1 });
  return ranges.flatMap((range) => {
    if (row < range.first || row >= range.end) return [range];
    return [
      { first: range.first, end: row },
      { first: row + 1, end: range.end },
    ].filter(({ first, end }) => end > first);
  });
}

/** All rows from one to the other, in either order. */
export function spanRows(one: number, other: number): RowRange {
  return { first: Math.min(one, other), end: Math.max(one, other) + 1 };
}

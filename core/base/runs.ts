/** Runs of whole numbers: a million members are a handful of them. */

export interface Run {
  readonly first: number;
  readonly count: number;
}

/** In order, apart from each other: runs that overlap or touch become one. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last && run.first <= last.first + last.count) {
      const end = Math.max(last.first + last.count, run.first + run.count);
      joined[joined.length - 1] = { first: last.first, count: end - last.first };
    } else joined.push({ first: run.first, count: run.count });
  }
  return joined;
}

/** What is left of the run without those that are gone, in order. */
export function subtractRuns(run: Run, gone: readonly Run[]): Run[] {
  const left: Run[] = [];
  const end = run.first + run.count;
  let next = run.first;
  for (const { first, count } of joinRuns(gone)) {
    if (first >= end) break;
    if (first > next) left.push({ first: next, count: first - next });
    next = Math.max(next, first + count);
  }
  if (next < end) left.push({ first: next, count: end - next });
  return left;
}

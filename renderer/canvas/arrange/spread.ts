/** Places on a line, as near to the wanted ones as order and distances allow. Pure. */

interface Wanted {
  /** Wanted middle. */
  readonly at: number;
  readonly size: number;
}

/**
 * Middles in the same order, at least `gap` between edges, with the least sum of squared ways from the wanted middles (pool adjacent
 * violators, after taking the least distances out).
 */
export function spreadOnLine(wanted: readonly Wanted[], gap: number): number[] {
  const offsets: number[] = [];
  let offset = 0;
  wanted.forEach(({ size }, index) => {
    const before = wanted[index - 1];
    if (before) offset += before.size / 2 + gap + size / 2;
    offsets.push(offset);
  });
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach(({ at }, index) => {
    pools.push({ sum: at - (offsets[index] ?? 0), count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; last = pools.at(-1), before = pools.at(-2)) {
      if (before.sum / before.count <= last.sum / last.count) break;
      pools.pop();
      before.sum += last.sum;
      before.count += last.count;
    }
  });
  const middles = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return middles.map((middle, index) => middle + (offsets[index] ?? 0));
}

/** Sums of money on a sheet: what is known of them, and in words what they leave out. */
import type { PriceSum } from '../../analysis/bom-report.ts';
import { formatCount } from '../../base/format-count.ts';

/** null = nothing of the sum is known. */
export function readPriceEnd(sum: PriceSum, end: 'low' | 'high'): number | null {
  return sum.unknownCount > 0 && sum.high === 0 ? null : sum[end];
}

/** Says what the sum leaves out; undefined when it is complete. */
export function describePriceGap({ unknownCount, unknownParts }: PriceSum): string | undefined {
  if (unknownCount === 0) return undefined;
  return `price partial, ${formatCount(unknownCount)} without a price: ${unknownParts.join(', ')}`;
}

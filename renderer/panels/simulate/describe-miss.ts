/** How far the model missed published runs of the same kind. */
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { findValidatedClass } from '#core/sim/validated-range.ts';
import { formatCount } from '../../ui/format.ts';

/** `median error 5 %, 90th percentile 48 % on 40 published runs of this kind`; null = there are none of its kind. */
export function describeMiss({ collective, domainCount, sizeBytes }: CollectiveEstimate): string | null {
  const found = findValidatedClass(collective, domainCount, sizeBytes);
  return found
    ? `median error ${found.medianPercent}\u202f%, 90th percentile ${found.p90Percent}\u202f% on ${formatCount(found.pointCount, 'published run')} of this kind`
    : null;
}

/**
 * What of a step's exchanges is not hidden behind compute: T_TP (1 - f) + T_EP (1 - f) + max(0, T_DP - w * window) + the
 * pipeline's edges. Times in ms.
 */
import type { Training } from '../../netlist/netlist.ts';
import type { ComputeTime } from './compute.ts';
import { BACKWARD_SHARE, FORWARD_SHARE } from './model-shape.ts';
import type { Operation, Stretch } from './operations.ts';
import type { ParallelSizes } from './parallel-sizes.ts';

export interface PricedOperation {
  readonly operation: Operation;
  readonly eachUs: number;
}

const US_PER_MS = 1000;

/** Exposed time of each of `priced`, in their order. */
export function computeExposed(
  training: Training,
  sizes: ParallelSizes,
  compute: ComputeTime,
  priced: readonly PricedOperation[],
): number[] {
  const totals = priced.map(sumMs);
  const stretchTotal = new Map<Stretch, number>();
  priced.forEach(({ operation: { cover } }, index) => {
    if (cover.kind !== 'stretch') return;
    stretchTotal.set(cover.stretch, (stretchTotal.get(cover.stretch) ?? 0) + (totals[index] as number));
  });
  return priced.map((each, index) => {
    const total = totals[index] as number;
    const { cover } = each.operation;
    switch (cover.kind) {
      case 'share':
        return total * (1 - cover.share);
      case 'attention':
        return Math.max(0, total - compute.attentionMs);
      case 'pipeline':
        return exposePipeline(each, training, sizes, compute);
      case 'stretch': {
        // Exchanges that share a stretch share what it hides.
        const all = stretchTotal.get(cover.stretch) as number;
        const hidden = training.overlap.data * measureStretch(cover.stretch, sizes, compute);
        return all > 0 ? Math.max(0, all - hidden) * (total / all) : 0;
      }
    }
  });
}

export function sumMs({ operation, eachUs }: PricedOperation): number {
  return (operation.countPerStep * eachUs) / US_PER_MS;
}

function measureStretch(stretch: Stretch, { microBatchCount }: ParallelSizes, { computeMs }: ComputeTime): number {
  if (stretch === 'forward') return FORWARD_SHARE * computeMs;
  const backward = BACKWARD_SHARE * computeMs;
  return stretch === 'backward' ? backward : backward / microBatchCount;
}

/**
 * While the pipeline fills and drains, a transfer to each of the p - 1 next stages lies open, forward and backward. In between
 * a transfer hides behind the stage's work on another micro-batch, as far as that lasts; backward work lasts twice as long.
 */
function exposePipeline(
  { eachUs }: PricedOperation,
  { interleave }: Training,
  { pipeline, microBatchCount }: ParallelSizes,
  { computeMs }: ComputeTime,
): number {
  const eachMs = eachUs / US_PER_MS;
  const passes = microBatchCount * interleave;
  const forward = (FORWARD_SHARE * computeMs) / passes;
  const backward = (BACKWARD_SHARE * computeMs) / passes;
  const between = Math.max(0, eachMs - forward) + Math.max(0, eachMs - backward);
  return 2 * (pipeline - 1) * eachMs + passes * between;
}

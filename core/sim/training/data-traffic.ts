/**
 * Gradients and parameters between model copies: an all-reduce a step, or with the optimiser sharded a reduce-scatter and an
 * all-gather (ZeRO-1 and 2), or parameters gathered layer by layer for every pass (ZeRO-3). arXiv 1910.02054, 2304.11277.
 */
import type { Layout, Training } from '../../netlist/netlist.ts';
import { splitWeights } from './model-shape.ts';
import type { Operation } from './operations.ts';
import type { ParallelSizes } from './parallel-sizes.ts';

/** Parameters travel in BF16. */
export const PARAMETER_BYTES = 2;

/** Weights of one kind on one GPU, and the copies of them. */
interface WeightShard {
  readonly noun: string;
  readonly perGpu: number;
  readonly layerCount: number;
  readonly copies: number;
  /** Under which the data axis runs over exactly these copies; null = the job's own, where it spans the context ranks. */
  readonly groupLayout: Layout | null;
}

export function listDataOperations(training: Training, sizes: ParallelSizes, gradientBytes: number): Operation[] {
  return listShards(training, sizes)
    .filter(({ copies, perGpu }) => copies > 1 && perGpu > 0)
    .flatMap((shard) =>
      training.zeroStage === 3
        ? gatherLayers(shard, sizes, gradientBytes)
        : exchangeOnce(shard, training.zeroStage, gradientBytes),
    );
}

/** Dense weights are the same on all data and context ranks; experts only on those that hold the same experts. */
function listShards({ model }: Training, sizes: ParallelSizes): WeightShard[] {
  const { tensor, context, pipeline, data, expert } = sizes;
  const weights = splitWeights(model);
  const perStage = tensor * pipeline;
  return [
    {
      noun: '',
      perGpu: weights.dense / perStage,
      layerCount: model.layerCount,
      copies: data * context,
      groupLayout: null,
    },
    {
      noun: 'expert ',
      perGpu: weights.expert / (perStage * expert),
      layerCount: Math.max(1, model.moeLayerCount),
      copies: (data * context) / expert,
      // The ranks that hold different experts stand beside the tensor ranks, so that they make one axis with them.
      groupLayout: { tensor: tensor * expert, context: Math.max(1, context / expert), pipeline, expert: 1 },
    },
  ];
}

function exchangeOnce(
  { noun, perGpu, groupLayout }: WeightShard,
  zeroStage: 0 | 1 | 2,
  gradientBytes: number,
): Operation[] {
  const shared = {
    axis: 'data',
    countPerStep: 1,
    groupLayout,
    cover: { kind: 'stretch', stretch: 'last-backward' },
  } as const;
  const gradients = perGpu * gradientBytes;
  if (zeroStage === 0) {
    return [{ ...shared, collective: 'all-reduce', label: `all-reduce of ${noun}gradients`, sizeBytes: gradients }];
  }
  return [
    { ...shared, collective: 'reduce-scatter', label: `reduce-scatter of ${noun}gradients`, sizeBytes: gradients },
    {
      ...shared,
      collective: 'all-gather',
      label: `all-gather of ${noun}parameters`,
      sizeBytes: perGpu * PARAMETER_BYTES,
    },
  ];
}

/** Layer by layer, for every micro-batch: parameters forward and backward, gradients backward. */
function gatherLayers(
  { noun, perGpu, layerCount, groupLayout }: WeightShard,
  sizes: ParallelSizes,
  gradientBytes: number,
): Operation[] {
  const layersHere = layerCount / sizes.pipeline;
  const perLayer = perGpu / layersHere;
  const shared = { axis: 'data', countPerStep: layersHere * sizes.microBatchCount, groupLayout } as const;
  const gather = { ...shared, collective: 'all-gather', sizeBytes: perLayer * PARAMETER_BYTES } as const;
  return [
    {
      ...gather,
      label: `all-gather of ${noun}parameters, forward`,
      cover: { kind: 'stretch', stretch: 'forward' },
    },
    {
      ...gather,
      label: `all-gather of ${noun}parameters, backward`,
      cover: { kind: 'stretch', stretch: 'backward' },
    },
    {
      ...shared,
      collective: 'reduce-scatter',
      label: `reduce-scatter of ${noun}gradients`,
      sizeBytes: perLayer * gradientBytes,
      cover: { kind: 'stretch', stretch: 'backward' },
    },
  ];
}

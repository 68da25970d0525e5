/**
 * What the axes of parallelism send in a training step, by the standard accounts: tensor and pipeline arXiv 2104.04473,
 * sequence parallel 2205.05198, ZeRO 1910.02054, ring attention 2310.01889, experts as DeepEP sends them
 * (https://github.com/deepseek-ai/DeepEP).
 */
import type { Training } from '../../netlist/netlist.ts';
import type { Operation } from './operations.ts';
import type { ParallelSizes } from './parallel-sizes.ts';
import { listDataOperations } from './data-traffic.ts';

/** Activations travel in BF16, also in FP8 runs. */
const ACTIVATION_BYTES = 2;
/** Tokens go to experts in the run's precision and come back in BF16. */
const DISPATCH_BYTES = { bf16: 2, fp8: 1 } as const;
const COMBINE_BYTES = 2;

/** `gradientBytes`: of one gradient on the wire. */
export function listOperations(training: Training, sizes: ParallelSizes, gradientBytes: number): Operation[] {
  return [
    ...listTensorOperations(training, sizes),
    ...listContextOperations(training, sizes),
    ...listExpertOperations(training, sizes),
    ...listPipelineOperations(training, sizes),
    ...listDataOperations(training, sizes, gradientBytes),
  ];
}

/** Tokens of one micro-batch on one GPU, before tensor parallel splits anything. */
function countTokens({ model, microBatchSequences }: Training, { context }: ParallelSizes): number {
  return (microBatchSequences * model.sequenceLength) / context;
}

/** Layer passes of one kind on a GPU in a step. */
function countLayerPasses(layerCount: number, { pipeline, microBatchCount }: ParallelSizes): number {
  return (layerCount / pipeline) * microBatchCount;
}

/** Two all-reduces forward and two backward a layer; with sequence parallel each is a reduce-scatter and an all-gather. */
function listTensorOperations(training: Training, sizes: ParallelSizes): Operation[] {
  if (sizes.tensor === 1) return [];
  const { model, isSequenceParallel, overlap } = training;
  const shared = {
    axis: 'tensor',
    sizeBytes: countTokens(training, sizes) * model.hiddenSize * ACTIVATION_BYTES,
    countPerStep: 4 * countLayerPasses(model.layerCount, sizes),
    groupLayout: null,
    cover: { kind: 'share', share: overlap.tensor },
  } as const;
  if (!isSequenceParallel) return [{ ...shared, collective: 'all-reduce', label: 'all-reduce of activations' }];
  return [
    { ...shared, collective: 'all-gather', label: 'all-gather of activations' },
    { ...shared, collective: 'reduce-scatter', label: 'reduce-scatter of activations' },
  ];
}

/** Keys and values go round the ring: c - 1 steps forward, twice that backward with their gradients. */
function listContextOperations(training: Training, sizes: ParallelSizes): Operation[] {
  const { context, tensor } = sizes;
  if (context === 1) return [];
  const { model } = training;
  const perToken =
    model.kvSizePerToken ?? (2 * model.kvHeadCount * model.headSize) / Math.min(tensor, model.kvHeadCount);
  return [
    {
      axis: 'context',
      label: 'keys and values to the next rank',
      collective: 'send-recv',
      sizeBytes: countTokens(training, sizes) * perToken * ACTIVATION_BYTES,
      countPerStep: 3 * (context - 1) * countLayerPasses(model.layerCount, sizes),
      groupLayout: null,
      cover: { kind: 'attention' },
    },
  ];
}

/** Dispatch and combine, once forward and once backward a layer with experts. */
function listExpertOperations(training: Training, sizes: ParallelSizes): Operation[] {
  const { model, precision, isSequenceParallel, overlap } = training;
  if (sizes.expert === 1 || model.moeLayerCount === 0) return [];
  const tokens = countTokens(training, sizes) / (isSequenceParallel ? sizes.tensor : 1);
  const numbers = tokens * model.expertsPerToken * model.hiddenSize;
  const shared = {
    axis: 'expert',
    collective: 'all-to-all',
    countPerStep: 2 * countLayerPasses(model.moeLayerCount, sizes),
    groupLayout: null,
    cover: { kind: 'share', share: overlap.expert },
    routed: { expertsPerToken: model.expertsPerToken, domainLimit: model.expertDomainLimit ?? null },
  } as const;
  return [
    { ...shared, label: 'dispatch of tokens to experts', sizeBytes: numbers * DISPATCH_BYTES[precision] },
    { ...shared, label: 'combine of expert results', sizeBytes: numbers * COMBINE_BYTES },
  ];
}

/** Activations to the next stage and their gradients back, for every micro-batch and interleaved stage. */
function listPipelineOperations(training: Training, sizes: ParallelSizes): Operation[] {
  if (sizes.pipeline === 1) return [];
  const { model, isSequenceParallel, interleave } = training;
  const tokens = countTokens(training, sizes) / (isSequenceParallel ? sizes.tensor : 1);
  return [
    {
      axis: 'pipeline',
      label: 'activations to the next stage',
      collective: 'send-recv',
      sizeBytes: tokens * model.hiddenSize * ACTIVATION_BYTES,
      countPerStep: 2 * sizes.microBatchCount * interleave,
      groupLayout: null,
      cover: { kind: 'pipeline' },
    },
  ];
}

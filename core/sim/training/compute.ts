/** What a step computes and how long that takes on GPUs that never wait. Times in ms. */
import type { Training } from '../../netlist/netlist.ts';
import { countAttentionFlopsPerToken, countWeightFlopsPerToken } from './model-shape.ts';
import type { ParallelSizes } from './parallel-sizes.ts';

export interface ComputeTime {
  /** Of useful work in one step, all GPUs: 6 * active parameters * tokens, and attention. */
  readonly flopsPerStep: number;
  /** All micro-batches of a GPU, part-filled ones at full length. */
  readonly computeMs: number;
  /** Of computeMs, what attention takes. */
  readonly attentionMs: number;
  /** GPUs wait for the pipeline to fill and to drain: compute * (p - 1) / (v * m) (arXiv 2104.04473, section 2.2.2). */
  readonly bubbleMs: number;
  readonly tokensPerStep: number;
}

const MS_PER_S = 1000;
const FLOPS_PER_TFLOP = 1e12;

/** `peakTflops`: dense peak of one GPU in the run's precision. */
export function computeStep(training: Training, sizes: ParallelSizes, peakTflops: number): ComputeTime {
  const { model, globalBatchSequences, microBatchSequences, kernelEfficiency, interleave } = training;
  const { gpuCount, data, pipeline, microBatchCount } = sizes;
  const attention = countAttentionFlopsPerToken(model);
  const perToken = countWeightFlopsPerToken(model) + attention;
  const tokensPerStep = globalBatchSequences * model.sequenceLength;
  const tokensWorked = data * microBatchCount * microBatchSequences * model.sequenceLength;
  const flopsPerMs = (gpuCount * peakTflops * FLOPS_PER_TFLOP * kernelEfficiency) / MS_PER_S;
  const computeMs = (perToken * tokensWorked) / flopsPerMs;
  return {
    flopsPerStep: perToken * tokensPerStep,
    computeMs,
    attentionMs: (attention * tokensWorked) / flopsPerMs,
    bubbleMs: (computeMs * (pipeline - 1)) / (interleave * microBatchCount),
    tokensPerStep,
  };
}

/**
 * Model FLOPs utilisation: 6 * active parameters * tokens over what the GPUs could do in the step. Attention is left out of the
 * numerator, so that runs of different sequence lengths compare.
 */
export function computeMfu(training: Training, sizes: ParallelSizes, peakTflops: number, stepMs: number): number {
  const { model, globalBatchSequences } = training;
  const flops = countWeightFlopsPerToken(model) * globalBatchSequences * model.sequenceLength;
  return flops / ((sizes.gpuCount * peakTflops * FLOPS_PER_TFLOP * stepMs) / MS_PER_S);
}

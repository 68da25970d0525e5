/**
 * Expected figures: Megatron-LM (arXiv 2104.04473), PaLM (arXiv 2204.02311), GPT-3 (arXiv 2005.14165), Llama 3 (arXiv 2407.21783).
 */
import { describe, expect, it } from 'vitest';
import type { Model, Training } from '#core/design/scenario.ts';
import { computeMfu, computeStep } from '#core/sim/training/compute.ts';
import { createTraining, MODEL_PRESETS } from '#core/sim/training/model-presets.ts';
import { countAttentionFlopsPerToken, countWeightFlopsPerToken, splitWeights } from '#core/sim/training/model-shape.ts';
import { type ParallelSizes, sizeParallel } from '#core/sim/training/parallel-sizes.ts';
import { findPreset } from '../../../support/training.ts';

/** The largest run of the Megatron-LM paper, table 1: 1008 billion parameters, 3,072 A100, 52 % of 312 TFLOPS. */
const trillion: Model = {
  name: 'GPT 1T',
  parameterCount: 1008e9,
  activeParameterCount: 1008e9,
  layerCount: 128,
  hiddenSize: 25600,
  sequenceLength: 2048,
  headCount: 160,
  kvHeadCount: 160,
  headSize: 160,
  expertCount: 0,
  expertsPerToken: 0,
  moeLayerCount: 0,
};

function size(training: Training, gpuCount: number, layout: Partial<ParallelSizes> = {}): ParallelSizes {
  const sizes = sizeParallel({ tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout }, training, gpuCount);
  if (!sizes.ok) throw new Error(sizes.error);
  return sizes.value;
}

describe('work of a token', () => {
  it('GPT-3: 6 x 175 billion, 3.14e23 over its 300 billion tokens (GPT-3 paper, table D.1)', () => {
    const perToken = countWeightFlopsPerToken(findPreset('GPT-3 175B'));
    expect(perToken).toBe(1.05e12);
    expect(perToken * 300e9).toBeCloseTo(3.15e23, -22);
  });

  it('attention is 12 L h s, halved for the causal mask', () => {
    expect(countAttentionFlopsPerToken(findPreset('GPT-3 175B'))).toBe((12 * 96 * 12288 * 2048) / 2);
  });

  it('Llama 3 405B: 3.8e25 operations over 15.6T tokens, as its makers say', () => {
    expect((countWeightFlopsPerToken(findPreset('Llama 3 405B')) * 15.6e12) / 3.8e25).toBeCloseTo(1, 2);
  });

  it('DeepSeek-V3: its 58 x 256 experts of three 7168 x 2048 matrices are the weights of which a token sees 8 in 256', () => {
    const { dense, expert } = splitWeights(findPreset('DeepSeek-V3 671B'));
    expect(expert / (58 * 256 * 3 * 7168 * 2048)).toBeCloseTo(1, 2);
    expect(dense + expert).toBeCloseTo(671e9, -3);
  });

  it('a dense model has no experts', () => {
    expect(splitWeights(findPreset('Llama 3 8B'))).toEqual({ dense: 8.03e9, expert: 0 });
  });
});

describe('time of a step', () => {
  it('1T GPT on 3,072 A100: 163 TFLOPS per GPU are 52 % of peak; with its recomputed forward pass the step takes 102.6 s', () => {
    // The paper: F = 96 B s l h^2 (1 + s / 6h + V / 16 l h), recomputation included; attention there is not halved.
    const paperFlops = 96 * 3072 * 2048 * 128 * 25600 ** 2 * (1 + 2048 / (6 * 25600) + 51200 / (16 * 128 * 25600));
    const training: Training = { ...createTraining(trillion), globalBatchSequences: 3072, kernelEfficiency: 163 / 312 };
    const sizes = size(training, 3072, { tensor: 8, pipeline: 64 });
    const { flopsPerStep, computeMs } = computeStep(training, sizes, 312);
    const attention = countAttentionFlopsPerToken(trillion) * 3072 * 2048;
    const recomputed = (flopsPerStep + attention) * (4 / 3);
    expect(recomputed / paperFlops).toBeCloseTo(1, 2);
    expect(recomputed / (3072 * 163e12) / 102.6).toBeCloseTo(1, 2);
    expect(computeMs / 1000).toBeCloseTo(flopsPerStep / (3072 * 163e12), 6);
  });

  it('MFU is what the weights need over what the GPUs could do', () => {
    const training = createTraining(trillion);
    const sizes = size(training, 2048, { tensor: 8, pipeline: 64 });
    const tokens = training.globalBatchSequences * 2048;
    const stepMs = ((6 * 1008e9 * tokens) / (2048 * 312e12 * 0.5)) * 1000;
    expect(computeMfu(training, sizes, 312, stepMs)).toBeCloseTo(0.5, 10);
  });

  it.each([
    // (p - 1) / (v m): 16 stages, 16 micro-batches.
    [16, 16, 1, 15 / 16],
    [16, 16, 8, 15 / 128],
    [4, 32, 2, 3 / 64],
    [1, 8, 1, 0],
  ])(
    'the bubble of %i stages, %i micro-batches, interleaved %i times is %f of compute',
    (pipeline, m, interleave, share) => {
      const training: Training = {
        ...createTraining(findPreset('Llama 3 405B')),
        globalBatchSequences: m * 8,
        interleave,
      };
      const sizes = size(training, 8 * pipeline, { pipeline });
      expect(sizes).toMatchObject({ data: 8, microBatchCount: m });
      const { bubbleMs, computeMs } = computeStep(training, sizes, 989);
      expect(bubbleMs / computeMs).toBeCloseTo(share, 12);
    },
  );

  it('with one pass the efficiency of a pipeline is m / (m + p - 1)', () => {
    const training: Training = { ...createTraining(findPreset('GPT-3 175B')), globalBatchSequences: 24, interleave: 1 };
    const { bubbleMs, computeMs } = computeStep(training, size(training, 8, { pipeline: 8 }), 989);
    expect(computeMs / (computeMs + bubbleMs)).toBeCloseTo(24 / 31, 12);
  });

  it('a part-filled micro-batch costs its full time', () => {
    const training: Training = {
      ...createTraining(findPreset('Llama 3 8B')),
      globalBatchSequences: 9,
      microBatchSequences: 2,
    };
    const sizes = size(training, 4);
    expect(sizes.microBatchCount).toBe(2);
    const full = computeStep({ ...training, globalBatchSequences: 16 }, sizes, 989);
    const part = computeStep(training, sizes, 989);
    expect(part.computeMs).toBe(full.computeMs);
    expect(part.flopsPerStep / full.flopsPerStep).toBeCloseTo(9 / 16, 12);
  });
});

describe('layouts that do not work', () => {
  const dense = createTraining(findPreset('Llama 3 8B'));
  const moe = createTraining(findPreset('DeepSeek-V3 671B'));

  it.each([
    ['does not divide', dense, { tensor: 3 }, 8],
    ['longer than the 32 layers', dense, { pipeline: 64 }, 64],
    ['has no experts', dense, { expert: 2 }, 8],
    ['do not divide the 8 ranks', moe, { expert: 3 }, 8],
    ['leaves 1024 of 2048 model copies without work', dense, {}, 2048],
  ])('says what %s', (words, training, layout, gpuCount) => {
    const sizes = sizeParallel({ tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout }, training, gpuCount);
    expect(sizes.ok ? '' : sizes.error).toContain(words);
  });

  it('presets are valid models', () => {
    expect(MODEL_PRESETS.map(({ name }) => name)).toHaveLength(5);
  });
});

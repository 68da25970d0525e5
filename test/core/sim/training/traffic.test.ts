/**
 * Expected bytes and counts are worked out by hand from the papers' accounts: Megatron-LM (arXiv 2104.04473), sequence parallel
 * (2205.05198), ZeRO (1910.02054), DeepEP (https://github.com/deepseek-ai/DeepEP).
 */
import { describe, expect, it } from 'vitest';
import type { Layout, Training } from '#core/design/scenario.ts';
import { countStateBytes, explainMisfit } from '#core/sim/training/memory.ts';
import { createTraining } from '#core/sim/training/model-presets.ts';
import type { Operation } from '#core/sim/training/operations.ts';
import { sizeParallel } from '#core/sim/training/parallel-sizes.ts';
import { countRemoteDomains } from '#core/sim/training/price-operations.ts';
import { proposeLayout } from '#core/sim/training/propose-layout.ts';
import { listOperations } from '#core/sim/training/traffic.ts';
import { findPreset } from '../../../support/training.ts';

const BF16_GRADIENTS = 2;

function setUp(name: string, patch: Partial<Training>, layout: Partial<Layout>, gpuCount: number) {
  const training: Training = { ...createTraining(findPreset(name)), ...patch };
  const sizes = sizeParallel({ tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout }, training, gpuCount);
  if (!sizes.ok) throw new Error(sizes.error);
  return { training, sizes: sizes.value };
}

function list(name: string, patch: Partial<Training>, layout: Partial<Layout>, gpuCount: number): Operation[] {
  const { training, sizes } = setUp(name, patch, layout, gpuCount);
  return listOperations(training, sizes, BF16_GRADIENTS);
}

/** Bytes on the wire of a ring, for each rank, in terms of (n - 1) / n. */
function sumRingBytes(operations: readonly Operation[]): number {
  return operations.reduce(
    (sum, { collective, sizeBytes, countPerStep }) =>
      sum + (collective === 'all-reduce' ? 2 : 1) * sizeBytes * countPerStep,
    0,
  );
}

describe('tensor parallel', () => {
  it('four all-reduces of b s h in BF16 a layer and micro-batch', () => {
    const operations = list('GPT-3 175B', { globalBatchSequences: 16, isSequenceParallel: false }, { tensor: 8 }, 8);
    expect(operations).toMatchObject([
      { axis: 'tensor', collective: 'all-reduce', sizeBytes: 2048 * 12288 * 2, countPerStep: 4 * 96 * 16 },
    ]);
  });

  it('sequence parallel moves the same bytes as reduce-scatter and all-gather', () => {
    const layout = { tensor: 8, pipeline: 4 };
    const [plain, sequence] = [false, true].map((isSequenceParallel) =>
      list('GPT-3 175B', { globalBatchSequences: 16, isSequenceParallel }, layout, 32).filter(
        ({ axis }) => axis === 'tensor',
      ),
    );
    expect(sequence).toHaveLength(2);
    expect(sumRingBytes(sequence ?? [])).toBe(sumRingBytes(plain ?? []));
  });
});

describe('data parallel', () => {
  it('one all-reduce of the gradients of a stage: 405.9 billion / (8 x 16) x 2 B', () => {
    const operations = list('Llama 3 405B', { zeroStage: 0 }, { tensor: 8, pipeline: 16 }, 16384);
    const data = operations.filter(({ axis }) => axis === 'data');
    expect(data).toMatchObject([{ collective: 'all-reduce', sizeBytes: (405.9e9 / 128) * 2, countPerStep: 1 }]);
  });

  it.each([
    [1, 1],
    [2, 1],
    // Gathered forward and backward: one and a half times the bytes, here for a single micro-batch.
    [3, 1.5],
  ] as const)('ZeRO-%i moves %f times the bytes of the all-reduce', (zeroStage, factor) => {
    const sum = (stage: Training['zeroStage']): number =>
      sumRingBytes(list('Llama 3 8B', { zeroStage: stage, globalBatchSequences: 64 }, {}, 64));
    expect(sum(zeroStage) / sum(0)).toBeCloseTo(factor, 12);
  });

  it('ZeRO-3 gathers again for every micro-batch', () => {
    const sum = (globalBatchSequences: number): number =>
      sumRingBytes(list('Llama 3 8B', { zeroStage: 3, globalBatchSequences }, {}, 64));
    expect(sum(256)).toBeCloseTo(4 * sum(64), -2);
  });

  it('gradients of experts are summed only over the ranks that hold the same experts', () => {
    const layout = { tensor: 1, pipeline: 16, expert: 64 };
    const data = list('DeepSeek-V3 671B', { zeroStage: 0 }, layout, 2048).filter(({ axis }) => axis === 'data');
    expect(data).toHaveLength(2);
    // 58 x 256 experts of 3 x 7168 x 2048 weights over 16 stages and 64 ranks; the two copies of 128 data ranks.
    expect((data[1]?.sizeBytes ?? 0) / ((58 * 256 * 3 * 7168 * 2048 * 2) / (16 * 64))).toBeCloseTo(1, 2);
    expect(data[1]?.groupLayout).toEqual({ tensor: 64, context: 1, pipeline: 16, expert: 1 });
  });

  it('with as many experts ranks as data ranks, nobody else holds the same experts', () => {
    const data = list('DeepSeek-V3 671B', { zeroStage: 0 }, { expert: 64 }, 64).filter(({ axis }) => axis === 'data');
    expect(data.map(({ label }) => label)).toEqual(['all-reduce of gradients']);
  });
});

describe('pipeline, context and expert parallel', () => {
  it('activations go to the next stage and gradients back, sharded over the tensor ranks', () => {
    const patch = { globalBatchSequences: 32, interleave: 2 };
    const operations = list('GPT-3 175B', patch, { tensor: 8, pipeline: 4 }, 32);
    expect(operations.find(({ axis }) => axis === 'pipeline')).toMatchObject({
      collective: 'send-recv',
      sizeBytes: (2048 * 12288 * 2) / 8,
      countPerStep: 2 * 32 * 2,
    });
  });

  it('keys and values of 8 heads go round: c - 1 steps forward and twice that backward', () => {
    const operations = list('Llama 3 8B', { globalBatchSequences: 4 }, { context: 4 }, 4);
    expect(operations.find(({ axis }) => axis === 'context')).toMatchObject({
      sizeBytes: (8192 / 4) * 2 * 8 * 128 * 2,
      countPerStep: 3 * 3 * 32 * 4,
    });
  });

  it('DeepEP: 128 tokens of width 7168 to 8 experts in FP8 are 7.3 MB, 151 us at 48.5 GB/s', () => {
    const model = { ...findPreset('DeepSeek-V3 671B'), sequenceLength: 128 };
    const { training, sizes } = setUp('DeepSeek-V3 671B', { model }, { expert: 32 }, 32);
    const [dispatch, combine] = listOperations(training, sizes, BF16_GRADIENTS).filter(({ axis }) => axis === 'expert');
    expect(dispatch?.sizeBytes).toBe(128 * 8 * 7168);
    expect((dispatch?.sizeBytes ?? 0) / 1e6).toBeCloseTo(7.34, 2);
    expect((dispatch?.sizeBytes ?? 0) / (48.5 * 1000)).toBeCloseTo(151, 0);
    expect(combine?.sizeBytes).toBe(2 * (dispatch?.sizeBytes ?? 0));
    expect(dispatch?.countPerStep).toBe(2 * 58 * sizes.microBatchCount);
  });

  it('a token of 8 experts over 8 nodes reaches 4.6 others: 7 x (1 - (7/8)^8)', () => {
    expect(countRemoteDomains(8, 8)).toBeCloseTo(7 * (1 - 0.875 ** 8), 12);
    expect(countRemoteDomains(1, 8)).toBe(0);
    // One expert: the share of the other nodes.
    expect(countRemoteDomains(4, 1)).toBeCloseTo(3 / 4, 12);
  });
});

describe('memory', () => {
  it('7.5 billion parameters on 64 GPUs: 120, 31.4, 16.6 and 1.9 GB (ZeRO, figure 1, FP16 gradients)', () => {
    const model = { ...findPreset('Llama 3 8B'), parameterCount: 7.5e9, activeParameterCount: 7.5e9 };
    const bytes = ([0, 1, 2, 3] as const).map((zeroStage) => {
      const { training, sizes } = setUp('Llama 3 8B', { model, zeroStage }, {}, 64);
      return countStateBytes(training, sizes, BF16_GRADIENTS) / 1e9;
    });
    expect(bytes.map((gb) => Math.round(gb * 10) / 10)).toEqual([120, 31.4, 16.6, 1.9]);
  });

  it('405B with 16 B a parameter is 6.5 TB of training state', () => {
    const { training, sizes } = setUp('Llama 3 405B', { zeroStage: 0 }, {}, 1);
    expect(countStateBytes(training, sizes, BF16_GRADIENTS) / 1e12).toBeCloseTo(6.5, 1);
  });

  it('says by how much a model does not fit, and nothing when memory is not known', () => {
    const { training, sizes } = setUp('Llama 3 70B', {}, {}, 64);
    expect(explainMisfit(training, sizes, BF16_GRADIENTS, 80)).toContain('take 296 GB of each GPU, which has 80 GB');
    expect(explainMisfit(training, sizes, BF16_GRADIENTS, null)).toBeNull();
    expect(explainMisfit(training, sizes, BF16_GRADIENTS, 300)).toBeNull();
  });

  it.each([
    // 405.9 GB x 6 B / (8 x 8) = 38 GB and little of the optimiser; half the pipeline would take 76 of the 56 GB that state may have.
    ['Llama 3 405B', 16384, { tensor: 8, pipeline: 8, expert: 1 }],
    // 8.03 x 6 = 48 GB: a copy on each GPU.
    ['Llama 3 8B', 128, { tensor: 1, pipeline: 1, expert: 1 }],
    // The batch of 1,024 sequences is shared by no more than as many copies.
    ['Llama 3 8B', 16384, { tensor: 8, pipeline: 2, expert: 1 }],
    // 16.6 billion dense weights x 6 B = 100 GB: four stages, and an expert of each layer's 256 on every rank.
    ['DeepSeek-V3 671B', 2048, { tensor: 1, pipeline: 4, expert: 256 }],
  ])('finds a layout for %s on %i GPUs of 80 GB', (name, gpuCount, layout) => {
    const site = { gpuCount, domainSize: 8, hbmGb: 80, gradientBytes: 4 };
    expect(proposeLayout(createTraining(findPreset(name)), site)).toEqual({ context: 1, ...layout });
  });

  it('finds none where there is none', () => {
    const site = { gpuCount: 8, domainSize: 8, hbmGb: 80, gradientBytes: 4 };
    expect(proposeLayout(createTraining(findPreset('Llama 3 405B')), site)).toBeNull();
  });
});

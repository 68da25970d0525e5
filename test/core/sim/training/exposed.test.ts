/** Expected times are worked out by hand from T_TP (1 - f) + T_EP (1 - f) + max(0, T_DP - w * backward) + the pipeline's edges. */
import { describe, expect, it } from 'vitest';
import type { Layout, Training } from '#core/design/scenario.ts';
import type { ComputeTime } from '#core/sim/training/compute.ts';
import { computeExposed } from '#core/sim/training/exposed.ts';
import { createTraining } from '#core/sim/training/model-presets.ts';
import type { Cover, Operation } from '#core/sim/training/operations.ts';
import { sizeParallel } from '#core/sim/training/parallel-sizes.ts';
import { findPreset } from '../../../support/training.ts';

/** 900 ms of compute: 300 forward, 600 backward, of which attention takes 90. */
const compute: ComputeTime = { flopsPerStep: 1, computeMs: 900, attentionMs: 90, bubbleMs: 0, tokensPerStep: 1 };

function expose(
  operations: readonly { cover: Cover; countPerStep: number; eachMs: number }[],
  patch: Partial<Training> = {},
  layout: Partial<Layout> = {},
  batch = 10,
): number[] {
  const training: Training = {
    ...createTraining(findPreset('GPT-3 175B')),
    globalBatchSequences: batch,
    interleave: 1,
    ...patch,
  };
  const whole = { tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout };
  const sizes = sizeParallel(whole, training, whole.pipeline);
  if (!sizes.ok) throw new Error(sizes.error);
  const priced = operations.map(({ cover, countPerStep, eachMs }) => {
    const operation: Operation = {
      axis: 'data',
      label: 'test',
      collective: 'all-reduce',
      sizeBytes: 1,
      countPerStep,
      groupLayout: null,
      cover,
    };
    return { operation, eachUs: eachMs * 1000 };
  });
  return computeExposed(training, sizes.value, compute, priced).map((ms) => Math.round(ms * 1e6) / 1e6);
}

const overlap = (data: number): Partial<Training> => ({ overlap: { tensor: 0, expert: 0, data } });

describe('exposed communication', () => {
  it('a share is hidden', () => {
    expect(expose([{ cover: { kind: 'share', share: 0.3 }, countPerStep: 10, eachMs: 2 }])).toEqual([14]);
  });

  it('keys and values hide behind attention', () => {
    const ring = { cover: { kind: 'attention' }, countPerStep: 10, eachMs: 10 } as const;
    expect(expose([ring])).toEqual([10]);
    expect(expose([{ ...ring, eachMs: 8 }])).toEqual([0]);
  });

  it('gradients hide behind the last of ten backward passes: 60 ms, half of it usable', () => {
    const cover = { kind: 'stretch', stretch: 'last-backward' } as const;
    expect(expose([{ cover, countPerStep: 1, eachMs: 50 }], overlap(0.5))).toEqual([20]);
    expect(expose([{ cover, countPerStep: 1, eachMs: 25 }], overlap(0.5))).toEqual([0]);
  });

  it('what shares a stretch shares its cover: 60 of 90 ms lie open, two thirds of each', () => {
    const cover = { kind: 'stretch', stretch: 'last-backward' } as const;
    const exchanges = [
      { cover, countPerStep: 1, eachMs: 60 },
      { cover, countPerStep: 1, eachMs: 30 },
    ];
    expect(expose(exchanges, overlap(0.5))).toEqual([40, 20]);
  });

  it('ZeRO-3 has every pass to hide behind: 10 x max(0, 40 - 30) forward, nothing backward', () => {
    const exchanges = [
      { cover: { kind: 'stretch', stretch: 'forward' }, countPerStep: 10, eachMs: 40 },
      { cover: { kind: 'stretch', stretch: 'backward' }, countPerStep: 10, eachMs: 40 },
    ] as const;
    expect(expose(exchanges, overlap(1))).toEqual([100, 0]);
  });

  it('a pipeline of four shows its six edges of 2 ms', () => {
    const send = { cover: { kind: 'pipeline' }, countPerStep: 20, eachMs: 2 } as const;
    expect(expose([send], {}, { pipeline: 4 })).toEqual([12]);
  });

  it('a transfer longer than the work of a micro-batch holds it up: 30 ms forward, 60 backward', () => {
    const send = { cover: { kind: 'pipeline' }, countPerStep: 20, eachMs: 70 } as const;
    expect(expose([send], {}, { pipeline: 4 })).toEqual([6 * 70 + 10 * (40 + 10)]);
  });
});

/**
 * The whole chain from a generated fabric. Published: Llama 3 405B on 16,384 H100, tensor 8 and pipeline 16, reached 38 to 43 % of
 * peak in BF16, 41 % in this layout (arXiv 2407.21783, table 4).
 */
import { describe, expect, it } from 'vitest';
import { createScenario, type Scenario, type Training } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { estimateTraining } from '#core/sim/training/estimate-training.ts';
import { createTraining } from '#core/sim/training/model-presets.ts';
import type { TrainingReport } from '#core/sim/training-report.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { generateFabric } from '../../../support/generate-fabric.ts';
import { findPreset } from '../../../support/training.ts';

function generateServers(endpointCount: number, partId = 'dgx-h100', more: Record<string, unknown> = {}): Netlist {
  const design = generateFabric({
    endpointCount,
    endpoint: { partId },
    fabric: { technology: 'infiniband', topology: 'fat-tree', leaf: { partId: 'qm9700' }, ...more },
  });
  return elaborate(design, builtInCatalog).netlist;
}

function ask(modelName: string, layout: Partial<Scenario['layout']>, patch: Partial<Training> = {}): Scenario {
  return {
    ...createScenario('scenario-1', 'Training'),
    layout: { tensor: 1, context: 1, pipeline: 1, expert: 1, ...layout },
    training: { ...createTraining(findPreset(modelName)), ...patch },
  };
}

function estimate(netlist: Netlist, scenario: Scenario): TrainingReport {
  const report = estimateTraining(netlist, scenario);
  if (!report.ok) throw new Error(report.error);
  return report.value;
}

const sixteen = generateServers(16);

describe('a training run on a drawn fabric', () => {
  it('Llama 3 405B on 16,384 H100: 38 to 43 % of peak, give or take a tenth', () => {
    const netlist = generateServers(2048, 'dgx-h100', { topology: 'rail-optimised' });
    const report = estimate(netlist, ask('Llama 3 405B', { tensor: 8, pipeline: 16 }));
    expect(report.layout).toEqual({ tensor: 8, context: 1, pipeline: 16, data: 128, expert: 1 });
    expect(report.drawn.mfu).toBeGreaterThan(0.38 * 0.9);
    expect(report.drawn.mfu).toBeLessThan(0.43 * 1.1);
    // 16.8M tokens a step.
    expect((report.tokensPerSecond * report.drawn.stepMs) / 1000).toBeCloseTo(2048 * 8192, 0);
  });

  it('lost GPU-hours are the GPUs times 8,760 h times the share, and money is their price', () => {
    const report = estimate(sixteen, ask('Llama 3 70B', { tensor: 8 }, { pricePerGpuHour: 2.5, currency: 'EUR' }));
    expect(report.gpuCount).toBe(128);
    expect(report.lostGpuHoursPerYear).toBeCloseTo(128 * 8760 * report.networkShare, 6);
    expect(report.lostMoneyPerYear).toBeCloseTo(2.5 * report.lostGpuHoursPerYear, 6);
    expect(report.currency).toBe('EUR');
    expect(estimate(sixteen, ask('Llama 3 70B', { tensor: 8 })).lostMoneyPerYear).toBeNull();
  });

  it('tensor parallel inside a scale-up domain puts nothing on the NICs', () => {
    const { traffic } = estimate(sixteen, ask('Llama 3 70B', { tensor: 8 }));
    const tensor = traffic.filter(({ axis }) => axis === 'tensor');
    expect(tensor.map(({ groupSize, bottleneck }) => [groupSize, bottleneck.kind])).toEqual([
      [8, 'scale-up'],
      [8, 'scale-up'],
    ]);
    // 16 GB/s NICs instead of 50 would show, if any byte left the domain.
    const slow = generateServers(16, 'dgx-a100', { speedGbps: 200, leaf: { partId: 'qm8700' } });
    const alone = generateServers(2, 'dgx-a100', {
      speedGbps: 200,
      leaf: { partId: 'qm8700' },
      topology: 'single-switch',
    });
    const each = [slow, alone].map(
      (netlist) =>
        estimate(netlist, ask('Llama 3 70B', { tensor: 8 })).traffic.find(({ axis }) => axis === 'tensor')?.timeEachUs,
    );
    expect(each[0]).toBe(each[1]);
  });

  it('tensor parallel over two servers pays for the way between them', () => {
    const timeOf = (tensor: number): number =>
      estimate(sixteen, ask('Llama 3 70B', { tensor })).traffic.find(({ axis }) => axis === 'tensor')?.timeEachUs ?? 0;
    // Eight NICs together keep up with NVLink; the latency of 15 ring steps, two of them over the fabric, does not go away.
    expect(timeOf(16)).toBeGreaterThan(1.1 * timeOf(8));
  });

  it('experts of a run over 8 servers exchange tokens over the NICs, their gradients among equals only', () => {
    const { traffic } = estimate(sixteen, ask('DeepSeek-V3 671B', { expert: 64 }));
    const sizes = traffic.map(({ axis, collective, groupSize }) => [axis, collective, groupSize]);
    expect(sizes).toEqual([
      ['expert', 'dispatch of tokens to experts', 64],
      ['expert', 'combine of expert results', 64],
      ['data', 'reduce-scatter of gradients', 128],
      ['data', 'all-gather of parameters', 128],
      ['data', 'reduce-scatter of expert gradients', 2],
      ['data', 'all-gather of expert parameters', 2],
    ]);
  });

  it('context ranks hold the same weights: gradients are summed over them too', () => {
    const { traffic } = estimate(sixteen, ask('Llama 3 8B', { context: 4 }));
    expect(traffic.map(({ axis, groupSize }) => [axis, groupSize])).toEqual([
      ['context', 4],
      ['data', 128],
      ['data', 128],
    ]);
  });

  it('a tenant trains on its own servers', () => {
    const deviceId = sixteen.groups.find(({ role }) => role === 'endpoint')?.deviceId ?? '';
    const group = { kind: 'tenant', name: 'A', runs: [{ deviceId, members: { first: 0, count: 4 } }] } as const;
    const report = estimate(sixteen, {
      ...ask('Llama 3 8B', { tensor: 2 }),
      group: { ...group, runs: [...group.runs] },
    });
    expect([report.gpuCount, report.layout.data]).toEqual([32, 16]);
  });

  it('a forced algorithm of the scenario does not bind training', () => {
    const scenario = ask('Llama 3 8B', {});
    expect(estimate(sixteen, { ...scenario, algorithm: 'tree' })).toEqual(estimate(sixteen, scenario));
  });
});

describe('what it says besides', () => {
  it('a model that does not fit, and a batch that does not divide', () => {
    const { notes } = estimate(sixteen, ask('Llama 3 70B', {}, { globalBatchSequences: 130 }));
    expect(notes.join(' ')).toContain('Llama 3 70B does not fit');
    expect(notes.join(' ')).toContain('49 % of the work is padding');
  });

  it('the figures it rests on: peak unknown, no training, no GPUs', () => {
    const fp8 = generateServers(4, 'dgx-a100', { speedGbps: 200, leaf: { partId: 'qm8700' } });
    expect(estimateTraining(fp8, ask('Llama 3 8B', {}, { precision: 'fp8' }))).toMatchObject({
      ok: false,
      error: expect.stringContaining('The FP8 peak of NVIDIA A100 80GB SXM4 is not known'),
    });
    expect(estimateTraining(fp8, ask('Llama 3 8B', {}, { precision: 'fp8', peakTflops: 600 })).ok).toBe(true);
    expect(estimateTraining(sixteen, createScenario('s', 's'))).toMatchObject({ ok: false });
    expect(estimateTraining(sixteen, ask('Llama 3 8B', { tensor: 3 }))).toMatchObject({ ok: false });
  });
});

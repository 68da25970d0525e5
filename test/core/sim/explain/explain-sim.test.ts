/** Every derivation of a simulated figure, worked out again from its own values, comes to the figure it is of. */
import { describe, expect, it } from 'vitest';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { collectiveSchema, createScenario } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import { explainFlowJob } from '#core/sim/explain/explain-flow.ts';
import {
  explainCheckpoint,
  explainHandover,
  explainLostHours,
  explainMfu,
  explainNetworkShare,
  explainPrompt,
  explainStep,
  explainTraffic,
} from '#core/sim/explain/explain-training.ts';
import { estimateTraining } from '#core/sim/training/estimate-training.ts';
import { createTraining } from '#core/sim/training/model-presets.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';
import { ask, drawRailPods } from '../../../support/flow-fabric.ts';
import { findPreset } from '../../../support/training.ts';

const { netlist } = elaborate(drawRailPods(2, 4, 4), builtInCatalog);

/** The figure itself, after every line of the formula came to what is stated. */
function derive(explanation: Explanation | null): number | undefined {
  if (!explanation) return undefined;
  const stated = new Map(explanation.values.map(({ symbol, value }) => [symbol, value]));
  for (const { symbol, value } of evaluateFormula(explanation.formula, explanation.values)) {
    const expected = stated.get(symbol) ?? Number.NaN;
    expect([explanation.title, symbol, Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))]).toEqual([
      explanation.title,
      symbol,
      true,
    ]);
  }
  return explanation.values[0]?.value;
}

describe('explanations of simulated figures', () => {
  it('time of every collective, with its bandwidths', () => {
    for (const collective of collectiveSchema.options) {
      const estimate = estimateScenario(netlist, ask({ collective, sizeBytes: 2 ** 26 }));
      if (!estimate.ok) throw new Error(estimate.error);
      expect([collective, derive(explainCollective(estimate.value))]).toEqual([collective, estimate.value.timeUs]);
    }
  });

  it('a training step and what it costs', () => {
    const training = { ...createTraining(findPreset('Llama 3 8B')), pricePerGpuHour: 2 };
    const result = estimateTraining(netlist, { ...createScenario('scenario-1', 'Training'), training });
    if (!result.ok) throw new Error(result.error);
    const report = result.value;
    expect(derive(explainStep(report.drawn, 'this fabric'))).toBe(report.drawn.stepMs);
    expect(derive(explainNetworkShare(report))).toBe(report.networkShare);
    expect(derive(explainMfu(report, report.drawn))).toBe(report.drawn.mfu);
    expect(derive(explainLostHours(report))).toBe(report.lostGpuHoursPerYear);
    for (const line of report.traffic) expect(derive(explainTraffic(line))).toBe(line.totalMs);
    if (report.checkpoint) expect(derive(explainCheckpoint(report.checkpoint))).toBe(report.checkpoint.writeSeconds);
    if (!report.serving) throw new Error('more than one domain serves');
    expect(derive(explainPrompt(report.serving))).toBe(report.serving.kvBytesPerPrompt);
    expect(derive(explainHandover(report.serving))).toBe(report.serving.promptsPerSecond);
  });

  it('what chance and neighbours cost a job of the flow model', () => {
    const job = { jobId: 'main', name: 'Main', medianUs: 100, p5Us: 90, p95Us: 130, idealUs: 80, busbwGBps: 40 };
    // 80 of 100 us are left when nothing gets in the way.
    expect(derive(explainFlowJob(job, 5))).toBeCloseTo(0.2, 12);
    expect(explainFlowJob({ ...job, medianUs: Number.POSITIVE_INFINITY }, 5)).toBeNull();
  });
});

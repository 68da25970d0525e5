/** Laws that hold for every training run on every fabric: sums, shares, order against the ideal network, more overlap. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScenario, type Scenario, type Training } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { estimateTraining } from '#core/sim/training/estimate-training.ts';
import { createTraining, MODEL_PRESETS } from '#core/sim/training/model-presets.ts';
import type { TrainingReport } from '#core/sim/training-report.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { generateFabric } from '../support/generate-fabric.ts';

/** Non-blocking, 4:1 at the leaves, and rail-optimised; 256 GPUs each. */
const netlists = [
  { topology: 'fat-tree' },
  { topology: 'fat-tree', oversubscription: { leaf: 4, spine: 1 } },
  { topology: 'rail-optimised' },
].map((fabric) => {
  const design = generateFabric({
    endpointCount: 32,
    endpoint: { partId: 'dgx-h100' },
    fabric: { technology: 'infiniband', leaf: { partId: 'qm9700' }, ...fabric },
  });
  return elaborate(design, builtInCatalog).netlist;
});

const power = (max: number): fc.Arbitrary<number> => fc.nat({ max }).map((exponent) => 2 ** exponent);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const arbitraryRun = fc.record({
  netlist: fc.constantFrom(...netlists),
  routing: fc.constantFrom('fabric', 'ecmp', 'ecmp-qp', 'adaptive', 'spray'),
  placement: fc.constantFrom('packed', 'rail-aligned', 'random'),
  model: fc.constantFrom(...MODEL_PRESETS),
  layout: fc.record({ tensor: power(4), context: power(2), pipeline: power(3), expert: power(4) }),
  patch: fc.record({
    globalBatchSequences: fc.integer({ min: 256, max: 2048 }),
    microBatchSequences: fc.integer({ min: 1, max: 4 }),
    zeroStage: fc.constantFrom(0, 1, 2, 3),
    interleave: fc.integer({ min: 1, max: 4 }),
    isSequenceParallel: fc.boolean(),
    overlap: fc.record({ tensor: share, expert: share, data: share }),
  }),
});

type Run = typeof arbitraryRun extends fc.Arbitrary<infer T> ? T : never;

function estimate({ netlist, routing, placement, model, layout, patch }: Run): TrainingReport | null {
  const training: Training = { ...createTraining(model), ...patch } as Training;
  const scenario = {
    ...createScenario('s', 's'),
    routing,
    placement,
    layout: { ...layout, expert: model.expertCount === 0 ? 1 : layout.expert },
    training,
  } as Scenario;
  const report = estimateTraining(netlist, scenario);
  return report.ok ? report.value : null;
}

describe('training runs', () => {
  it('parts add up, shares are shares, and the ideal network is never slower', () => {
    let answered = 0;
    fc.assert(
      fc.property(arbitraryRun, (run) => {
        const report = estimate(run);
        if (report === null) return;
        answered += 1;
        for (const step of [report.drawn, report.ideal]) {
          expect(step.computeMs + step.bubbleMs + step.exposedMs).toBeCloseTo(step.stepMs, 6);
          expect(step.mfu).toBeGreaterThan(0);
          expect(step.mfu).toBeLessThanOrEqual(1);
        }
        expect(report.networkShare).toBeGreaterThanOrEqual(0);
        expect(report.networkShare).toBeLessThan(1);
        expect(report.ideal.stepMs).toBeLessThanOrEqual(report.drawn.stepMs * (1 + 1e-9));
        expect(report.traffic.reduce((sum, { exposedMs }) => sum + exposedMs, 0)).toBeCloseTo(
          report.drawn.exposedMs,
          6,
        );
        for (const { axis, exposedMs, totalMs, idealExposedMs } of report.traffic) {
          expect(idealExposedMs).toBeLessThanOrEqual(exposedMs * (1 + 1e-9) + 1e-9);
          if (axis !== 'pipeline') expect(exposedMs).toBeLessThanOrEqual(totalMs * (1 + 1e-9));
        }
      }),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(20);
  });

  it('more overlap is never slower', () => {
    fc.assert(
      fc.property(arbitraryRun, fc.constantFrom('tensor', 'expert', 'data'), share, (run, axis, other) => {
        const at = (value: number): number | undefined =>
          estimate({ ...run, patch: { ...run.patch, overlap: { ...run.patch.overlap, [axis]: value } } })?.drawn.stepMs;
        const less = at(Math.min(other, run.patch.overlap[axis]));
        const more = at(Math.max(other, run.patch.overlap[axis]));
        if (less === undefined || more === undefined) return;
        expect(more).toBeLessThanOrEqual(less * (1 + 1e-9));
      }),
      { numRuns: 30 },
    );
  });
});

/** One line of a comparison: a scenario of the open design or a run kept earlier, whatever was computed for it. */
import type { Scenario } from '#core/design/scenario.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { Simulated } from '#core/sim/simulate.ts';
import type { TrainingReport } from '#core/sim/training-report.ts';
import type { SavedRun } from '../../../store/saved-runs.ts';

export interface ComparedRun {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
  /** null = the model gives no answer, see `refusal`. */
  readonly estimate: CollectiveEstimate | null;
  readonly sweep: readonly CollectiveEstimate[];
  readonly training: TrainingReport | null;
  readonly refusal: string | null;
  /** null = a scenario of the open design, computed just now. */
  readonly saved: SavedRun | null;
}

export function compareScenario(scenario: Scenario, { estimate, sweep, training }: Simulated): ComparedRun {
  return {
    id: scenario.id,
    name: scenario.name,
    scenario,
    estimate: estimate.ok ? estimate.value : null,
    sweep: sweep.ok ? sweep.value : [],
    training: training?.ok ? training.value : null,
    refusal: estimate.ok ? null : estimate.error,
    saved: null,
  };
}

export function compareSaved(run: SavedRun): ComparedRun {
  const { id, name, scenario, estimate, sweep, training } = run;
  return { id, name, scenario, estimate, sweep, training, refusal: null, saved: run };
}

/** Times of different collectives or sizes say nothing about the fabric. */
export function isSameQuestion(a: ComparedRun, b: ComparedRun): boolean {
  return a.scenario.collective === b.scenario.collective && a.estimate?.sizeBytes === b.estimate?.sizeBytes;
}

export interface Delta {
  /** `12 %`, `2.4 times`. */
  readonly amount: string;
  readonly verdict: 'better' | 'worse' | 'same';
}

const SAME_SHARE = 0.0005;

/** Of a figure where less is better. Beyond double or half it counts in multiples. */
export function compareTimes(value: number, base: number): Delta | null {
  if (!(value > 0) || !(base > 0) || !Number.isFinite(value) || !Number.isFinite(base)) return null;
  const ratio = value / base;
  if (Math.abs(ratio - 1) < SAME_SHARE) return { amount: '', verdict: 'same' };
  const verdict = ratio < 1 ? 'better' : 'worse';
  const times = Math.max(ratio, 1 / ratio);
  if (times >= 2) return { amount: `${format(times)} times`, verdict };
  return { amount: `${format(Math.abs(ratio - 1) * 100)}\u202f%`, verdict };
}

function format(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

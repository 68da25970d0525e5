/** A scenario on a drawn fabric -> the answers of the fast models: the contents page of the simulation. */
import type { Result } from '../base/result.ts';
import type { Layout, Netlist, Scenario } from '../netlist/netlist.ts';
import type { CollectiveEstimate } from './estimate.ts';
import { estimateAt } from './estimate-scenario.ts';
import { breakNetlist, readScenario } from './read-scenario.ts';
import { NOT_MODELLED, type ScopeNote } from './scope.ts';
import { SWEEP_SIZES, sweepReading } from './sweep-sizes.ts';
import { estimateTraining } from './training/estimate-training.ts';
import { readTrainingSite } from './training/training-site.ts';
import type { TrainingReport } from './training-report.ts';

/** Errors are sentences for the user. */
export interface Simulated {
  readonly estimate: Result<CollectiveEstimate, string>;
  /** The same question at other message sizes, smallest first. */
  readonly sweep: Result<readonly CollectiveEstimate[], string>;
  /** null = the scenario has no training job. */
  readonly training: Result<TrainingReport, string> | null;
  /** Under which that job fits its GPUs; null = none is known. */
  readonly fittingLayout: Layout | null;
  readonly notModelled: readonly ScopeNote[];
}

export function simulate(netlist: Netlist, scenario: Scenario): Simulated {
  const broken = breakNetlist(netlist, scenario);
  const reading = readScenario(broken, scenario);
  const site = readTrainingSite(broken, scenario);
  return {
    estimate: reading.ok ? estimateAt(reading.value, scenario, scenario.sizeBytes) : reading,
    sweep: reading.ok ? sweepReading(reading.value, scenario, SWEEP_SIZES) : reading,
    training: scenario.training === null ? null : estimateTraining(broken, scenario, site),
    fittingLayout: site.ok ? site.value.fitting : null,
    notModelled: NOT_MODELLED,
  };
}

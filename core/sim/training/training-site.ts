/** The GPUs a training run takes, and the parallel layout under which it would fit them. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Layout, Netlist, Scenario } from '../../netlist/netlist.ts';
import { resolveConstants } from '../constants.ts';
import type { JobPlacement } from '../job-placement.ts';
import { placeJob } from '../place-job.ts';
import { groupByAxis } from '../rank-groups.ts';
import { findJobGpu, type JobGpu } from './job-gpu.ts';
import { proposeLayout } from './propose-layout.ts';

export interface TrainingSite {
  readonly placement: JobPlacement;
  readonly gpu: JobGpu;
  /** null = none of the layouts tried fits. */
  readonly fitting: Layout | null;
}

/** The error is one sentence that says why there is no such run. */
export function readTrainingSite(netlist: Netlist, scenario: Scenario): Result<TrainingSite, string> {
  const { training } = scenario;
  if (training === null) return fail('The scenario has no training run; choose a model.');
  const placed = placeTraining(netlist, scenario);
  if (!placed.ok) return placed;
  const placement = placed.value;
  const gpu = findJobGpu(netlist, placement, training);
  if (!gpu.ok) return gpu;
  const fitting = proposeLayout(training, {
    gpuCount: placement.groupRanks.length,
    domainSize: gpu.value.domainSize,
    hbmGb: gpu.value.hbmGb,
    gradientBytes: resolveConstants(scenario.constants).gradientBytes,
  });
  return ok({ placement, gpu: gpu.value, fitting });
}

/** The whole job as it is dealt out to model copies; a tenant's GPUs where the scenario is about a tenant. */
function placeTraining(netlist: Netlist, scenario: Scenario): Result<JobPlacement, string> {
  if (scenario.group.kind !== 'tenant') {
    return placeJob(netlist, { ...scenario, group: { kind: 'subgroup', axis: 'data' } });
  }
  const placed = placeJob(netlist, scenario);
  if (!placed.ok) return placed;
  const { rankCount } = placed.value;
  return ok({ ...placed.value, ...groupByAxis(rankCount, { tensor: 1, context: 1, pipeline: 1, expert: 1 }, 'data') });
}

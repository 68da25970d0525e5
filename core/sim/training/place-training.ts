/** Which GPUs a training run takes. */
import { ok, type Result } from '../../base/result.ts';
import type { Netlist, Scenario } from '../../netlist/netlist.ts';
import type { JobPlacement } from '../job-placement.ts';
import { placeJob } from '../place-job.ts';
import { groupByAxis } from '../rank-groups.ts';

/** The whole job as it is dealt out to model copies; a tenant's GPUs where the scenario is about a tenant. */
export function placeTraining(netlist: Netlist, scenario: Scenario): Result<JobPlacement, string> {
  if (scenario.group.kind !== 'tenant') {
    return placeJob(netlist, { ...scenario, group: { kind: 'subgroup', axis: 'data' } });
  }
  const placed = placeJob(netlist, scenario);
  if (!placed.ok) return placed;
  const { rankCount } = placed.value;
  return ok({ ...placed.value, ...groupByAxis(rankCount, { tensor: 1, context: 1, pipeline: 1, expert: 1 }, 'data') });
}

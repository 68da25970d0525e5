/** Flow plans of the jobs beside the main one. What cannot be planned is left out, with a sentence that says why. */
import { fail, type Result } from '../../base/result.ts';
import type { Netlist, Scenario, Traffic } from '../../netlist/netlist.ts';
import type { SimConstants } from '../constants.ts';
import type { JobPlacement } from '../job-placement.ts';
import { placeJob } from '../place-job.ts';
import type { FlowPlan } from './flow-plan.ts';
import { planCollective } from './plan-collective.ts';
import { planPairs } from './plan-pairs.ts';

export function planTraffic(
  netlist: Netlist,
  main: JobPlacement,
  scenario: Scenario,
  traffic: Traffic,
  constants: SimConstants,
): Result<FlowPlan, string> {
  const { trafficClass } = traffic;
  if (trafficClass === 'training') return planTraining(netlist, scenario, traffic, constants);
  const members = traffic.runs.length === 0 ? [...new Set(main.rankMember)] : listMembers(netlist, traffic);
  return planPairs(netlist, { ...traffic, trafficClass }, members, constants);
}

function planTraining(
  netlist: Netlist,
  scenario: Scenario,
  { id, name, collective, sizeBytes, runs }: Traffic,
  constants: SimConstants,
): Result<FlowPlan, string> {
  const own: Scenario = {
    ...scenario,
    collective,
    sizeBytes,
    algorithm: 'auto',
    protocol: 'auto',
    group: runs.length === 0 ? { kind: 'cluster' } : { kind: 'tenant', name, runs },
  };
  const placement = placeJob(netlist, own);
  if (!placement.ok) return fail(`${name}: ${placement.error}`);
  return planCollective(netlist, placement.value, own, constants, { jobId: id, name });
}

function listMembers(netlist: Netlist, { runs }: Traffic): number[] {
  const failed = netlist.failures?.memberFailed;
  return runs.flatMap(({ deviceId, members }) => {
    const group = netlist.groups.find((other) => other.deviceId === deviceId);
    if (!group) return [];
    const end = Math.min(members.first + members.count, group.count);
    return Array.from(
      { length: Math.max(0, end - members.first) },
      (_, i) => group.firstMember + members.first + i,
    ).filter((member) => failed?.[member] !== 1);
  });
}

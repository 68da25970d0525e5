/** From a scenario to the GPUs that take part, their order and their groups; or a sentence that says why there is no such job. */
import { recallFabric } from '../analysis/recall-fabric.ts';
import { formatCount } from '../base/format-count.ts';
import { Memory } from '../base/memory.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { NetFabric, NetGroup, Netlist, Scenario } from '../netlist/netlist.ts';
import { findCutOff } from './cut-off.ts';
import { createFabricTrunk } from './fabric-trunk.ts';
import { createFabricUnits } from './fabric-units.ts';
import { computeFarthestUs } from './farthest-path.ts';
import { placeDomains, type PlacedDomains } from './job-domains.ts';
import { chooseFabric, countGpus, type JobFabric } from './job-fabric.ts';
import { listPlacementInputs, listRefusalInputs } from './job-inputs.ts';
import type { JobPlacement } from './job-placement.ts';
import { listMemberCables } from './member-cables.ts';
import { groupAll, groupByAxis, measureReplica, type RankGroups } from './rank-groups.ts';

/** `netlist.failures` decides what is broken, not the scenario's own list. Cables that only run farther leave everybody in place. */
export function placeJob(
  netlist: Netlist,
  scenario: Scenario,
  memory: Memory = new Memory(),
): Result<JobPlacement, string> {
  const found = memory.recall('placed job', listPlacementInputs(netlist, scenario), () => place(netlist, scenario));
  // A refusal calls things by their names, of now.
  const placed = found.ok
    ? found
    : memory.recall('refused job', listRefusalInputs(netlist, scenario), () => place(netlist, scenario));
  if (!placed.ok) return placed;
  const { fabricIndex, trunk, units, domains } = placed.value;
  const isMapped = trunk.isTiered || domains.count < 2;
  const report = isMapped ? null : recallFabric(netlist, fabricIndex, memory);
  const oneWayUs = computeFarthestUs(netlist, { fabricIndex, trunk, units, report, domains }, memory);
  return memory.recall('job', [placed.value, report, oneWayUs], () => ok({ report, oneWayUs, ...placed.value }));
}

function place(netlist: Netlist, scenario: Scenario): Result<Omit<JobPlacement, 'report' | 'oneWayUs'>, string> {
  const fabric = chooseFabric(netlist, scenario);
  if (!fabric.ok) return fabric;
  const { fabricIndex } = fabric.value;
  const taken = takeMembers(netlist, scenario, fabric.value);
  if (!taken.ok) return taken;
  const cables = listMemberCables(netlist, fabric.value);
  const placed = placeDomains(netlist, taken.value, cables, scenario.placement);
  if (placed.rankCount < 2) return fail('The job has one GPU, and a collective takes at least two; add GPUs to it.');
  const trunk = createFabricTrunk(netlist, fabricIndex, (group) => countGpus(netlist.groups[group] as NetGroup) > 0);
  const units = createFabricUnits(netlist, trunk);
  if (placed.domains.count > 1) {
    const { name } = netlist.fabrics[fabricIndex] as NetFabric;
    const cutOff = findCutOff(netlist, name, placed, units);
    if (cutOff !== null) return fail(cutOff);
  }
  const groups = groupRanks(netlist, scenario, placed);
  if (!groups.ok) return groups;
  return ok({ fabricIndex, trunk, units, ...placed, ...groups.value });
}

function groupRanks(
  netlist: Netlist,
  { group, layout }: Scenario,
  { rankCount }: PlacedDomains,
): Result<RankGroups & { idleCount: number }, string> {
  if (group.kind !== 'subgroup') return ok({ ...groupAll(rankCount), idleCount: 0 });
  const replica = measureReplica(layout);
  if (!replica.ok) return replica;
  const { quantum } = replica.value;
  const used = rankCount - (rankCount % quantum);
  // What is broken may leave no whole number of groups: the job goes on with fewer. A layout that never divides is a mistake.
  const isBroken = (netlist.failures?.failedMemberCount ?? 0) > 0;
  if (used === 0 || (used < rankCount && !isBroken)) return fail(describeMisfit(layout, quantum, rankCount));
  return ok({ ...groupByAxis(used, layout, group.axis), idleCount: rankCount - used });
}

function describeMisfit(
  { tensor, context, pipeline, expert }: Scenario['layout'],
  quantum: number,
  rankCount: number,
): string {
  const sizes = [`tensor ${tensor}`, `context ${context}`, `pipeline ${pipeline}`, `expert ${expert}`].join(', ');
  return `The layout (${sizes}) deals GPUs out ${formatCount(quantum)} at a time, which does not divide the job's ${formatCount(rankCount)}: ${formatCount(rankCount % quantum)} are left over. Change the layout or the number of GPUs.`;
}

/** By member: 1 = in the job. */
function takeMembers(
  netlist: Netlist,
  { group }: Scenario,
  { fabricIndex, isCabled }: JobFabric,
): Result<Uint8Array, string> {
  if (group.kind !== 'tenant') return ok(isCabled);
  const isTaken = new Uint8Array(isCabled.length);
  for (const { deviceId, members } of group.runs) {
    const own = netlist.groups.find((other) => other.deviceId === deviceId);
    if (!own) return fail(`Tenant ${group.name} lists a device that is no longer there; edit its members.`);
    const end = Math.min(members.first + members.count, own.count);
    for (let i = members.first; i < end; i += 1) {
      isTaken[own.firstMember + i] = isCabled[own.firstMember + i] as number;
    }
  }
  if (isTaken.includes(1)) return ok(isTaken);
  return fail(`Tenant ${group.name} has no working servers with GPUs cabled to ${netlist.fabrics[fabricIndex]?.name}.`);
}

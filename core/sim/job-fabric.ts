/** Which fabric a scenario asks about, and which servers with GPUs are cabled to it. */
import { fail, ok, type Result } from '../base/result.ts';
import type { NetGroup, Netlist, NetLink, Scenario } from '../netlist/netlist.ts';

export interface JobFabric {
  readonly fabricIndex: number;
  readonly links: readonly NetLink[];
  /** By member: 1 = a working server with GPUs and a cable of this fabric, broken or not. */
  readonly isCabled: Uint8Array;
}

/** GPUs of one member; 0 = none, or not known. */
export function countGpus(group: NetGroup): number {
  return group.role === 'endpoint' && group.part?.kind === 'server' ? (group.part.gpuCount ?? 0) : 0;
}

export function chooseFabric(netlist: Netlist, scenario: Scenario): Result<JobFabric, string> {
  if (!netlist.groups.some((group) => countGpus(group) > 0)) {
    return fail('The design has no servers with GPUs; add some to simulate a collective.');
  }
  if (scenario.fabricId !== null) {
    const index = netlist.fabrics.findIndex(({ fabricId }) => fabricId === scenario.fabricId);
    if (index < 0)
      return fail(`Scenario ${scenario.name} asks about a fabric that is no longer there; choose another.`);
    const fabric = readJobFabric(netlist, index);
    return fabric ? ok(fabric) : fail(`${netlist.fabrics[index]?.name} has no servers with GPUs cabled to it.`);
  }
  const compute = netlist.fabrics.flatMap(({ purpose }, index) => (purpose === 'compute' ? [index] : []));
  if (compute.length === 0)
    return fail('The design has no compute fabric; draw one, or choose a fabric in the scenario.');
  for (const index of compute) {
    const fabric = readJobFabric(netlist, index);
    if (fabric) return ok(fabric);
  }
  return fail('No servers with GPUs are cabled to a compute fabric yet.');
}

/** null when no server with GPUs is cabled, or all that are have failed. */
function readJobFabric(netlist: Netlist, fabricIndex: number): JobFabric | null {
  const links = netlist.links.filter((link) => link.fabric === fabricIndex && link.connectionCount > 0);
  const isCabled = new Uint8Array(netlist.memberCount);
  const hasGpus = netlist.groups.map((group) => countGpus(group) > 0);
  let isAny = false;
  for (const link of links) {
    for (const [group, members] of [
      [link.groupA, netlist.connectionMemberA],
      [link.groupB, netlist.connectionMemberB],
    ] as const) {
      if (!hasGpus[group]) continue;
      isAny = true;
      const end = link.firstConnection + link.connectionCount;
      for (let i = link.firstConnection; i < end; i += 1) isCabled[members[i] as number] = 1;
    }
  }
  if (!isAny) return null;
  const failed = netlist.failures?.memberFailed;
  if (failed) {
    for (let member = 0; member < isCabled.length; member += 1) if (failed[member] === 1) isCabled[member] = 0;
  }
  return isCabled.includes(1) ? { fabricIndex, links, isCabled } : null;
}

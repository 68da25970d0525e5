/** From a placed job to what the closed form wants to know: counts, NICs, path latency, routing efficiency and cuts. */
import { Memory } from '../base/memory.ts';
import type { NetFabric, NetGroup, Netlist, Scenario } from '../netlist/netlist.ts';
import type { CollectiveInputs } from './collective-inputs.ts';
import type { SimConstants } from './constants.ts';
import { listCuts } from './cuts.ts';
import type { JobPlacement } from './job-placement.ts';
import { layTraffic } from './lay-traffic.ts';
import { measureNicShare } from './nic-share.ts';
import type { Platform } from './platform.ts';
import { choosePlatform } from './platforms.ts';
import { findRoutingEfficiency } from './routing-efficiency.ts';
import { findTransport } from './transport.ts';

export function readFabricInputs(
  netlist: Netlist,
  placement: JobPlacement,
  scenario: Scenario,
  constants: SimConstants,
  memory: Memory = new Memory(),
): CollectiveInputs {
  const ideal = readIdealInputs(netlist, placement, scenario);
  if (ideal.domainCount < 2) return ideal;
  const { fabricIndex, domains, groupRanks } = placement;
  const meter = memory.recall('traffic of the job', [domains, groupRanks], () => layTraffic(placement));
  const { routing } = netlist.fabrics[fabricIndex] as NetFabric;
  return {
    ...ideal,
    // Constants are the scenario's.
    routingEfficiency: memory.recall('routing efficiency', [meter, scenario, routing], () =>
      findRoutingEfficiency(netlist, placement, scenario, meter, constants),
    ),
    cuts: listCuts(netlist, placement, meter),
  };
}

/** The same job and NICs on a fabric without limits: nothing is oversubscribed, and routing loses nothing. */
export function readIdealInputs(netlist: Netlist, placement: JobPlacement, scenario: Scenario): CollectiveInputs {
  const { domains, groupSize } = placement;
  const { scaleUpDomain } = netlist.groups[domains.group[0] as number] as NetGroup;
  return {
    platform: chooseSlowest(netlist, placement),
    rankCount: groupSize,
    domainSize: scaleUpDomain ?? 1,
    ...measureNicShare(placement),
    transport: findTransport(netlist, placement),
    oneWayUs: placement.oneWayUs,
    routingEfficiency: 1,
    hasPeerAccess: (scaleUpDomain ?? 1) > 1,
    cuts: [],
    inNetworkReduction: scenario.inNetworkReduction,
  };
}

/** Where servers differ, the slowest sets the pace. */
function chooseSlowest(netlist: Netlist, { domains }: JobPlacement): Platform {
  let slowest: Platform | null = null;
  for (const index of new Set(domains.group)) {
    const { part } = netlist.groups[index] as NetGroup;
    if (part?.kind !== 'server') continue;
    const { platform } = choosePlatform(part);
    if (slowest === null || platform.ringAcrossGBps < slowest.ringAcrossGBps) slowest = platform;
  }
  return slowest as Platform;
}

/** What the answers about a job rest on, so that an edit that touches none of it need not ask again. */
import { listFabricInputs } from '../analysis/recall-fabric.ts';
import type { NetBlock, NetFabric, NetGroup, Netlist, NetLink, Scenario } from '../netlist/netlist.ts';
import { countGpus } from './job-fabric.ts';

/** All that an estimate reads, except where members and cables stand among those of the whole design. */
export function listEstimateInputs(netlist: Netlist, scenario: Scenario): unknown[] {
  const fabrics = listFabrics(netlist, scenario);
  const links = netlist.links.filter(({ fabric }) => fabrics.includes(fabric));
  return [
    ...listQuestion(netlist, scenario),
    ...fabrics.flatMap((index) => [netlist.fabrics[index]?.routing, ...listFabricInputs(netlist, index)]),
    ...links.flatMap((link) => listEnds(netlist, link)),
    ...listGroups(netlist, links).flatMap(({ name, nameTemplate, scaleUpDomain, adapters }) => {
      return [name, nameTemplate, scaleUpDomain, adapters];
    }),
  ];
}

/** All that the places of a job's GPUs and cables rest on: not how far cables run, and no names. */
export function listPlacementInputs(netlist: Netlist, scenario: Scenario): unknown[] {
  const fabrics = listFabrics(netlist, scenario);
  const links = netlist.links.filter(({ fabric }) => fabrics.includes(fabric));
  return [
    ...listQuestion(netlist, scenario),
    netlist.memberCount,
    netlist.groups.length,
    netlist.failures,
    ...netlist.links.flatMap((link, index) => {
      const { fabric, groupA, groupB, speedGbps, firstConnection, connectionCount, wiring } = link;
      if (!fabrics.includes(fabric)) return [];
      const own = [index, fabric, groupA, groupB, speedGbps, firstConnection];
      return [...own, connectionCount, wiring, ...listEnds(netlist, link)];
    }),
    ...listGroups(netlist, links).flatMap((group) => {
      const { deviceId, role, part, count, firstMember, membersPerPod, podCount, scaleUpDomain } = group;
      return [deviceId, role, part, count, firstMember, membersPerPod, podCount, scaleUpDomain];
    }),
  ];
}

/** What the sentence of a refused job may call things. */
export function listRefusalInputs(netlist: Netlist, scenario: Scenario): unknown[] {
  const fabrics = listFabrics(netlist, scenario);
  const links = netlist.links.filter(({ fabric }) => fabrics.includes(fabric));
  return [
    ...listPlacementInputs(netlist, scenario),
    ...fabrics.map((index) => netlist.fabrics[index]?.name),
    ...listGroups(netlist, links).map(({ nameTemplate }) => nameTemplate),
  ];
}

/** The scenario, and what the whole drawing has to do with it. */
function listQuestion({ groups }: Netlist, scenario: Scenario): unknown[] {
  const isOfTenant = scenario.group.kind === 'tenant';
  const tenants = isOfTenant ? groups.flatMap(({ deviceId, count }) => [deviceId, count]) : [];
  return [scenario, groups.some((group) => countGpus(group) > 0), ...tenants];
}

/** Those that the job may run on. */
function listFabrics({ fabrics }: Netlist, { fabricId }: Scenario): number[] {
  const isMeant = (fabric: NetFabric): boolean =>
    fabricId === null ? fabric.purpose === 'compute' : fabric.fabricId === fabricId;
  return fabrics.flatMap((fabric, index) => (isMeant(fabric) ? [index] : []));
}

function listEnds({ blocks }: Netlist, { blockA, blockB, ports }: NetLink): unknown[] {
  return [blockA, (blocks[blockA] as NetBlock).block, blockB, (blocks[blockB] as NetBlock).block, ports];
}

function listGroups({ groups }: Netlist, links: readonly NetLink[]): NetGroup[] {
  const ends = new Set(links.flatMap(({ groupA, groupB }) => [groupA, groupB]));
  return [...ends].map((index) => groups[index] as NetGroup);
}

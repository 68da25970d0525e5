/** How many endpoints and switches a fabric has, group by group. */
import { Memory } from '../../base/memory.ts';
import type { NetGroup, Netlist } from '../../netlist/netlist.ts';
import { createFabricGraph } from '../fabric-graph.ts';
import { numberMembers } from '../fabric-members.ts';
import type { FabricReport } from '../report.ts';
import { explainTally } from './explain-tally.ts';
import type { Explanation } from './explanation.ts';

export function explainFabricEndpoints(netlist: Netlist, { fabricId, name }: FabricReport): Explanation {
  const graph = createFabricGraph(netlist, findFabric(netlist, fabricId));
  const { endpoints } = numberMembers(netlist, graph, new Memory());
  const counts = new Map<NetGroup, number>();
  for (const member of endpoints) {
    const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return explainTally({
    title: `Endpoints of ${name}`,
    unit: 'endpoints',
    terms: [...counts].map(([group, count]) => ({ name: group.name, count, refs: refer(group) })),
    caveats: ['Those that have a cable in this fabric.'],
  });
}

export function explainFabricSwitches(netlist: Netlist, { fabricId, name }: FabricReport): Explanation {
  const { switching } = createFabricGraph(netlist, findFabric(netlist, fabricId));
  return explainTally({
    title: `Switches of ${name}`,
    unit: 'switches',
    terms: [...switching].flatMap((index) => {
      const group = netlist.groups[index] as NetGroup;
      return group.part?.kind === 'switch' ? [{ name: group.name, count: group.count, refs: refer(group) }] : [];
    }),
    caveats: ['All members of the groups that its links join.'],
  });
}

function findFabric({ fabrics }: Netlist, fabricId: string): number {
  return fabrics.findIndex((own) => own.fabricId === fabricId);
}

function refer({ deviceId }: NetGroup) {
  return [{ kind: 'device' as const, id: deviceId }];
}

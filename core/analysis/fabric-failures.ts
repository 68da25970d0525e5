/** What a fabric has lost under the current scenario, and which of its endpoints that left without the rest. */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { CutOffEndpoints, FabricFailures } from './bandwidth-report.ts';
import type { FabricGraph } from './fabric-graph.ts';
import type { FabricNetwork } from './fabric-network.ts';
import { findIslands } from './islands.ts';

/** Whether a connection of the fabric is broken. */
export function isBroken({ failures }: Netlist, graph: FabricGraph): boolean {
  return (
    failures !== null &&
    graph.links.some(({ firstConnection, connectionCount }) =>
      failures.connectionFailed.subarray(firstConnection, firstConnection + connectionCount).includes(1),
    )
  );
}

export function computeFabricFailures(
  netlist: Netlist,
  graph: FabricGraph,
  network: FabricNetwork,
  drawn: FabricNetwork,
): FabricFailures {
  const { failures } = netlist;
  let connectionCount = 0;
  for (const link of graph.links) {
    const end = link.firstConnection + link.connectionCount;
    for (let i = link.firstConnection; i < end; i += 1) connectionCount += failures?.connectionFailed[i] ?? 0;
  }
  let switchCount = 0;
  for (const index of graph.switching) {
    const { firstMember, count } = netlist.groups[index] as NetGroup;
    for (let i = firstMember; i < firstMember + count; i += 1) switchCount += failures?.memberFailed[i] ?? 0;
  }
  return {
    switchCount,
    endpointCount: network.brokenEndpoints?.reduce((sum, flag) => sum + flag, 0) ?? 0,
    connectionCount,
    cutOff: listCutOff(netlist, network, drawn),
  };
}

/** Of what hung together as drawn the largest part stays the fabric; endpoints in its other parts are cut off. */
function listCutOff(netlist: Netlist, network: FabricNetwork, drawn: FabricNetwork): CutOffEndpoints[] {
  const { islandOf: partOf, islandCount: partCount } = findIslands(network);
  const { islandOf, islandCount } = findIslands(drawn);
  const isWorking = (endpoint: number): boolean => network.brokenEndpoints?.[endpoint] !== 1;
  const sizes = new Uint32Array(partCount);
  partOf.forEach((part, endpoint) => {
    if (isWorking(endpoint)) sizes[part] = (sizes[part] as number) + 1;
  });
  const mainOf = new Int32Array(islandCount).fill(-1);
  partOf.forEach((part, endpoint) => {
    const island = islandOf[endpoint] as number;
    const main = mainOf[island] as number;
    if (isWorking(endpoint) && (main < 0 || (sizes[part] as number) > (sizes[main] as number))) mainOf[island] = part;
  });
  const byGroup = new Map<number, { deviceId: string; count: number; first: number }>();
  network.endpoints.forEach((member, endpoint) => {
    if (!isWorking(endpoint) || mainOf[islandOf[endpoint] as number] === partOf[endpoint]) return;
    const index = netlist.memberGroup[member] as number;
    const { deviceId, firstMember } = netlist.groups[index] as NetGroup;
    const known = byGroup.get(index);
    if (known) known.count += 1;
    else byGroup.set(index, { deviceId, count: 1, first: member - firstMember });
  });
  return [...byGroup.values()];
}

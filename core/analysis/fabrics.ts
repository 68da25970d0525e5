/** Everything the report says about one fabric: the contents page of the bandwidth analyses. */
import type { NetFabric, Netlist } from '../netlist/netlist.ts';
import { computeBisection } from './bisection.ts';
import { countSwitches } from './count-switches.ts';
import { createFabricGraph } from './fabric-graph.ts';
import { createFabricNetwork } from './fabric-network.ts';
import { computeOversubscription } from './oversubscription.ts';
import { classifyRelays } from './relay-classes.ts';
import type { FabricReport } from './report.ts';

export function computeFabric(netlist: Netlist, index: number): FabricReport {
  const fabric = netlist.fabrics[index] as NetFabric;
  const graph = createFabricGraph(netlist, index);
  const network = createFabricNetwork(netlist, graph);
  const partition = classifyRelays(network);
  const oversubscription = computeOversubscription(netlist, graph);
  return {
    fabricId: fabric.fabricId,
    name: fabric.name,
    purpose: fabric.purpose,
    endpointCount: network.endpoints.length,
    switchCount: countSwitches(netlist, graph.switching),
    connectionCount: graph.links.reduce((sum, link) => sum + link.connectionCount, 0),
    tiers: oversubscription.tiers.map((tier) => ({ fabricId: fabric.fabricId, ...tier })),
    worstOversubscription: oversubscription.worstPath,
    targetOversubscription: fabric.targetOversubscription,
    bisection: computeBisection(netlist, graph, network, partition),
  };
}

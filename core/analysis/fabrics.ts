/** Everything the report says about one fabric: the contents page of the bandwidth analyses. */
import { Memory } from '../base/memory.ts';
import type { NetFabric, Netlist } from '../netlist/netlist.ts';
import { computeAllToAll } from './all-to-all.ts';
import { computeBisection } from './bisection.ts';
import { countSwitches } from './count-switches.ts';
import { createFabricGraph } from './fabric-graph.ts';
import { createFabricNetwork, type FabricNetwork, numberPods } from './fabric-network.ts';
import { computeFabricFailures, isBroken } from './fabric-failures.ts';
import { isWiredByFormula } from './formula-wiring.ts';
import { computeDelays, computeLatency } from './latency.ts';
import { computeOversubscription } from './oversubscription.ts';
import { computePathDiversity } from './path-diversity.ts';
import { surveyPaths } from './path-survey.ts';
import { computeRailOversubscription } from './rail-oversubscription.ts';
import { carryRails, findRails } from './rails.ts';
import { classifyRelays } from './relay-classes.ts';
import type { FabricReport } from './report.ts';

export function computeFabric(netlist: Netlist, index: number, memory: Memory = new Memory()): FabricReport {
  const fabric = netlist.fabrics[index] as NetFabric;
  const graph = createFabricGraph(netlist, index);
  const network = createFabricNetwork(netlist, graph, memory);
  const name = `fabric ${fabric.fabricId}`;
  const partition = classifyRelays(netlist, network, memory, name);
  const drawn = isBroken(netlist, graph) ? createFabricNetwork({ ...netlist, failures: null }, graph, memory) : null;
  const pods = numberPods(netlist, network.endpoints);
  const delays = computeDelays(netlist, network, fabric.technology);
  const isFormulaic = drawn === null && isWiredByFormula(netlist, graph, delays.linkNs);
  const survey = countWorking(network) < 2 ? null : surveyPaths(network, pods, partition, delays, isFormulaic);
  const rails = findRails(netlist, drawn ?? network);
  const railsLeft = rails && drawn ? carryRails(rails, drawn, network) : rails;
  const oversubscription = computeOversubscription(netlist, graph, memory);
  const drawnFabric = drawn && {
    network: drawn,
    partition: classifyRelays(netlist, drawn, memory, `${name} as drawn`),
  };
  return {
    fabricId: fabric.fabricId,
    name: fabric.name,
    purpose: fabric.purpose,
    endpointCount: network.endpoints.length,
    switchCount: countSwitches(netlist, graph.switching),
    connectionCount: graph.links.reduce((sum, link) => sum + link.connectionCount, 0),
    tiers: oversubscription.tiers.map((tier) => ({ fabricId: fabric.fabricId, ...tier })),
    worstOversubscription: oversubscription.worstPath,
    worstPath: oversubscription.worstPathSwitches,
    targetOversubscription: fabric.targetOversubscription,
    rails: rails ? computeRailOversubscription(netlist, drawn ?? network, rails, oversubscription.bandwidth) : [],
    worstSwitches: oversubscription.worstSwitches,
    bisection: computeBisection(netlist, graph, network, partition, railsLeft, drawnFabric),
    allToAll: survey && computeAllToAll(netlist, survey),
    paths: survey && computePathDiversity(network, partition, survey),
    latency: survey && computeLatency(netlist, network, fabric.technology, survey),
    ...(drawn ? { failures: computeFabricFailures(netlist, graph, network, drawn) } : {}),
  };
}

/** Endpoints that are not broken themselves. */
function countWorking({ endpoints, brokenEndpoints }: FabricNetwork): number {
  return endpoints.length - (brokenEndpoints?.reduce((sum, flag) => sum + flag, 0) ?? 0);
}

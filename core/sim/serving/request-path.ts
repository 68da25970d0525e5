/** The way of a request between servers of the fabric that users come in by: the latency analysis of that fabric. */
import { createFabricGraph } from '../../analysis/fabric-graph.ts';
import { createFabricNetwork, numberPods } from '../../analysis/fabric-network.ts';
import { isWiredByFormula } from '../../analysis/formula-wiring.ts';
import { computeDelays, computeLatency } from '../../analysis/latency.ts';
import { surveyPaths } from '../../analysis/path-survey.ts';
import { classifyRelays } from '../../analysis/relay-classes.ts';
import type { NetFabric, Netlist } from '../../netlist/netlist.ts';
import type { RequestPath } from './serving-report.ts';

const NS_PER_US = 1000;

/** The front-end fabric, or else the in-band one; null when neither joins two servers. */
export function findRequestPath(netlist: Netlist): RequestPath | null {
  for (const purpose of ['frontend', 'inband']) {
    for (const [index, fabric] of netlist.fabrics.entries()) {
      const path = fabric.purpose === purpose ? measureFabric(netlist, fabric, index) : null;
      if (path !== null) return path;
    }
  }
  return null;
}

function measureFabric(netlist: Netlist, { name, technology }: NetFabric, index: number): RequestPath | null {
  const graph = createFabricGraph(netlist, index);
  const network = createFabricNetwork(netlist, graph);
  if (network.endpoints.length < 2) return null;
  const delays = computeDelays(netlist, network, technology);
  const pods = numberPods(netlist, network.endpoints);
  const isFormulaic = isWiredByFormula(netlist, graph, delays.linkNs);
  const survey = surveyPaths(network, pods, classifyRelays(netlist, network), delays, isFormulaic);
  const latency = computeLatency(netlist, network, technology, survey);
  if (latency === null) return null;
  return {
    fabricName: name,
    switchesMost: Math.max(...latency.classes.map(({ switchesMost }) => switchesMost)),
    typicalUs: latency.p50Ns / NS_PER_US,
    worstUs: latency.maxNs / NS_PER_US,
    roundTripUs: (2 * latency.p50Ns) / NS_PER_US,
  };
}

/**
 * Bisection bandwidth: the endpoints are cut into two equal halves and the maximum flow between them over the fabric is
 * taken, one direction. Endpoints do not relay traffic for others, so each is folded into the switches it hangs on: flow
 * leaves the near half through its ports and enters the far half through its ports.
 */
import { computeMaxFlow, FlowGraphBuilder } from '../graph/max-flow.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { type FabricGraph, isEndpoint } from './fabric-graph.ts';
import type { Bisection } from './report.ts';

const NEAR = 1;
const FAR = 2;

interface Cut {
  readonly name: string;
  /** By member: NEAR, FAR, or 0 when it takes no part. */
  readonly side: Uint8Array;
}

/** Endpoints with at least one connection in the fabric, in physical order: by group, pod, index. */
export function listEndpoints(netlist: Netlist, graph: FabricGraph): Uint32Array {
  const isConnected = new Uint8Array(netlist.memberCount);
  for (const link of graph.links) {
    for (
      let connection = link.firstConnection;
      connection < link.firstConnection + link.connectionCount;
      connection += 1
    ) {
      isConnected[netlist.connectionMemberA[connection] as number] = 1;
      isConnected[netlist.connectionMemberB[connection] as number] = 1;
    }
  }
  const endpoints: number[] = [];
  for (const group of netlist.groups) {
    if (!isEndpoint(group)) continue;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      if (isConnected[member] === 1) endpoints.push(member);
    }
  }
  return Uint32Array.from(endpoints);
}

/** null when fewer than two endpoints are connected. */
export function computeBisection(netlist: Netlist, graph: FabricGraph, endpoints: Uint32Array): Bisection | null {
  if (endpoints.length < 2) return null;
  const injection = sumInjection(netlist, graph);
  const results = createCuts(netlist, endpoints).map((cut) => {
    const halves = [0, 0, 0];
    for (const endpoint of endpoints) {
      const side = cut.side[endpoint] as number;
      halves[side] = (halves[side] as number) + (injection[endpoint] as number);
    }
    const injectionGbps = Math.min(halves[NEAR] as number, halves[FAR] as number);
    const bandwidthGbps = computeCutFlow(netlist, graph, cut);
    return { name: cut.name, bandwidthGbps, injectionGbps, ratio: bandwidthGbps / injectionGbps };
  });
  const worst = results.reduce((x, y) => (y.ratio < x.ratio ? y : x));
  return {
    bandwidthGbps: worst.bandwidthGbps,
    injectionGbps: worst.injectionGbps,
    ratio: worst.ratio,
    worstCut: worst.name,
    cuts: results.map(({ name, bandwidthGbps, ratio }) => ({ name, bandwidthGbps, ratio })),
  };
}

/** Gb/s of each member into the fabric. */
function sumInjection(netlist: Netlist, graph: FabricGraph): Float64Array {
  const injection = new Float64Array(netlist.memberCount);
  for (const link of graph.links) {
    for (
      let connection = link.firstConnection;
      connection < link.firstConnection + link.connectionCount;
      connection += 1
    ) {
      const a = netlist.connectionMemberA[connection] as number;
      const b = netlist.connectionMemberB[connection] as number;
      injection[a] = (injection[a] as number) + link.speedGbps;
      injection[b] = (injection[b] as number) + link.speedGbps;
    }
  }
  return injection;
}

/** By physical order with pods kept whole where that is balanced, and with the members of each pod dealt to both halves. */
function createCuts(netlist: Netlist, endpoints: Uint32Array): Cut[] {
  const boundary = findBoundary(netlist, endpoints);
  const order = new Uint8Array(netlist.memberCount);
  const interleave = new Uint8Array(netlist.memberCount);
  endpoints.forEach((endpoint, index) => {
    order[endpoint] = index < boundary ? NEAR : FAR;
    interleave[endpoint] = index % 2 === 0 ? NEAR : FAR;
  });
  if (endpoints.length % 2 === 1) {
    // An odd one out would unbalance the halves: the last takes no part.
    interleave[endpoints[endpoints.length - 1] as number] = 0;
  }
  return [
    { name: 'order', side: order },
    { name: 'interleave', side: interleave },
  ];
}

/** Index of the first endpoint of the far half: a pod boundary when one lies within 2 % of the middle, else the middle. */
function findBoundary(netlist: Netlist, endpoints: Uint32Array): number {
  const middle = endpoints.length / 2;
  const tolerance = Math.max(1, endpoints.length * 0.02);
  let best = Math.floor(middle);
  let bestDistance = Number.POSITIVE_INFINITY;
  let lastPod = '';
  endpoints.forEach((endpoint, index) => {
    const groupIndex = netlist.memberGroup[endpoint] as number;
    const group = netlist.groups[groupIndex] as NetGroup;
    const pod = `${groupIndex}:${Math.floor((endpoint - group.firstMember) / group.membersPerPod)}`;
    const distance = Math.abs(index - middle);
    if (pod !== lastPod && index > 0 && distance <= tolerance && distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
    lastPod = pod;
  });
  return best;
}

/** Max-flow from the near to the far half over the switches of the fabric. */
function computeCutFlow(netlist: Netlist, graph: FabricGraph, cut: Cut): number {
  const nodeOf = numberSwitches(netlist, graph);
  const source = 0;
  const sink = 1;
  const demand = new Map<number, number>();
  const supply = new Map<number, number>();
  const builder = new FlowGraphBuilder(nodeOf.count);
  let direct = 0;
  for (const link of graph.links) {
    let lastA = -1;
    let lastB = -1;
    let merged = 0;
    const flush = (): void => {
      if (merged === 0) return;
      direct += placeEdge(lastA, lastB, merged, cut, nodeOf.node, supply, demand, builder);
      merged = 0;
    };
    for (
      let connection = link.firstConnection;
      connection < link.firstConnection + link.connectionCount;
      connection += 1
    ) {
      const a = netlist.connectionMemberA[connection] as number;
      const b = netlist.connectionMemberB[connection] as number;
      if (a !== lastA || b !== lastB) flush();
      lastA = a;
      lastB = b;
      merged += link.speedGbps;
    }
    flush();
  }
  for (const [node, gbps] of supply) builder.addEdge(source, node, gbps, 0);
  for (const [node, gbps] of demand) builder.addEdge(node, sink, gbps, 0);
  return direct + computeMaxFlow(builder.build(), source, sink);
}

/** Nodes 0 and 1 are source and sink; switches follow. Hosts have no node. */
function numberSwitches(netlist: Netlist, graph: FabricGraph): { node: Int32Array; count: number } {
  const node = new Int32Array(netlist.memberCount).fill(-1);
  let count = 2;
  netlist.groups.forEach((group, index) => {
    if (!graph.switching.has(index)) return;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      node[member] = count;
      count += 1;
    }
  });
  return { node, count };
}

/** Adds one bundle of parallel connections; returns the flow of a direct host-to-host cable across the cut. */
function placeEdge(
  a: number,
  b: number,
  gbps: number,
  cut: Cut,
  node: Int32Array,
  supply: Map<number, number>,
  demand: Map<number, number>,
  builder: FlowGraphBuilder,
): number {
  const nodeA = node[a] as number;
  const nodeB = node[b] as number;
  if (nodeA >= 0 && nodeB >= 0) {
    builder.addEdge(nodeA, nodeB, gbps, gbps);
    return 0;
  }
  if (nodeA < 0 && nodeB < 0) return (cut.side[a] as number) + (cut.side[b] as number) === NEAR + FAR ? gbps : 0;
  const host = nodeA < 0 ? a : b;
  const attached = nodeA < 0 ? nodeB : nodeA;
  const side = cut.side[host] as number;
  if (side === NEAR) supply.set(attached, (supply.get(attached) ?? 0) + gbps);
  if (side === FAR) demand.set(attached, (demand.get(attached) ?? 0) + gbps);
  return 0;
}

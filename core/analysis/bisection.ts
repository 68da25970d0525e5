/**
 * Bisection bandwidth: the endpoints are cut into two equal halves and the maximum flow between them over the fabric is
 * taken, one direction; the worst of several cuts is reported with the links that limit it. Endpoints that do not relay
 * are folded into what they hang on: flow leaves the near half through its ports and enters the far half through its ports.
 *
 * A broken fabric is cut where the drawn one is, and where it has come apart, and held against what the drawn endpoints
 * inject: breaking something can then only lower the figure.
 */
import type { Partition } from '../graph/equitable-partition.ts';
import { computeTerminalFlow } from '../graph/terminal-flow.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { groupAttachments } from './attachment-groups.ts';
import type { Bisection, CutLink } from './bandwidth-report.ts';
import { type Cut, FAR, listCuts, NEAR } from './cuts.ts';
import type { FabricGraph } from './fabric-graph.ts';
import type { FabricNetwork } from './fabric-network.ts';
import type { Rails } from './rails.ts';
import { searchCut } from './search-cut.ts';

interface CutResult extends Cut {
  readonly bandwidthGbps: number;
  readonly injectionGbps: number;
  readonly ratio: number;
  /** By node: 1 on the near side of the minimum cut. */
  readonly isNear: Uint8Array;
}

/** The whole fabric, where `network` is what is left of it. */
export interface DrawnFabric {
  readonly network: FabricNetwork;
  readonly partition: Partition;
}

/**
 * `partition`: an equitable partition of the relays by Gb/s; `rails`: null = endpoints have none; `drawn`: null = nothing is broken.
 * Returns null when fewer than two endpoints are connected.
 */
export function computeBisection(
  netlist: Netlist,
  graph: FabricGraph,
  network: FabricNetwork,
  partition: Partition,
  rails: Rails | null,
  drawn: DrawnFabric | null = null,
): Bisection | null {
  if (network.endpoints.length < 2) return null;
  const isTiered = graph.links.every((link) => graph.tierOfGroup[link.groupA] !== graph.tierOfGroup[link.groupB]);
  const results = listCuts(netlist, drawn?.network ?? network, isTiered, network).map((cut) =>
    measureCut(network, partition, cut),
  );
  const add = (name: string, side: Uint8Array | null): void => {
    if (side !== null) results.push(measureCut(network, partition, { name, side }));
  };
  if (drawn) add('search-drawn', searchDrawn(netlist, drawn, isTiered));
  add(
    'search',
    searchCut(network, partition, isTiered, () => findWorst(results).side),
  );
  const worst = findWorst(results);
  return {
    bandwidthGbps: worst.bandwidthGbps,
    injectionGbps: worst.injectionGbps,
    ratio: worst.ratio,
    worstCut: worst.name,
    cuts: results.map(({ name, bandwidthGbps, ratio }) => ({ name, bandwidthGbps, ratio })),
    cutLinks: listCutLinks(netlist, network, worst),
    relaysThroughEndpoints: network.relaysThroughEndpoints,
    acrossRails: rails && measureRails(network, partition, rails),
  };
}

/** The cut that a search finds in the whole fabric. */
function searchDrawn(netlist: Netlist, { network, partition }: DrawnFabric, isTiered: boolean): Uint8Array | null {
  return searchCut(network, partition, isTiered, () => {
    const cuts = listCuts(netlist, network, isTiered);
    return findWorst(cuts.map((cut) => measureCut(network, partition, cut))).side;
  });
}

/** The first of the worst, in the order they were tried. */
function findWorst(results: readonly CutResult[]): CutResult {
  return results.reduce((x, y) => (y.ratio < x.ratio ? y : x));
}

function measureCut(network: FabricNetwork, partition: Partition, cut: Cut): CutResult {
  const { endpoints, endpointNode, attachments, adjacency, arcGbps, injectionGbps } = network;
  const supply = new Float64Array(adjacency.nodeCount);
  const demand = new Float64Array(adjacency.nodeCount);
  let nearGbps = 0;
  let farGbps = 0;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const side = cut.side[endpoint] as number;
    if (side === 0) continue;
    if (side === NEAR) nearGbps += injectionGbps[endpoint] as number;
    else farGbps += injectionGbps[endpoint] as number;
    const terminal = side === NEAR ? supply : demand;
    const own = endpointNode[endpoint] as number;
    if (own >= 0) terminal[own] = Number.POSITIVE_INFINITY;
  }
  visitAttached(attachments, cut.side, (i, near, far) => {
    const node = attachments.node[i] as number;
    const gbps = attachments.gbps[i] as number;
    supply[node] = (supply[node] as number) + near * gbps;
    demand[node] = (demand[node] as number) + far * gbps;
  });
  const flow = computeTerminalFlow(adjacency, arcGbps, { supply, demand }, partition);
  const bandwidthGbps = flow.value + sumDirect(network, cut.side);
  const injection = Math.min(nearGbps, farGbps);
  return {
    ...cut,
    bandwidthGbps,
    injectionGbps: injection,
    ratio: injection > 0 ? bandwidthGbps / injection : 0,
    isNear: flow.isNear,
  };
}

/** Every attachment of one endpoint of each group, with how many of the group are on the near side and on the far side. */
function visitAttached(
  attachments: FabricNetwork['attachments'],
  side: Uint8Array,
  visit: (attachment: number, near: number, far: number) => void,
): void {
  const { groupCount, groupOf, example } = groupAttachments(attachments);
  const near = new Uint32Array(groupCount);
  const far = new Uint32Array(groupCount);
  for (let endpoint = 0; endpoint < side.length; endpoint += 1) {
    const counts = side[endpoint] === NEAR ? near : far;
    const group = groupOf[endpoint] as number;
    if (side[endpoint] !== 0) counts[group] = (counts[group] as number) + 1;
  }
  for (let group = 0; group < groupCount; group += 1) {
    const endpoint = example[group] as number;
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      visit(i, near[group] as number, far[group] as number);
    }
  }
}

/** Cables straight from a near to a far endpoint. */
function sumDirect({ direct }: FabricNetwork, side: Uint8Array): number {
  let gbps = 0;
  for (let i = 0; i < direct.edgeCount; i += 1) {
    if (isCrossing(side[direct.a[i] as number], side[direct.b[i] as number])) gbps += direct.gbps[i] as number;
  }
  return gbps;
}

function isCrossing(a: number | undefined, b: number | undefined): boolean {
  return (a === NEAR && b === FAR) || (a === FAR && b === NEAR);
}

/** Links with cables from the near to the far side of the minimum cut, in the order of the netlist. */
function listCutLinks(netlist: Netlist, network: FabricNetwork, { side, isNear }: CutResult): CutLink[] {
  const { attachments, direct } = network;
  const gbps = new Float64Array(netlist.links.length);
  const cables = new Uint32Array(netlist.links.length);
  const add = (bundles: typeof direct | typeof attachments, index: number, times = 1): void => {
    const link = bundles.link[index] as number;
    gbps[link] = (gbps[link] as number) + times * (bundles.gbps[index] as number);
    cables[link] = (cables[link] as number) + times * (bundles.cableCount[index] as number);
  };
  addCrossing(network.edges, isNear, gbps, cables);
  visitAttached(attachments, side, (i, near, far) => {
    const crossing = isNear[attachments.node[i] as number] === 1 ? far : near;
    if (crossing > 0) add(attachments, i, crossing);
  });
  for (let i = 0; i < direct.edgeCount; i += 1) {
    if (isCrossing(side[direct.a[i] as number], side[direct.b[i] as number])) add(direct, i);
  }
  return netlist.links.flatMap((link, index) =>
    cables[index] === 0
      ? []
      : [{ linkId: link.linkId, connectionCount: cables[index] as number, bandwidthGbps: gbps[index] as number }],
  );
}

/** Adds the cables between relays of which one is near and the other far, by link. */
function addCrossing(
  { edgeCount, a, b, link, gbps, cableCount }: FabricNetwork['edges'],
  isNear: Uint8Array,
  gbpsOf: Float64Array,
  cablesOf: Uint32Array,
): void {
  for (let edge = 0; edge < edgeCount; edge += 1) {
    if (isNear[a[edge] as number] === isNear[b[edge] as number]) continue;
    const own = link[edge] as number;
    gbpsOf[own] = (gbpsOf[own] as number) + (gbps[edge] as number);
    cablesOf[own] = (cablesOf[own] as number) + (cableCount[edge] as number);
  }
}

/** Flow from the ports on the lower rails to those on the upper ones; with an odd number the middle rail takes no part. */
function measureRails(
  network: FabricNetwork,
  partition: Partition,
  { railCount, railOfAttachment, portGbps }: Rails,
): Bisection['acrossRails'] {
  const { attachments, adjacency, arcGbps } = network;
  const supply = new Float64Array(adjacency.nodeCount);
  const demand = new Float64Array(adjacency.nodeCount);
  const half = Math.floor(railCount / 2);
  const { node: nodes, gbps: speeds } = attachments;
  for (let i = 0; i < railOfAttachment.length; i += 1) {
    const rail = railOfAttachment[i] as number;
    const node = nodes[i] as number;
    const gbps = speeds[i] as number;
    if (rail >= 0 && rail < half) supply[node] = (supply[node] as number) + gbps;
    else if (rail >= railCount - half) demand[node] = (demand[node] as number) + gbps;
  }
  const bandwidthGbps = computeTerminalFlow(adjacency, arcGbps, { supply, demand }, partition).value;
  const add = (sum: number, gbps: number): number => sum + gbps;
  const lower = portGbps.subarray(0, half).reduce(add, 0);
  const upper = portGbps.subarray(railCount - half).reduce(add, 0);
  const injectionGbps = Math.min(lower, upper);
  return { railCount, bandwidthGbps, injectionGbps, ratio: injectionGbps > 0 ? bandwidthGbps / injectionGbps : 0 };
}

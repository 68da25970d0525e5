/**
 * One fabric as a graph for the bandwidth analyses: the devices that relay traffic as nodes, parallel cables bundled to
 * edges, and the endpoints hanging on them.
 *
 * Switches relay. Hosts do not, with one exception: where hosts of a group are cabled to two or more other hosts each (a
 * torus of chips, a mesh of servers), the fabric is a direct network and the hosts of that group relay for each other.
 * A single cable between two hosts makes no network and leaves them hosts.
 */
import { type Adjacency, createAdjacency, type EdgeList, spreadToArcs } from '../graph/adjacency.ts';
import { Memory } from '../base/memory.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { FabricGraph } from './fabric-graph.ts';
import { numberMembers, sumInjection } from './fabric-members.ts';
import {
  bundleLinks,
  type Bundles,
  joinBundles,
  joinCapacity,
  joinEnds,
  listInputs,
  type PlacedBundles,
} from './link-bundles.ts';

/** Attachments of endpoint e are first[e] .. first[e + 1] - 1, in the order of links and ports. */
export interface Attachments extends Bundles {
  readonly first: Uint32Array;
  readonly node: Uint32Array;
}

/** Cables straight between two endpoints that do not relay. */
export interface DirectCables extends EdgeList, Bundles {}

export interface FabricNetwork {
  /** Members with a cable in the fabric whose traffic it is built for, in physical order: by group, pod, index. */
  readonly endpoints: Uint32Array;
  /** By endpoint: one direction, Gb/s, as drawn: what is broken is still wanted. */
  readonly injectionGbps: Float64Array;
  /** By endpoint: 1 = broken itself, so that it takes no part in traffic; null = none is. */
  readonly brokenEndpoints: Uint8Array | null;
  /** By endpoint: its own node in a direct network; -1 = it hangs on relays by its attachments. */
  readonly endpointNode: Int32Array;
  readonly relaysThroughEndpoints: boolean;
  /** By node. */
  readonly nodeMember: Uint32Array;
  readonly adjacency: Adjacency;
  readonly edges: EdgeList & Bundles;
  /** Two links join relays of the same two groups. */
  readonly hasParallelLinks: boolean;
  /** A link joins relays of one group. */
  readonly hasInnerLinks: boolean;
  readonly arcGbps: Float64Array;
  readonly attachments: Attachments;
  readonly direct: DirectCables;
}

/**
 * Members and endpoints as drawn; cables that are broken, or end at something broken, are left out. Parts of the network that
 * an edit leaves alone are the same arrays as before.
 */
export function createFabricNetwork(
  netlist: Netlist,
  graph: FabricGraph,
  memory: Memory = new Memory(),
): FabricNetwork {
  const numbers = numberMembers(netlist, graph, memory);
  const bundled = bundleLinks(netlist, graph, numbers, memory);
  const { endpoints, nodeMember } = numbers;
  const name = `${netlist.failures === null ? '' : 'left of '}fabric ${netlist.fabrics[graph.fabric]?.fabricId}`;
  const { adjacency, edges, arcGbps } = recallEdges(name, nodeMember.length, bundled.edges, memory);
  const endpointNode = new Int32Array(endpoints.length);
  let relaysThroughEndpoints = false;
  for (let i = 0; i < endpoints.length; i += 1) {
    const node = numbers.nodeOfMember[endpoints[i] as number] as number;
    endpointNode[i] = node;
    if (node >= 0) relaysThroughEndpoints = true;
  }
  return {
    endpoints,
    injectionGbps: sumInjection(netlist, graph, numbers, memory),
    brokenEndpoints: listBroken(netlist, endpoints),
    endpointNode,
    relaysThroughEndpoints,
    nodeMember,
    hasParallelLinks: new Set(bundled.edges.map(({ groups }) => groups)).size < bundled.edges.length,
    hasInnerLinks: bundled.edges.some(({ link }) => isInner(netlist.links[link] as NetLink)),
    adjacency,
    edges,
    arcGbps,
    attachments: memory.recall(`attachments of ${name}`, listInputs(endpoints.length, bundled.attachments), () =>
      orderAttachments(endpoints.length, joinBundles(bundled.attachments)),
    ),
    direct: joinBundles(bundled.direct),
  };
}

function isInner({ groupA, groupB }: NetLink): boolean {
  return groupA === groupB;
}

function listBroken({ failures }: Netlist, endpoints: Uint32Array): Uint8Array | null {
  if (failures === null) return null;
  const broken = Uint8Array.from(endpoints, (member) => failures.memberFailed[member] as number);
  return broken.includes(1) ? broken : null;
}

/** A link's speed or length does not change which relays are joined. */
function recallEdges(
  name: string,
  nodeCount: number,
  bundled: readonly PlacedBundles[],
  memory: Memory,
): Pick<FabricNetwork, 'adjacency' | 'edges' | 'arcGbps'> {
  const places = bundled.flatMap(({ bundles, a, b }) => [bundles, a, b]);
  const joined = memory.recall(`edges of ${name}`, [nodeCount, ...places], () => {
    const ends = joinEnds(bundled);
    return { ends, adjacency: createAdjacency(nodeCount, ends) };
  });
  return memory.recall(`capacity of ${name}`, [joined, ...listInputs(nodeCount, bundled)], () => {
    const edges = { ...joined.ends, ...joinCapacity(bundled) };
    return { adjacency: joined.adjacency, edges, arcGbps: spreadToArcs(joined.adjacency, edges.gbps) };
  });
}

function isAscending(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i += 1) if ((numbers[i] as number) < (numbers[i - 1] as number)) return false;
  return true;
}

/** By endpoint; within one, in the order they came. */
function orderAttachments(endpointCount: number, list: EdgeList & Bundles): Attachments {
  const first = new Uint32Array(endpointCount + 1);
  for (let i = 0; i < list.edgeCount; i += 1) {
    const next = (list.a[i] as number) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let endpoint = 0; endpoint < endpointCount; endpoint += 1) {
    first[endpoint + 1] = (first[endpoint + 1] as number) + (first[endpoint] as number);
  }
  // Where one link serves all of them they most often stand in that order already.
  if (isAscending(list.a))
    return { first, node: list.b, gbps: list.gbps, cableCount: list.cableCount, link: list.link };
  const cursor = first.slice(0, endpointCount);
  const ordered = {
    first,
    node: new Uint32Array(list.edgeCount),
    gbps: new Float64Array(list.edgeCount),
    cableCount: new Uint32Array(list.edgeCount),
    link: new Uint32Array(list.edgeCount),
  };
  for (let i = 0; i < list.edgeCount; i += 1) {
    const endpoint = list.a[i] as number;
    const at = cursor[endpoint] as number;
    cursor[endpoint] = at + 1;
    ordered.node[at] = list.b[i] as number;
    ordered.gbps[at] = list.gbps[i] as number;
    ordered.cableCount[at] = list.cableCount[i] as number;
    ordered.link[at] = list.link[i] as number;
  }
  return ordered;
}

/** A number for the pod of each endpoint: pods of different groups differ. Ascending in physical order. */
export function numberPods(netlist: Netlist, endpoints: Uint32Array): Uint32Array {
  let pod = -1;
  let lastGroup = -1;
  let lastOfGroup = -1;
  const pods = new Uint32Array(endpoints.length);
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const member = endpoints[endpoint] as number;
    const groupIndex = netlist.memberGroup[member] as number;
    const group = netlist.groups[groupIndex] as NetGroup;
    const ofGroup = Math.floor((member - group.firstMember) / group.membersPerPod);
    if (groupIndex !== lastGroup || ofGroup !== lastOfGroup) pod += 1;
    lastGroup = groupIndex;
    lastOfGroup = ofGroup;
    pods[endpoint] = pod;
  }
  return pods;
}

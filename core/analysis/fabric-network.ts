/**
 * One fabric as a graph for the bandwidth analyses: the devices that relay traffic as nodes, parallel cables bundled to
 * edges, and the endpoints hanging on them.
 *
 * Switches relay. Hosts do not, with one exception: where hosts of a group are cabled to two or more other hosts each (a
 * torus of chips, a mesh of servers), the fabric is a direct network and the hosts of that group relay for each other.
 * A single cable between two hosts makes no network and leaves them hosts.
 */
import { type Adjacency, createAdjacency, type EdgeList, spreadToArcs } from '../graph/adjacency.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { type FabricGraph, isEndpoint } from './fabric-graph.ts';

/** Cables between two relays (edges) or between an endpoint and a relay (attachments), in parallel arrays. */
export interface Bundles {
  readonly gbps: Float64Array;
  readonly cableCount: Uint32Array;
  /** Index into the netlist's links. */
  readonly link: Uint32Array;
}

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
  readonly arcGbps: Float64Array;
  readonly attachments: Attachments;
  readonly direct: DirectCables;
}

/** Members and endpoints as drawn; cables that are broken, or end at something broken, are left out. */
export function createFabricNetwork(netlist: Netlist, graph: FabricGraph): FabricNetwork {
  const relaying = listRelayingHosts(netlist, graph);
  const { nodeOfMember, nodeMember } = numberNodes(netlist, graph, relaying);
  const { endpoints, endpointOfMember } = listEndpoints(netlist, graph);
  const endpointNode = Int32Array.from(endpoints, (member) => nodeOfMember[member] as number);
  const sorted = sortCables(netlist, graph, nodeOfMember, endpointOfMember, endpoints.length);
  const edges = sorted.edges.finish();
  const adjacency = createAdjacency(nodeMember.length, edges);
  const attachments = orderAttachments(endpoints.length, sorted.attachments.finish());
  return {
    endpoints,
    injectionGbps: sorted.injectionGbps,
    brokenEndpoints: listBroken(netlist, endpoints),
    endpointNode,
    relaysThroughEndpoints: endpointNode.some((node) => node >= 0),
    nodeMember,
    adjacency,
    edges,
    arcGbps: spreadToArcs(adjacency, edges.gbps),
    attachments,
    direct: sorted.direct.finish(),
  };
}

function listBroken({ failures }: Netlist, endpoints: Uint32Array): Uint8Array | null {
  if (failures === null) return null;
  const broken = Uint8Array.from(endpoints, (member) => failures.memberFailed[member] as number);
  return broken.includes(1) ? broken : null;
}

/** Groups of hosts of which a member is cabled to two different hosts. */
function listRelayingHosts(netlist: Netlist, graph: FabricGraph): Set<number> {
  const relaying = new Set<number>();
  const hostLinks = graph.links.filter(
    (link) => !graph.switching.has(link.groupA) && !graph.switching.has(link.groupB),
  );
  if (hostLinks.length === 0) return relaying;
  const neighbour = new Int32Array(netlist.memberCount).fill(-1);
  for (const link of hostLinks) {
    const end = link.firstConnection + link.connectionCount;
    for (let connection = link.firstConnection; connection < end; connection += 1) {
      const a = netlist.connectionMemberA[connection] as number;
      const b = netlist.connectionMemberB[connection] as number;
      if (neighbour[a] !== -1 && neighbour[a] !== b) relaying.add(link.groupA);
      if (neighbour[b] !== -1 && neighbour[b] !== a) relaying.add(link.groupB);
      neighbour[a] = b;
      neighbour[b] = a;
    }
  }
  return relaying;
}

function numberNodes(
  netlist: Netlist,
  graph: FabricGraph,
  relaying: ReadonlySet<number>,
): { nodeOfMember: Int32Array; nodeMember: Uint32Array } {
  const nodeOfMember = new Int32Array(netlist.memberCount).fill(-1);
  const nodeMember: number[] = [];
  netlist.groups.forEach((group, index) => {
    if (!graph.switching.has(index) && !relaying.has(index)) return;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      nodeOfMember[member] = nodeMember.length;
      nodeMember.push(member);
    }
  });
  return { nodeOfMember, nodeMember: Uint32Array.from(nodeMember) };
}

function listEndpoints(netlist: Netlist, graph: FabricGraph): { endpoints: Uint32Array; endpointOfMember: Int32Array } {
  const isConnected = new Uint8Array(netlist.memberCount);
  for (const link of graph.links) {
    const end = link.firstConnection + link.connectionCount;
    for (let connection = link.firstConnection; connection < end; connection += 1) {
      isConnected[netlist.connectionMemberA[connection] as number] = 1;
      isConnected[netlist.connectionMemberB[connection] as number] = 1;
    }
  }
  const endpointOfMember = new Int32Array(netlist.memberCount).fill(-1);
  const endpoints: number[] = [];
  for (const group of netlist.groups) {
    if (!isEndpoint(group)) continue;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      if (isConnected[member] !== 1) continue;
      endpointOfMember[member] = endpoints.length;
      endpoints.push(member);
    }
  }
  return { endpoints: Uint32Array.from(endpoints), endpointOfMember };
}

/** Collects bundles; cables that follow each other between the same two ends become one. */
class BundleList {
  private readonly a: Uint32Array;
  private readonly b: Uint32Array;
  private readonly gbps: Float64Array;
  private readonly cableCount: Uint32Array;
  private readonly link: Uint32Array;
  private length = 0;

  constructor(capacity: number) {
    this.a = new Uint32Array(capacity);
    this.b = new Uint32Array(capacity);
    this.gbps = new Float64Array(capacity);
    this.cableCount = new Uint32Array(capacity);
    this.link = new Uint32Array(capacity);
  }

  add(a: number, b: number, gbps: number, link: number): void {
    const last = this.length - 1;
    if (last >= 0 && this.a[last] === a && this.b[last] === b && this.link[last] === link) {
      this.gbps[last] = (this.gbps[last] as number) + gbps;
      this.cableCount[last] = (this.cableCount[last] as number) + 1;
      return;
    }
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.gbps[this.length] = gbps;
    this.cableCount[this.length] = 1;
    this.link[this.length] = link;
    this.length += 1;
  }

  finish(): EdgeList & Bundles {
    return {
      edgeCount: this.length,
      a: this.a.slice(0, this.length),
      b: this.b.slice(0, this.length),
      gbps: this.gbps.slice(0, this.length),
      cableCount: this.cableCount.slice(0, this.length),
      link: this.link.slice(0, this.length),
    };
  }
}

interface SortedCables {
  readonly edges: BundleList;
  /** a = endpoint, b = node. */
  readonly attachments: BundleList;
  readonly direct: BundleList;
  /** By endpoint, broken cables included. */
  readonly injectionGbps: Float64Array;
}

/** Cables of hosts that are no endpoints (management) are left out: they neither relay nor count. */
function sortCables(
  netlist: Netlist,
  graph: FabricGraph,
  nodeOfMember: Int32Array,
  endpointOfMember: Int32Array,
  endpointCount: number,
): SortedCables {
  const total = graph.links.reduce((sum, link) => sum + link.connectionCount, 0);
  const isHostLink = (link: NetLink): boolean => !graph.switching.has(link.groupA) || !graph.switching.has(link.groupB);
  const hostTotal = graph.links.reduce((sum, link) => sum + (isHostLink(link) ? link.connectionCount : 0), 0);
  const sorted = {
    edges: new BundleList(total),
    attachments: new BundleList(hostTotal),
    direct: new BundleList(hostTotal),
    injectionGbps: new Float64Array(endpointCount),
  };
  const failed = netlist.failures?.connectionFailed;
  const inject = (endpoint: number, gbps: number): void => {
    if (endpoint >= 0) sorted.injectionGbps[endpoint] = (sorted.injectionGbps[endpoint] as number) + gbps;
  };
  for (const link of graph.links) {
    const index = netlist.links.indexOf(link);
    const end = link.firstConnection + link.connectionCount;
    for (let connection = link.firstConnection; connection < end; connection += 1) {
      const a = netlist.connectionMemberA[connection] as number;
      const b = netlist.connectionMemberB[connection] as number;
      const nodeA = nodeOfMember[a] as number;
      const nodeB = nodeOfMember[b] as number;
      const endpointA = endpointOfMember[a] as number;
      const endpointB = endpointOfMember[b] as number;
      if (Math.max(nodeA, endpointA) < 0 || Math.max(nodeB, endpointB) < 0) continue;
      inject(endpointA, link.speedGbps);
      inject(endpointB, link.speedGbps);
      if (failed?.[connection] === 1) continue;
      if (nodeA >= 0 && nodeB >= 0) sorted.edges.add(nodeA, nodeB, link.speedGbps, index);
      else if (nodeB >= 0 && endpointA >= 0) sorted.attachments.add(endpointA, nodeB, link.speedGbps, index);
      else if (nodeA >= 0 && endpointB >= 0) sorted.attachments.add(endpointB, nodeA, link.speedGbps, index);
      else if (nodeA < 0 && nodeB < 0) sorted.direct.add(endpointA, endpointB, link.speedGbps, index);
    }
  }
  return sorted;
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
  let lastKey = '';
  return endpoints.map((member) => {
    const groupIndex = netlist.memberGroup[member] as number;
    const group = netlist.groups[groupIndex] as NetGroup;
    const key = `${groupIndex}:${Math.floor((member - group.firstMember) / group.membersPerPod)}`;
    if (key !== lastKey) pod += 1;
    lastKey = key;
    return pod;
  });
}

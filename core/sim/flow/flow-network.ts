/**
 * One fabric cable by cable, for routing: the devices that relay as nodes, and an arc for each direction of every working
 * cable between two of them. A wire is one direction of a cable: 2 x connection from A to B, one more from B to A.
 */
import { createFabricGraph } from '../../analysis/fabric-graph.ts';
import { createFabricNetwork } from '../../analysis/fabric-network.ts';
import type { Netlist, NetLink } from '../../netlist/netlist.ts';

export interface FlowNetwork {
  readonly nodeCount: number;
  /** By member; -1 = does not relay. */
  readonly nodeOfMember: Int32Array;
  /** Arcs of node n are firstArc[n] .. firstArc[n + 1] - 1, ordered by the node they lead to. */
  readonly firstArc: Uint32Array;
  readonly arcTo: Uint32Array;
  readonly arcWire: Uint32Array;
}

export function createFlowNetwork(netlist: Netlist, fabric: number): FlowNetwork {
  const graph = createFabricGraph(netlist, fabric);
  const { nodeMember } = createFabricNetwork(netlist, graph);
  const nodeOfMember = new Int32Array(netlist.memberCount).fill(-1);
  nodeMember.forEach((member, node) => {
    nodeOfMember[member] = node;
  });
  const ends = listEnds(netlist, graph.links, nodeOfMember);
  return { nodeCount: nodeMember.length, nodeOfMember, ...orderArcs(nodeMember.length, ends) };
}

interface Ends {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly wire: Uint32Array;
}

function listEnds(netlist: Netlist, links: readonly NetLink[], nodeOfMember: Int32Array): Ends {
  const most = 2 * links.reduce((sum, link) => sum + link.connectionCount, 0);
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  const wire = new Uint32Array(most);
  const failed = netlist.failures?.connectionFailed ?? null;
  let count = 0;
  for (const link of links) {
    const end = link.firstConnection + link.connectionCount;
    for (let connection = link.firstConnection; connection < end; connection += 1) {
      const a = nodeOfMember[netlist.connectionMemberA[connection] as number] as number;
      const b = nodeOfMember[netlist.connectionMemberB[connection] as number] as number;
      if (a < 0 || b < 0 || a === b || failed?.[connection] === 1) continue;
      from[count] = a;
      to[count] = b;
      wire[count] = 2 * connection;
      from[count + 1] = b;
      to[count + 1] = a;
      wire[count + 1] = 2 * connection + 1;
      count += 2;
    }
  }
  return { count, from, to, wire };
}

/** Dealt out by the far end first, then by the near one, so that each node's arcs come out ordered by far end. */
function orderArcs(
  nodeCount: number,
  { count, from, to, wire }: Ends,
): Omit<FlowNetwork, 'nodeCount' | 'nodeOfMember'> {
  const byTo = sortByKey(nodeCount, count, to, null);
  const byFrom = sortByKey(nodeCount, count, from, byTo.order);
  return {
    firstArc: byFrom.first,
    arcTo: byFrom.order.map((i) => to[i] as number),
    arcWire: byFrom.order.map((i) => wire[i] as number),
  };
}

/** Stable counting sort of items 0 .. count - 1, or of those of `order`, by key. */
function sortByKey(
  keyCount: number,
  count: number,
  key: Uint32Array,
  order: Uint32Array | null,
): { first: Uint32Array; order: Uint32Array } {
  const first = new Uint32Array(keyCount + 1);
  for (let i = 0; i < count; i += 1) first[(key[i] as number) + 1] = (first[(key[i] as number) + 1] as number) + 1;
  for (let k = 0; k < keyCount; k += 1) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
  const cursor = first.slice();
  const sorted = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const item = order === null ? i : (order[i] as number);
    const at = cursor[key[item] as number] as number;
    cursor[key[item] as number] = at + 1;
    sorted[at] = item;
  }
  return { first, order: sorted };
}

/** What each wire carries of payload, GB/s. */
export function computeWireGBps(netlist: Netlist, goodputShare: number): Float64Array {
  const gbps = new Float64Array(2 * netlist.connectionCount);
  for (const link of netlist.links) {
    const from = 2 * link.firstConnection;
    gbps.fill((link.speedGbps / 8) * goodputShare, from, from + 2 * link.connectionCount);
  }
  return gbps;
}

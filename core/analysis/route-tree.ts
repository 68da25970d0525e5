/**
 * All shortest paths between two members of a fabric, cable by cable: how many there are, which is the quickest, and any of them
 * by its number. Cables that are broken or end at something broken are left out. Linear in the cables that are met.
 */
import { type NetBlock, type NetGroup, type Netlist, NONE } from '../netlist/netlist.ts';

export interface RouteRules {
  /** Index of the fabric. */
  readonly fabric: number;
  /** By group: passes traffic on. The two ends need not. */
  readonly isRelaying: (group: number) => boolean;
  /** What a connection adds, and a member that passes traffic on. */
  readonly connectionNs: (connection: number) => number;
  readonly relayNs: (member: number) => number;
}

export interface RouteTree {
  /** Shortest paths, parallel cables counted apart; 0 = none. */
  readonly pathCount: number;
  /** Number of the quickest, the first of those where several are as quick. */
  readonly quickest: number;
  /** Connections of the path of that number, counted from 0 in the order of ports at every member on the way. */
  readonly follow: (rank: number) => number[];
}

export function growRoutes(netlist: Netlist, rules: RouteRules, from: number, to: number): RouteTree {
  const tree = spread(netlist, rules, from, to);
  const pathCount = tree.pathCount[from] as number;
  return {
    pathCount,
    quickest: pathCount === 0 ? 0 : rankQuickest(netlist, rules, tree, from, to),
    follow: (rank) => followRank(netlist, rules, tree, from, to, rank),
  };
}

interface Tree {
  /** By member: cables to the destination, NONE = not met; paths of that length, and the quickest of them. */
  readonly distance: Int32Array;
  readonly pathCount: Float64Array;
  readonly ns: Float64Array;
}

/** Backwards from the destination, breadth first, as far as the start. */
function spread(netlist: Netlist, rules: RouteRules, from: number, to: number): Tree {
  const distance = new Int32Array(netlist.memberCount).fill(NONE);
  const pathCount = new Float64Array(netlist.memberCount);
  const ns = new Float64Array(netlist.memberCount).fill(Number.POSITIVE_INFINITY);
  distance[to] = 0;
  pathCount[to] = 1;
  ns[to] = 0;
  const queue = [to];
  for (const member of queue) {
    const next = (distance[member] as number) + 1;
    // Whoever stands as far off as the start has nothing to add to its paths.
    if (distance[from] !== NONE && next > (distance[from] as number)) break;
    if (member !== to && !passesOn(netlist, rules, member)) continue;
    const ownNs = (member === to ? 0 : rules.relayNs(member)) + (ns[member] as number);
    visitCables(netlist, rules, member, (connection, other) => {
      if (distance[other] === NONE) {
        distance[other] = next;
        queue.push(other);
      }
      if (distance[other] !== next) return;
      pathCount[other] = (pathCount[other] as number) + (pathCount[member] as number);
      ns[other] = Math.min(ns[other] as number, ownNs + rules.connectionNs(connection));
    });
  }
  return { distance, pathCount, ns };
}

function passesOn({ memberGroup }: Netlist, { isRelaying }: RouteRules, member: number): boolean {
  return isRelaying(memberGroup[member] as number);
}

/** Working cables of the member in the fabric, in the order of its ports. */
function visitCables(
  netlist: Netlist,
  { fabric }: RouteRules,
  member: number,
  visit: (connection: number, other: number) => void,
): void {
  const { connectionLink, links, failures, connectionMemberA, connectionMemberB } = netlist;
  visitConnections(netlist, member, (connection) => {
    if (failures?.connectionFailed[connection] === 1) return;
    if (links[connectionLink[connection] as number]?.fabric !== fabric) return;
    const a = connectionMemberA[connection] as number;
    const other = a === member ? (connectionMemberB[connection] as number) : a;
    if (other !== member) visit(connection, other);
  });
}

/** Of all blocks of the member in their order, broken or not, of any fabric. */
export function visitConnections(netlist: Netlist, member: number, visit: (connection: number) => void): void {
  const { groups, blocks, memberGroup, cageFirstPort, portConnection } = netlist;
  const { firstMember, firstBlock, blockCount } = groups[memberGroup[member] as number] as NetGroup;
  for (let at = firstBlock; at < firstBlock + blockCount; at += 1) {
    const { firstCage, cagesPerMember } = blocks[at] as NetBlock;
    const first = firstCage + (member - firstMember) * cagesPerMember;
    const end = cageFirstPort[first + cagesPerMember] as number;
    for (let port = cageFirstPort[first] as number; port < end; port += 1) {
      const connection = portConnection[port] as number;
      if (connection !== NONE) visit(connection);
    }
  }
}

/** Next cables on a shortest path, in order. */
function listWays(
  netlist: Netlist,
  rules: RouteRules,
  tree: Tree,
  member: number,
  to: number,
): { connection: number; other: number }[] {
  const ways: { connection: number; other: number }[] = [];
  visitCables(netlist, rules, member, (connection, other) => {
    if (tree.distance[other] !== (tree.distance[member] as number) - 1) return;
    if (other === to || passesOn(netlist, rules, other)) ways.push({ connection, other });
  });
  return ways;
}

function rankQuickest(netlist: Netlist, rules: RouteRules, tree: Tree, from: number, to: number): number {
  let rank = 0;
  for (let member = from; member !== to; ) {
    let best: { other: number; ns: number; skipped: number } | null = null;
    let skipped = 0;
    for (const { connection, other } of listWays(netlist, rules, tree, member, to)) {
      const ns =
        rules.connectionNs(connection) + (other === to ? 0 : rules.relayNs(other)) + (tree.ns[other] as number);
      // Sums of the same lengths in another order may differ by rounding.
      if (best === null || ns < best.ns - 1e-6) best = { other, ns, skipped };
      skipped += tree.pathCount[other] as number;
    }
    if (best === null) break;
    rank += best.skipped;
    member = best.other;
  }
  return rank;
}

function followRank(netlist: Netlist, rules: RouteRules, tree: Tree, from: number, to: number, rank: number): number[] {
  const connections: number[] = [];
  let left = rank;
  for (let member = from; member !== to; ) {
    let chosen: { connection: number; other: number } | null = null;
    for (const way of listWays(netlist, rules, tree, member, to)) {
      chosen = way;
      const paths = tree.pathCount[way.other] as number;
      if (left < paths) break;
      left -= paths;
    }
    if (chosen === null) break;
    connections.push(chosen.connection);
    member = chosen.other;
  }
  return connections;
}

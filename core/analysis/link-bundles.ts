/** The cables of a fabric as bundles: those of a link that follow each other between the same two ends are one. */
import type { Memory } from '../base/memory.ts';
import type { EdgeList } from '../graph/adjacency.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { type FabricGraph, isEndpoint } from './fabric-graph.ts';
import type { FabricMembers } from './fabric-members.ts';

/** Cables between two relays (edges) or between an endpoint and a relay (attachments), in parallel arrays. */
export interface Bundles {
  readonly gbps: Float64Array;
  readonly cableCount: Uint32Array;
  /** Index into the netlist's links. */
  readonly link: Uint32Array;
}

/** Of one link; ends are numbered as in their groups. Broken cables are left out. */
interface LinkBundles {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly cableCount: Uint32Array;
}

/** Where the two groups stand among nodes or endpoints: the first of them, or a number for each member. */
type Place = number | Int32Array;

export interface PlacedBundles {
  readonly bundles: LinkBundles;
  readonly a: Place;
  readonly b: Place;
  readonly link: number;
  readonly speedGbps: number;
  /** The two groups, the lower index first. */
  readonly groups: string;
}

interface BundledLinks {
  readonly edges: PlacedBundles[];
  /** a = endpoint, b = node. */
  readonly attachments: PlacedBundles[];
  readonly direct: PlacedBundles[];
}

/** Cables of hosts that are no endpoints (management) are left out: they neither relay nor count. */
export function bundleLinks(
  netlist: Netlist,
  graph: FabricGraph,
  members: FabricMembers,
  memory: Memory,
): BundledLinks {
  const bundled: BundledLinks = { edges: [], attachments: [], direct: [] };
  const nodesOf = (group: number): number =>
    members.nodeOfMember[(netlist.groups[group] as NetGroup).firstMember] as number;
  const endpointsOf = (group: number): Place => {
    const { deviceId, firstMember, count } = netlist.groups[group] as NetGroup;
    const numbers = members.endpointOfMember.subarray(firstMember, firstMember + count);
    const name = `endpoints of ${deviceId} in ${netlist.fabrics[graph.fabric]?.fabricId}`;
    return memory.settle(name, [numbers], () => numbers.slice());
  };
  for (const link of graph.links) {
    const { groupA, groupB, speedGbps } = link;
    const isNodeA = members.isRelaying(groupA);
    const isNodeB = members.isRelaying(groupB);
    const isEndpointA = isEndpoint(netlist.groups[groupA] as NetGroup);
    const isEndpointB = isEndpoint(netlist.groups[groupB] as NetGroup);
    if (!(isNodeA || isEndpointA) || !(isNodeB || isEndpointB)) continue;
    const groups = `${Math.min(groupA, groupB)}/${Math.max(groupA, groupB)}`;
    const common = { link: netlist.links.indexOf(link), speedGbps, groups };
    const bundles = recallBundles(netlist, link, isNodeA && !isNodeB, memory);
    if (isNodeA && isNodeB) bundled.edges.push({ ...common, bundles, a: nodesOf(groupA), b: nodesOf(groupB) });
    else if (isNodeB) bundled.attachments.push({ ...common, bundles, a: endpointsOf(groupA), b: nodesOf(groupB) });
    else if (isNodeA) {
      bundled.attachments.push({ ...common, bundles, a: endpointsOf(groupB), b: nodesOf(groupA) });
    } else bundled.direct.push({ ...common, bundles, a: endpointsOf(groupA), b: endpointsOf(groupB) });
  }
  return bundled;
}

/** `isTurned`: the B end of the link is the bundles' a. */
function recallBundles(netlist: Netlist, link: NetLink, isTurned: boolean, memory: Memory): LinkBundles {
  const { failures } = netlist;
  const { linkId, wiring, firstConnection, connectionCount } = link;
  const name = `${failures === null ? '' : 'working '}bundles of ${linkId}`;
  const broken = failures === null ? [] : [failures, firstConnection];
  return memory.recall(name, [wiring, isTurned, ...broken], () => {
    const failed = failures?.connectionFailed.subarray(firstConnection, firstConnection + connectionCount);
    const left = failed ? { a: dropFailed(wiring.a, failed), b: dropFailed(wiring.b, failed) } : wiring;
    const { a, b, cableCount } = bundlePairs(left.a, left.b);
    return isTurned ? { a: b, b: a, cableCount } : { a, b, cableCount };
  });
}

function dropFailed(members: Uint32Array, failed: Uint8Array): Uint32Array {
  return members.filter((_, i) => failed[i] === 0);
}

function bundlePairs(membersA: Uint32Array, membersB: Uint32Array): LinkBundles {
  const count = countRuns(membersA, membersB);
  // Most often every cable is a bundle.
  if (count === membersA.length) return { a: membersA, b: membersB, cableCount: new Uint32Array(count).fill(1) };
  const a = new Uint32Array(count);
  const b = new Uint32Array(count);
  const cableCount = new Uint32Array(count);
  let at = -1;
  for (let i = 0; i < membersA.length; i += 1) {
    if (isNewPair(membersA, membersB, i)) {
      at += 1;
      a[at] = membersA[i] as number;
      b[at] = membersB[i] as number;
    }
    cableCount[at] = (cableCount[at] as number) + 1;
  }
  return { a, b, cableCount };
}

function countRuns(membersA: Uint32Array, membersB: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < membersA.length; i += 1) if (isNewPair(membersA, membersB, i)) count += 1;
  return count;
}

/** The pair differs from the one before. */
function isNewPair(membersA: Uint32Array, membersB: Uint32Array, i: number): boolean {
  return i === 0 || membersA[i] !== membersA[i - 1] || membersB[i] !== membersB[i - 1];
}

/** All that the joined bundles rest on. */
export function listInputs(count: number, placed: readonly PlacedBundles[]): unknown[] {
  return [count, ...placed.flatMap(({ bundles, a, b, link, speedGbps }) => [bundles, a, b, link, speedGbps])];
}

export function joinBundles(placed: readonly PlacedBundles[]): EdgeList & Bundles {
  const { edgeCount, a, b, cableCount } = joinEnds(placed);
  const { gbps, link } = joinCapacity(placed);
  return { edgeCount, a, b, cableCount, gbps, link };
}

export function joinEnds(placed: readonly PlacedBundles[]): EdgeList & Pick<Bundles, 'cableCount'> {
  const edgeCount = placed.reduce((sum, { bundles }) => sum + bundles.a.length, 0);
  const a = new Uint32Array(edgeCount);
  const b = new Uint32Array(edgeCount);
  const cableCount = new Uint32Array(edgeCount);
  let next = 0;
  for (const { bundles, a: placeA, b: placeB } of placed) {
    put(bundles.a, placeA, a, next);
    put(bundles.b, placeB, b, next);
    cableCount.set(bundles.cableCount, next);
    next += bundles.a.length;
  }
  return { edgeCount, a, b, cableCount };
}

function put(members: Uint32Array, place: Place, target: Uint32Array, at: number): void {
  if (typeof place === 'number') {
    for (let i = 0; i < members.length; i += 1) target[at + i] = place + (members[i] as number);
  } else {
    for (let i = 0; i < members.length; i += 1) target[at + i] = place[members[i] as number] as number;
  }
}

export function joinCapacity(placed: readonly PlacedBundles[]): Pick<Bundles, 'gbps' | 'link'> {
  const edgeCount = placed.reduce((sum, { bundles }) => sum + bundles.a.length, 0);
  const gbps = new Float64Array(edgeCount);
  const links = new Uint32Array(edgeCount);
  let next = 0;
  for (const { bundles, link, speedGbps } of placed) {
    const { cableCount } = bundles;
    links.fill(link, next, next + cableCount.length);
    multiplyInto(cableCount, speedGbps, gbps, next);
    next += cableCount.length;
  }
  return { gbps, link: links };
}

function multiplyInto(counts: Uint32Array, factor: number, target: Float64Array, at: number): void {
  for (let i = 0; i < counts.length; i += 1) target[at + i] = (counts[i] as number) * factor;
}

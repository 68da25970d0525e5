/** One fabric tier by tier: how much bandwidth each member has down and away, and how many switches it hangs on. */
import type { Memory } from '../../../base/memory.ts';
import { type NetGroup, type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { FabricGraph } from '../../fabric-graph.ts';
import { type EndDegrees, recallDegrees } from '../../link-degrees.ts';

/** Parallel to all members. */
export interface FabricTiers {
  readonly graph: FabricGraph;
  /** Towards the endpoints and away from them, Gb/s; links between switches of one tier lead away. */
  readonly downGbps: Float64Array;
  readonly awayGbps: Float64Array;
  /** A member of a tier above that it is cabled to; NONE = there is none. */
  readonly firstAbove: Int32Array;
  /** 1 = it is cabled to more than that one. */
  readonly hasSecondAbove: Uint8Array;
}

/** Linear in the members, and in the connections of links that are wired anew. */
export function createFabricTiers(netlist: Netlist, graph: FabricGraph, memory: Memory): FabricTiers {
  const { memberCount } = netlist;
  const tiers: FabricTiers = {
    graph,
    downGbps: new Float64Array(memberCount),
    awayGbps: new Float64Array(memberCount),
    firstAbove: new Int32Array(memberCount).fill(NONE),
    hasSecondAbove: new Uint8Array(memberCount),
  };
  for (const link of graph.links) {
    const tierA = graph.tierOfGroup[link.groupA] as number;
    const tierB = graph.tierOfGroup[link.groupB] as number;
    if (tierA < 0 || tierB < 0) continue;
    const { firstMember: firstA } = netlist.groups[link.groupA] as NetGroup;
    const { firstMember: firstB } = netlist.groups[link.groupB] as NetGroup;
    const { a, b } = recallDegrees(netlist, link, memory);
    addGbps(tierA <= tierB ? tiers.awayGbps : tiers.downGbps, firstA, a, link.speedGbps);
    addGbps(tierB <= tierA ? tiers.awayGbps : tiers.downGbps, firstB, b, link.speedGbps);
    if (tierA < tierB) addAbove(tiers, firstA, firstB, a);
    if (tierB < tierA) addAbove(tiers, firstB, firstA, b);
  }
  return tiers;
}

function addGbps(sums: Float64Array, firstMember: number, { cables }: EndDegrees, speedGbps: number): void {
  for (let i = 0; i < cables.length; i += 1) {
    sums[firstMember + i] = (sums[firstMember + i] as number) + (cables[i] as number) * speedGbps;
  }
}

function addAbove(
  { firstAbove, hasSecondAbove }: FabricTiers,
  firstMember: number,
  firstOther: number,
  { first, hasSecond }: EndDegrees,
): void {
  for (let i = 0; i < first.length; i += 1) {
    if (first[i] === NONE) continue;
    const member = firstMember + i;
    const above = firstOther + (first[i] as number);
    if (firstAbove[member] === NONE) firstAbove[member] = above;
    else if (firstAbove[member] !== above) hasSecondAbove[member] = 1;
    if (hasSecond[i] === 1) hasSecondAbove[member] = 1;
  }
}

/** The path up from the endpoints on which the ratios of the switches multiply to the most. */
import { findMost } from '../base/find-most.ts';
import type { Memory } from '../base/memory.ts';
import { type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import type { FabricGraph } from './fabric-graph.ts';
import { recallDegrees } from './link-degrees.ts';
import type { SwitchBandwidth } from './switch-bandwidth.ts';

export interface WorstPath {
  /** null = no switch that endpoints hang on has links away from them. */
  readonly product: number | null;
  /** Switches on it that have a ratio, lowest first. */
  readonly members: number[];
}

/** By member: the worst product of what is above, 0 = nothing, and the switch it goes through, -1 = none. */
interface Above {
  readonly product: Float64Array;
  readonly member: Int32Array;
}

/** From the top down: the worst product above a switch, times its own ratio. */
export function computeWorstPath(
  netlist: Netlist,
  graph: FabricGraph,
  bandwidth: SwitchBandwidth,
  topTier: number,
  memory: Memory,
): WorstPath {
  const above: Above = {
    product: new Float64Array(netlist.memberCount),
    member: new Int32Array(netlist.memberCount).fill(-1),
  };
  for (let tier = topTier - 1; tier >= 1; tier -= 1) {
    for (const link of graph.links) {
      const tierA = graph.tierOfGroup[link.groupA] as number;
      const tierB = graph.tierOfGroup[link.groupB] as number;
      if (Math.min(tierA, tierB) !== tier || tierA === tierB) continue;
      const isALower = tierA < tierB;
      if (netlist.failures === null) raiseAtOnce(netlist, link, isALower, above, bandwidth, memory);
      else raise(netlist, link, isALower, above, bandwidth, null);
    }
  }
  let product: number | null = null;
  let lowest = -1;
  for (let index = 0; index < netlist.groups.length; index += 1) {
    if (graph.tierOfGroup[index] !== 1) continue;
    const group = netlist.groups[index] as NetGroup;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      if (bandwidth.away[member] === 0) continue;
      const own = multiply(bandwidth, above, member);
      if (product !== null && own <= product) continue;
      product = own;
      lowest = member;
    }
  }
  const members: number[] = [];
  for (let member = lowest; member >= 0; member = above.member[member] as number) {
    if (bandwidth.away[member] !== 0) members.push(member);
  }
  return { product, members };
}

/** The ratio of a switch, times the worst product above it. */
function multiply({ down, away }: SwitchBandwidth, { product }: Above, member: number): number {
  const awayGbps = away[member] as number;
  const rest = product[member] as number;
  return (awayGbps === 0 ? 1 : (down[member] as number) / awayGbps) * (rest === 0 ? 1 : rest);
}

/**
 * The first switch that a member meets is the one, where no switch above is worse. Only where some are worse than that first
 * one are its other cables looked at.
 */
function raiseAtOnce(
  netlist: Netlist,
  link: NetLink,
  isALower: boolean,
  above: Above,
  bandwidth: SwitchBandwidth,
  memory: Memory,
): void {
  const degrees = recallDegrees(netlist, link, memory);
  const { first } = isALower ? degrees.a : degrees.b;
  const lower = netlist.groups[isALower ? link.groupA : link.groupB] as NetGroup;
  const upper = netlist.groups[isALower ? link.groupB : link.groupA] as NetGroup;
  const product = new Float64Array(upper.count);
  for (let i = 0; i < product.length; i += 1) product[i] = multiply(bandwidth, above, upper.firstMember + i);
  const worst = findMost(product);
  const isOpen = new Uint8Array(lower.count);
  let openCount = 0;
  for (let i = 0; i < first.length; i += 1) {
    const member = lower.firstMember + i;
    const met = first[i] as number;
    if (met === NONE || worst <= (above.product[member] as number)) continue;
    if (product[met] === worst) {
      above.product[member] = worst;
      above.member[member] = upper.firstMember + met;
    } else {
      isOpen[i] = 1;
      openCount += 1;
    }
  }
  if (openCount > 0) raise(netlist, link, isALower, above, bandwidth, isOpen);
}

/** `isOpen`: by lower member, 1 = to be looked at; null = all are. */
function raise(
  netlist: Netlist,
  link: NetLink,
  isALower: boolean,
  above: Above,
  bandwidth: SwitchBandwidth,
  isOpen: Uint8Array | null,
): void {
  const { firstMember } = netlist.groups[isALower ? link.groupA : link.groupB] as NetGroup;
  const end = link.firstConnection + link.connectionCount;
  const failed = netlist.failures?.connectionFailed;
  for (let connection = link.firstConnection; connection < end; connection += 1) {
    if (failed?.[connection] === 1) continue;
    const a = netlist.connectionMemberA[connection] as number;
    const b = netlist.connectionMemberB[connection] as number;
    const lower = isALower ? a : b;
    if (isOpen?.[lower - firstMember] === 0) continue;
    const upper = isALower ? b : a;
    const product = multiply(bandwidth, above, upper);
    if (product <= (above.product[lower] as number)) continue;
    above.product[lower] = product;
    above.member[lower] = upper;
  }
}

/**
 * Oversubscription: bandwidth towards endpoints / bandwidth away from them, per switch; worst and mean per tier; the
 * worst product of ratios along a path up for the fabric. Links between switches of one tier (two-switch designs) lead
 * away from the endpoints. A switch with no links away is the top and has no ratio.
 */
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { type FabricGraph } from './fabric-graph.ts';
import type { SwitchOversubscription } from './bandwidth-report.ts';
import type { TierOversubscription } from './report.ts';

export interface Oversubscription {
  readonly tiers: Omit<TierOversubscription, 'fabricId'>[];
  readonly worstPath: number | null;
  /** The most oversubscribed first. */
  readonly worstSwitches: SwitchOversubscription[];
  readonly bandwidth: SwitchBandwidth;
}

const WORST_COUNT = 10;

/** Gb/s per member, one direction. */
export interface SwitchBandwidth {
  readonly down: Float64Array;
  readonly away: Float64Array;
}

export function computeOversubscription(netlist: Netlist, graph: FabricGraph): Oversubscription {
  const bandwidth = sumBandwidth(netlist, graph);
  const topTier = Math.max(0, ...graph.tierOfGroup);
  const tiers: Omit<TierOversubscription, 'fabricId'>[] = [];
  for (let tier = 1; tier <= topTier; tier += 1) {
    const described = describeTier(netlist, graph, bandwidth, tier);
    if (described) tiers.push(described);
  }
  return {
    tiers,
    worstPath: computeWorstPath(netlist, graph, bandwidth, topTier),
    worstSwitches: listWorstSwitches(netlist, graph, bandwidth),
    bandwidth,
  };
}

function sumBandwidth(netlist: Netlist, graph: FabricGraph): SwitchBandwidth {
  const down = new Float64Array(netlist.memberCount);
  const away = new Float64Array(netlist.memberCount);
  for (const link of graph.links) {
    const tierA = graph.tierOfGroup[link.groupA] as number;
    const tierB = graph.tierOfGroup[link.groupB] as number;
    const sideA = tierB < tierA ? down : away;
    const sideB = tierA < tierB ? down : away;
    for (
      let connection = link.firstConnection;
      connection < link.firstConnection + link.connectionCount;
      connection += 1
    ) {
      const a = netlist.connectionMemberA[connection] as number;
      const b = netlist.connectionMemberB[connection] as number;
      sideA[a] = (sideA[a] as number) + link.speedGbps;
      sideB[b] = (sideB[b] as number) + link.speedGbps;
    }
  }
  return { down, away };
}

function describeTier(
  netlist: Netlist,
  graph: FabricGraph,
  bandwidth: SwitchBandwidth,
  tier: number,
): Omit<TierOversubscription, 'fabricId'> | null {
  const deviceIds: string[] = [];
  let switchCount = 0;
  let worst = 0;
  let sum = 0;
  netlist.groups.forEach((group, index) => {
    if (graph.tierOfGroup[index] !== tier) return;
    let isInTier = false;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const away = bandwidth.away[member] as number;
      if (away === 0) continue;
      const ratio = (bandwidth.down[member] as number) / away;
      worst = Math.max(worst, ratio);
      sum += ratio;
      switchCount += 1;
      isInTier = true;
    }
    if (isInTier) deviceIds.push(group.deviceId);
  });
  return switchCount === 0 ? null : { tier, deviceIds, switchCount, worst, mean: sum / switchCount };
}

/** Equal ratios in physical order. */
function listWorstSwitches(
  netlist: Netlist,
  graph: FabricGraph,
  { down, away }: SwitchBandwidth,
): SwitchOversubscription[] {
  const worst: SwitchOversubscription[] = [];
  netlist.groups.forEach((group, index) => {
    const tier = graph.tierOfGroup[index] as number;
    if (tier < 1) return;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const awayGbps = away[member] as number;
      if (awayGbps === 0) continue;
      const downGbps = down[member] as number;
      const ratio = downGbps / awayGbps;
      if (worst.length === WORST_COUNT && ratio <= (worst.at(-1)?.ratio ?? 0)) continue;
      const place = worst.findIndex((other) => other.ratio < ratio);
      const own = { deviceId: group.deviceId, member: member - group.firstMember, tier, downGbps, awayGbps, ratio };
      worst.splice(place < 0 ? worst.length : place, 0, own);
      if (worst.length > WORST_COUNT) worst.pop();
    }
  });
  return worst;
}

/** From the top down: the worst product above a switch, times its own ratio. */
function computeWorstPath(
  netlist: Netlist,
  graph: FabricGraph,
  bandwidth: SwitchBandwidth,
  topTier: number,
): number | null {
  const worstAbove = new Float64Array(netlist.memberCount);
  const product = (member: number): number => {
    const away = bandwidth.away[member] as number;
    const above = worstAbove[member] as number;
    return (away === 0 ? 1 : (bandwidth.down[member] as number) / away) * (above === 0 ? 1 : above);
  };
  for (let tier = topTier - 1; tier >= 1; tier -= 1) {
    for (const link of graph.links) raiseWorst(netlist, graph, link, tier, worstAbove, product);
  }
  let worst: number | null = null;
  netlist.groups.forEach((group: NetGroup, index) => {
    if (graph.tierOfGroup[index] !== 1) return;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      if ((bandwidth.away[member] as number) > 0) worst = Math.max(worst ?? 0, product(member));
    }
  });
  return worst;
}

function raiseWorst(
  netlist: Netlist,
  graph: FabricGraph,
  link: NetLink,
  tier: number,
  worstAbove: Float64Array,
  product: (member: number) => number,
): void {
  const tierA = graph.tierOfGroup[link.groupA] as number;
  const tierB = graph.tierOfGroup[link.groupB] as number;
  if (Math.min(tierA, tierB) !== tier || tierA === tierB) return;
  const isALower = tierA < tierB;
  for (
    let connection = link.firstConnection;
    connection < link.firstConnection + link.connectionCount;
    connection += 1
  ) {
    const a = netlist.connectionMemberA[connection] as number;
    const b = netlist.connectionMemberB[connection] as number;
    const lower = isALower ? a : b;
    worstAbove[lower] = Math.max(worstAbove[lower] as number, product(isALower ? b : a));
  }
}

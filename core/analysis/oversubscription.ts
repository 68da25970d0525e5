/**
 * Oversubscription: bandwidth towards endpoints / bandwidth away from them, per switch; worst and mean per tier; the
 * worst product of ratios along a path up for the fabric. Links between switches of one tier (two-switch designs) lead
 * away from the endpoints. A switch with no links away is the top and has no ratio; one that has lost them all has none either.
 * Broken cables carry nothing.
 */
import { Memory } from '../base/memory.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { type FabricGraph } from './fabric-graph.ts';
import { recallDegrees } from './link-degrees.ts';
import type { SwitchOversubscription } from './bandwidth-report.ts';
import type { TierOversubscription } from './report.ts';
import type { SwitchBandwidth } from './switch-bandwidth.ts';
import { computeWorstPath } from './worst-path.ts';

export interface Oversubscription {
  readonly tiers: Omit<TierOversubscription, 'fabricId'>[];
  readonly worstPath: number | null;
  /** Its switches with links away from endpoints, from the endpoint up. */
  readonly worstPathSwitches: SwitchOversubscription[];
  /** The most oversubscribed first. */
  readonly worstSwitches: SwitchOversubscription[];
  readonly bandwidth: SwitchBandwidth;
}

const WORST_COUNT = 10;

export function computeOversubscription(
  netlist: Netlist,
  graph: FabricGraph,
  memory: Memory = new Memory(),
): Oversubscription {
  const bandwidth = sumBandwidth(netlist, graph, memory);
  const topTier = Math.max(0, ...graph.tierOfGroup);
  const tiers: Omit<TierOversubscription, 'fabricId'>[] = [];
  for (let tier = 1; tier <= topTier; tier += 1) {
    const described = describeTier(netlist, graph, bandwidth, tier);
    if (described) tiers.push(described);
  }
  const worst = computeWorstPath(netlist, graph, bandwidth, topTier, memory);
  return {
    tiers,
    worstPath: worst.product,
    worstPathSwitches: worst.members.map((member) => describeSwitch(netlist, graph, bandwidth, member)),
    worstSwitches: listWorstSwitches(netlist, graph, bandwidth),
    bandwidth,
  };
}

function sumBandwidth(netlist: Netlist, graph: FabricGraph, memory: Memory): SwitchBandwidth {
  const down = new Float64Array(netlist.memberCount);
  const away = new Float64Array(netlist.memberCount);
  for (const link of graph.links) {
    const tierA = graph.tierOfGroup[link.groupA] as number;
    const tierB = graph.tierOfGroup[link.groupB] as number;
    const sideA = tierB < tierA ? down : away;
    const sideB = tierA < tierB ? down : away;
    if (netlist.failures !== null) addWorking(netlist, link, sideA, sideB);
    else {
      const { a, b } = recallDegrees(netlist, link, memory);
      addCables(netlist.groups[link.groupA] as NetGroup, a.cables, link.speedGbps, sideA);
      addCables(netlist.groups[link.groupB] as NetGroup, b.cables, link.speedGbps, sideB);
    }
  }
  return { down, away };
}

function addCables({ firstMember }: NetGroup, cables: Uint32Array, speedGbps: number, side: Float64Array): void {
  for (let i = 0; i < cables.length; i += 1) {
    side[firstMember + i] = (side[firstMember + i] as number) + (cables[i] as number) * speedGbps;
  }
}

function addWorking(netlist: Netlist, link: NetLink, sideA: Float64Array, sideB: Float64Array): void {
  const end = link.firstConnection + link.connectionCount;
  for (let connection = link.firstConnection; connection < end; connection += 1) {
    if (netlist.failures?.connectionFailed[connection] === 1) continue;
    const a = netlist.connectionMemberA[connection] as number;
    const b = netlist.connectionMemberB[connection] as number;
    sideA[a] = (sideA[a] as number) + link.speedGbps;
    sideB[b] = (sideB[b] as number) + link.speedGbps;
  }
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
  let worstMember = -1;
  let sum = 0;
  for (let index = 0; index < netlist.groups.length; index += 1) {
    if (graph.tierOfGroup[index] !== tier) continue;
    const group = netlist.groups[index] as NetGroup;
    let isInTier = false;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const away = bandwidth.away[member] as number;
      if (away === 0) continue;
      const ratio = (bandwidth.down[member] as number) / away;
      if (ratio > worst || worstMember < 0) worstMember = member;
      worst = Math.max(worst, ratio);
      sum += ratio;
      switchCount += 1;
      isInTier = true;
    }
    if (isInTier) deviceIds.push(group.deviceId);
  }
  if (switchCount === 0) return null;
  const worstSwitch = describeSwitch(netlist, graph, bandwidth, worstMember);
  return { tier, deviceIds, switchCount, worst, mean: sum / switchCount, worstSwitch };
}

function describeSwitch(
  netlist: Netlist,
  graph: FabricGraph,
  { down, away }: SwitchBandwidth,
  member: number,
): SwitchOversubscription {
  const index = netlist.memberGroup[member] as number;
  const group = netlist.groups[index] as NetGroup;
  const downGbps = down[member] as number;
  const awayGbps = away[member] as number;
  return {
    deviceId: group.deviceId,
    member: member - group.firstMember,
    tier: graph.tierOfGroup[index] as number,
    downGbps,
    awayGbps,
    ratio: downGbps / awayGbps,
  };
}

/** Equal ratios in physical order. */
function listWorstSwitches(netlist: Netlist, graph: FabricGraph, bandwidth: SwitchBandwidth): SwitchOversubscription[] {
  const { down, away } = bandwidth;
  const worst: { member: number; ratio: number }[] = [];
  for (let index = 0; index < netlist.groups.length; index += 1) {
    if ((graph.tierOfGroup[index] as number) < 1) continue;
    const group = netlist.groups[index] as NetGroup;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      if (away[member] === 0) continue;
      const ratio = (down[member] as number) / (away[member] as number);
      if (worst.length === WORST_COUNT && ratio <= (worst.at(-1)?.ratio ?? 0)) continue;
      const place = worst.findIndex((other) => other.ratio < ratio);
      worst.splice(place < 0 ? worst.length : place, 0, { member, ratio });
      if (worst.length > WORST_COUNT) worst.pop();
    }
  }
  return worst.map(({ member }) => describeSwitch(netlist, graph, bandwidth, member));
}

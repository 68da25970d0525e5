/** Latency one way over endpoint pairs: NIC at both ends, switches, error correction and cable of the shortest path. */
import type { NetBlock, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { DelayAssumption, LatencyClass, LatencyReport, LatencyStep } from './bandwidth-report.ts';
import type { FabricNetwork } from './fabric-network.ts';
import {
  CABLE_DELAY,
  type DelayConstant,
  ETHERNET_SWITCH_DELAY,
  FEC_DELAY,
  FEC_MIN_LANE_GBPS,
  INFINIBAND_SWITCH_DELAY,
  NIC_DELAY,
} from './latency-constants.ts';
import { PAIR_KINDS, type PairBin } from './pair-meter.ts';
import type { PathSurvey } from './path-survey.ts';
import { type PathStop, tracePath } from './trace-path.ts';
import type { Delays } from './walk.ts';

/** Speed from which a link whose lanes are not known runs PAM4 all the same. */
const PAM4_SPEED_GBPS = 200;

/** What each cable and each relay of the fabric adds. */
export function computeDelays(netlist: Netlist, network: FabricNetwork, technology: string): Delays {
  const { nodeMember } = network;
  const { memberGroup } = netlist;
  const groupNs = netlist.groups.map((group) => computeRelayNs(group, technology));
  const nodeNs = new Float64Array(nodeMember.length);
  for (let node = 0; node < nodeNs.length; node += 1) {
    nodeNs[node] = groupNs[memberGroup[nodeMember[node] as number] as number] as number;
  }
  return { linkNs: Float64Array.from(netlist.links, (link) => computeLinkNs(netlist, link)), nodeNs };
}

/** Port to port, stated or assumed. */
export function computeRelayNs(group: NetGroup, technology: string): number {
  return getStatedNs(group) ?? chooseAssumption(group, technology).valueNs;
}

/** The cable as bought, and error correction where the lanes need it. */
export function computeLinkNs(netlist: Netlist, link: NetLink): number {
  return CABLE_DELAY.valueNs * (link.stockLengthM ?? link.lengthM) + (usesFec(netlist, link) ? FEC_DELAY.valueNs : 0);
}

/** Whether the lanes of a link need error correction. */
export function usesFec(netlist: Netlist, link: NetLink): boolean {
  const lanes = [link.blockA, link.blockB].flatMap((index) => {
    const { gbpsPerLane } = (netlist.blocks[index] as NetBlock).block;
    return gbpsPerLane === null ? [] : [gbpsPerLane];
  });
  return lanes.length > 0 ? Math.min(...lanes) >= FEC_MIN_LANE_GBPS : link.speedGbps >= PAM4_SPEED_GBPS;
}

/** What the maker says of the switch; null = nothing. */
export function getStatedNs(group: NetGroup): number | null {
  return group.part?.kind === 'switch' ? group.part.latencyNs : null;
}

function chooseAssumption(group: NetGroup, technology: string): DelayConstant {
  return group.part?.kind === 'switch' && technology === 'infiniband' ? INFINIBAND_SWITCH_DELAY : ETHERNET_SWITCH_DELAY;
}

/** null when no two endpoints reach each other. */
export function computeLatency(
  netlist: Netlist,
  network: FabricNetwork,
  technology: string,
  survey: PathSurvey,
): LatencyReport | null {
  const bins = survey.pairs.listBins();
  const pairCount = bins.reduce((sum, bin) => sum + bin.pairCount, 0);
  if (pairCount === 0) return null;
  const toNs = (bin: PairBin): number => 2 * NIC_DELAY.valueNs + bin.pathNs;
  const findPercentile = (share: number): PairBin => {
    let below = 0;
    for (const bin of bins) {
      below += bin.pairCount;
      if (below >= share * pairCount * (1 - 1e-12)) return bin;
    }
    return bins.at(-1) as PairBin;
  };
  const median = findPercentile(0.5);
  return {
    p50Ns: toNs(median),
    p95Ns: toNs(findPercentile(0.95)),
    maxNs: toNs(findPercentile(1)),
    pairCount: Math.round(pairCount),
    classes: PAIR_KINDS.flatMap((kind) => describeClass(bins, kind, toNs)),
    medianPath: [
      { kind: 'nic', ns: 2 * NIC_DELAY.valueNs, refId: null, lengthM: null, isAssumed: true },
      ...tracePath(survey, median).flatMap((stop) => describeStop(netlist, technology, stop)),
    ],
    assumptions: listAssumptions(netlist, network, technology),
    isEstimate: survey.method === 'sample',
  };
}

function describeStop(netlist: Netlist, technology: string, stop: PathStop): LatencyStep[] {
  if (stop.kind === 'relay') {
    const group = netlist.groups[netlist.memberGroup[stop.member] as number] as NetGroup;
    const stated = getStatedNs(group);
    const ns = stated ?? chooseAssumption(group, technology).valueNs;
    return [{ kind: 'relay', ns, refId: group.deviceId, lengthM: null, isAssumed: stated === null }];
  }
  const link = netlist.links[stop.link] as NetLink;
  const lengthM = link.stockLengthM ?? link.lengthM;
  const refId = link.linkId;
  const cable: LatencyStep = { kind: 'cable', ns: CABLE_DELAY.valueNs * lengthM, refId, lengthM, isAssumed: false };
  const fec: LatencyStep = { kind: 'fec', ns: FEC_DELAY.valueNs, refId, lengthM: null, isAssumed: true };
  return usesFec(netlist, link) ? [cable, fec] : [cable];
}

function describeClass(
  bins: readonly PairBin[],
  kind: LatencyClass['kind'],
  toNs: (bin: PairBin) => number,
): LatencyClass[] {
  const own = bins.filter((bin) => bin.kind === kind);
  const pairCount = own.reduce((sum, bin) => sum + bin.pairCount, 0);
  if (pairCount === 0) return [];
  return [
    {
      kind,
      pairCount: Math.round(pairCount),
      switchesFewest: Math.min(...own.map((bin) => bin.switchesPassed)),
      switchesMost: Math.max(...own.map((bin) => bin.switchesPassed)),
      meanNs: own.reduce((sum, bin) => sum + toNs(bin) * bin.pairCount, 0) / pairCount,
      maxNs: Math.max(...own.map(toNs)),
    },
  ];
}

function listAssumptions(netlist: Netlist, network: FabricNetwork, technology: string): DelayAssumption[] {
  const assumptions = new Map<DelayConstant, { deviceCount: number; deviceIds: string[] }>();
  const groups = new Set(network.nodeMember.length === 0 ? [] : listNodeGroups(netlist, network));
  for (const index of groups) {
    const group = netlist.groups[index] as NetGroup;
    if (getStatedNs(group) !== null) continue;
    const constant = chooseAssumption(group, technology);
    const entry = assumptions.get(constant) ?? { deviceCount: 0, deviceIds: [] };
    assumptions.set(constant, entry);
    entry.deviceCount += group.count;
    entry.deviceIds.push(group.deviceId);
  }
  return [...assumptions].map(([{ label, valueNs }, entry]) => ({ label, valueNs, ...entry }));
}

/** Groups of the relays; the nodes of a group follow each other. */
function listNodeGroups(netlist: Netlist, { nodeMember }: FabricNetwork): number[] {
  const groups: number[] = [];
  for (let node = 0; node < nodeMember.length; ) {
    const index = netlist.memberGroup[nodeMember[node] as number] as number;
    groups.push(index);
    node += (netlist.groups[index] as NetGroup).count;
  }
  return groups;
}

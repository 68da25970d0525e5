/** The way from one device to another: every device, port and cable on it, with lengths and delays. Plain values, safe to post. */
import { Memory } from '../base/memory.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type CableEnds, formatCagePort } from '../netlist/cable-ends.ts';
import type { CableLabels } from '../netlist/cable-labels.ts';
import { type NetFabric, type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import { createFabricGraph } from './fabric-graph.ts';
import { numberMembers } from './fabric-members.ts';
import { computeRelayNs, getStatedNs, usesFec } from './latency.ts';
import { CABLE_DELAY, FEC_DELAY, NIC_DELAY } from './latency-constants.ts';
import { growRoutes, type RouteRules, visitConnections } from './route-tree.ts';

/** A member of a device group, counted from 0. */
export interface RouteEnd {
  readonly deviceId: string;
  readonly member: number;
}

export interface RouteQuery {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
  /** null = the first fabric that joins them, compute fabrics before others. */
  readonly fabricId: string | null;
  /** Which of the shortest paths, from 0; null = the quickest. */
  readonly rank: number | null;
}

export interface RouteStop extends RouteEnd {
  readonly name: string;
  readonly groupName: string;
  /** Empty = not in a rack. */
  readonly rackName: string;
  /** Network interface of an end that is no switch, or the device from port to port. */
  readonly ns: number;
  /** No data sheet says so: a constant stands in. */
  readonly isAssumed: boolean;
}

export interface RouteHop {
  readonly linkId: string;
  /** Connection of the link, from 0. */
  readonly connection: number;
  /** What is printed on the cable; empty = the chosen cable cannot make this connection. */
  readonly label: string;
  readonly speedGbps: number;
  /** Run from port to port. */
  readonly lengthM: number;
  /** As bought, which is what delays. */
  readonly cableLengthM: number;
  readonly isMeasured: boolean;
  readonly portA: string;
  readonly portB: string;
  readonly cableNs: number;
  /** 0 = its lanes need no error correction. */
  readonly fecNs: number;
}

export interface Route {
  readonly fabricId: string;
  readonly fabricName: string;
  /** Fabrics in which both ends have cables. */
  readonly fabrics: readonly { readonly fabricId: string; readonly name: string }[];
  /** One more than hops. */
  readonly stops: readonly RouteStop[];
  /** In the order of travel: `portA` at the stop before, `portB` at the one after. */
  readonly hops: readonly RouteHop[];
  /** Shortest paths there are, parallel cables counted apart, and which of them this is. */
  readonly pathCount: number;
  readonly rank: number;
  readonly totalNs: number;
  readonly lengthM: number;
  readonly slowestGbps: number;
}

interface Sources {
  readonly netlist: Netlist;
  readonly ends: CableEnds;
  readonly labels: CableLabels;
}

/** Answers with the path, or with the sentence that says why there is none. What a fabric's members are is worked out once. */
export function createRouteFinder(sources: Sources): (query: RouteQuery) => Result<Route, string> {
  const rulesOf = new Map<number, RouteRules>();
  const recallRules = (fabric: number): RouteRules => {
    const rules = rulesOf.get(fabric) ?? createRules(sources.netlist, fabric);
    rulesOf.set(fabric, rules);
    return rules;
  };
  return (query) => findRoute(sources, recallRules, query);
}

function findRoute(
  sources: Sources,
  recallRules: (fabric: number) => RouteRules,
  query: RouteQuery,
): Result<Route, string> {
  const { netlist, ends } = sources;
  const from = findMember(netlist, query.from);
  const to = findMember(netlist, query.to);
  if (from === NONE || to === NONE) return fail('One of the two ends is no longer in the design.');
  if (from === to) return fail('Choose two different devices: a path joins one to another.');
  for (const member of [from, to]) {
    if (netlist.failures?.memberFailed[member] === 1) return fail(`${ends.getMemberName(member)} itself is broken.`);
  }
  const shared = listShared(netlist, from, to);
  if (shared.length === 0) return fail(`No fabric has cables to both ${nameEnds(ends, from, to)}.`);
  const asked = shared.filter((fabric) => netlist.fabrics[fabric]?.fabricId === query.fabricId);
  for (const fabric of asked.length > 0 ? asked : shared) {
    const tree = growRoutes(netlist, recallRules(fabric), from, to);
    if (tree.pathCount === 0) continue;
    const rank = Math.min(query.rank ?? tree.quickest, tree.pathCount - 1);
    const fabrics = shared.map((index) => nameFabric(netlist.fabrics[index] as NetFabric));
    return ok({ ...describe(sources, fabric, from, tree.follow(rank)), fabrics, pathCount: tree.pathCount, rank });
  }
  const what = netlist.failures === null ? 'No way leads' : 'What is broken leaves no way';
  return fail(`${what} from ${ends.getMemberName(from)} to ${ends.getMemberName(to)}.`);
}

function nameEnds(ends: CableEnds, from: number, to: number): string {
  return `${ends.getMemberName(from)} and ${ends.getMemberName(to)}`;
}

function nameFabric({ fabricId, name }: NetFabric): { fabricId: string; name: string } {
  return { fabricId, name };
}

function findMember({ groups }: Netlist, { deviceId, member }: RouteEnd): number {
  const group = groups.find((own) => own.deviceId === deviceId);
  return group && member >= 0 && member < group.count ? group.firstMember + member : NONE;
}

/** Fabrics in which both have cables, broken or not; compute fabrics first. */
function listShared(netlist: Netlist, from: number, to: number): number[] {
  const fabricsOf = (member: number): Set<number> => {
    const found = new Set<number>();
    visitConnections(netlist, member, (connection) => {
      const link = netlist.links[netlist.connectionLink[connection] as number];
      if (link) found.add(link.fabric);
    });
    return found;
  };
  const others = fabricsOf(to);
  const isCompute = (fabric: number): number => (netlist.fabrics[fabric]?.purpose === 'compute' ? 0 : 1);
  return [...fabricsOf(from)]
    .filter((fabric) => others.has(fabric))
    .sort((x, y) => isCompute(x) - isCompute(y) || x - y);
}

function createRules(netlist: Netlist, fabric: number): RouteRules {
  const { isRelaying } = numberMembers(netlist, createFabricGraph(netlist, fabric), new Memory());
  const technology = netlist.fabrics[fabric]?.technology ?? '';
  const fecNs = netlist.links.map((link) => computeFecNs(netlist, link));
  return {
    fabric,
    isRelaying,
    connectionNs: (connection) =>
      CABLE_DELAY.valueNs * getCableLengthM(netlist, connection) +
      (fecNs[netlist.connectionLink[connection] as number] as number),
    relayNs: (member) => computeRelayNs(netlist.groups[netlist.memberGroup[member] as number] as NetGroup, technology),
  };
}

/** Of this very cable, as it is bought; its run where what is bought is not known. */
function getCableLengthM(netlist: Netlist, connection: number): number {
  const cable = netlist.connectionCable[connection] as number;
  const stock = cable === NONE ? undefined : netlist.cableStocks[netlist.cableStock[cable] as number];
  return stock?.lengthM ?? (netlist.connectionLengthM[connection] as number);
}

function computeFecNs(netlist: Netlist, link: NetLink): number {
  return usesFec(netlist, link) ? FEC_DELAY.valueNs : 0;
}

function describe(
  sources: Sources,
  fabric: number,
  from: number,
  connections: readonly number[],
): Omit<Route, 'fabrics' | 'pathCount' | 'rank'> {
  const { netlist } = sources;
  const { fabricId, name, technology } = netlist.fabrics[fabric] as NetFabric;
  const hops: RouteHop[] = [];
  const members = [from];
  for (const connection of connections) {
    const at = members.at(-1) as number;
    const isForth = netlist.connectionMemberA[connection] === at;
    hops.push(describeHop(sources, connection, isForth));
    const next = isForth ? netlist.connectionMemberB[connection] : netlist.connectionMemberA[connection];
    members.push(next as number);
  }
  const stops = members.map((member, index) =>
    describeStop(sources, member, index === 0 || index === members.length - 1 ? null : technology),
  );
  return {
    fabricId,
    fabricName: name,
    stops,
    hops,
    totalNs: stops.reduce((sum, { ns }) => sum + ns, 0) + hops.reduce((sum, hop) => sum + hop.cableNs + hop.fecNs, 0),
    lengthM: hops.reduce((sum, { lengthM }) => sum + lengthM, 0),
    slowestGbps: Math.min(...hops.map(({ speedGbps }) => speedGbps)),
  };
}

/** `technology` null = an end of the path: its network interface counts, and nothing of a switch. */
function describeStop({ netlist, ends }: Sources, member: number, technology: string | null): RouteStop {
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const endNs = group.part?.kind === 'switch' ? 0 : NIC_DELAY.valueNs;
  return {
    deviceId: group.deviceId,
    member: member - group.firstMember,
    name: ends.getMemberName(member),
    groupName: group.name,
    rackName: ends.getRackName(netlist.memberRack[member] as number),
    ns: technology === null ? endNs : computeRelayNs(group, technology),
    isAssumed: technology === null ? endNs > 0 : getStatedNs(group) === null,
  };
}

function describeHop({ netlist, ends, labels }: Sources, connection: number, isForth: boolean): RouteHop {
  const link = netlist.links[netlist.connectionLink[connection] as number] as NetLink;
  const cable = netlist.connectionCable[connection] as number;
  const cableLengthM = getCableLengthM(netlist, connection);
  const portA = netlist.connectionPortA[connection] as number;
  const portB = netlist.connectionPortB[connection] as number;
  const namePort = (port: number): string => {
    const cage = netlist.portCage[port] as number;
    return formatCagePort(netlist, ends, cage, 1 << (port - (netlist.cageFirstPort[cage] as number)));
  };
  return {
    linkId: link.linkId,
    connection: connection - link.firstConnection,
    label: cable === NONE ? '' : labels.format(cable),
    speedGbps: link.speedGbps,
    lengthM: netlist.connectionLengthM[connection] as number,
    cableLengthM,
    isMeasured: netlist.connectionRouted[connection] === 1,
    portA: namePort(isForth ? portA : portB),
    portB: namePort(isForth ? portB : portA),
    cableNs: CABLE_DELAY.valueNs * cableLengthM,
    fecNs: computeFecNs(netlist, link),
  };
}

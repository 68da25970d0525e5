/** The members of a fabric, numbered: relays as nodes, and the endpoints that have a cable in it. */
import type { Memory } from '../base/memory.ts';
import { type NetGroup, type Netlist, NONE } from '../netlist/netlist.ts';
import { type FabricGraph, isEndpoint } from './fabric-graph.ts';
import { type EndDegrees, recallDegrees } from './link-degrees.ts';

export interface FabricMembers {
  /** By member of the netlist; -1 = no relay. */
  readonly nodeOfMember: Int32Array;
  /** By node. The nodes of a group follow each other. */
  readonly nodeMember: Uint32Array;
  /** By group: relays, or hosts that relay for each other. */
  readonly isRelaying: (group: number) => boolean;
  /** By member of the netlist; -1 = no endpoint. */
  readonly endpointOfMember: Int32Array;
  /** By endpoint, in physical order. */
  readonly endpoints: Uint32Array;
}

export function numberMembers(netlist: Netlist, graph: FabricGraph, memory: Memory): FabricMembers {
  const relayingHosts = listRelayingHosts(netlist, graph, memory);
  const isRelaying = (group: number): boolean => graph.switching.has(group) || relayingHosts.has(group);
  const isConnected = markConnected(netlist, graph, memory);
  const nodes = numberGroups(netlist, isRelaying, null);
  const endpoints = numberGroups(netlist, (group) => isEndpoint(netlist.groups[group] as NetGroup), isConnected);
  return {
    isRelaying,
    nodeOfMember: nodes.numberOf,
    nodeMember: nodes.members,
    endpointOfMember: endpoints.numberOf,
    endpoints: endpoints.members,
  };
}

/** By endpoint: one direction, Gb/s, broken cables included; cables to members that neither relay nor count are left out. */
export function sumInjection(
  netlist: Netlist,
  graph: FabricGraph,
  { endpoints, endpointOfMember, isRelaying }: FabricMembers,
  memory: Memory,
): Float64Array {
  const injection = new Float64Array(endpoints.length);
  const takesPart = (group: number): boolean => isRelaying(group) || isEndpoint(netlist.groups[group] as NetGroup);
  for (const link of graph.links) {
    if (!takesPart(link.groupA) || !takesPart(link.groupB)) continue;
    const { a, b } = recallDegrees(netlist, link, memory);
    for (const end of [
      { group: link.groupA, cables: a.cables },
      { group: link.groupB, cables: b.cables },
    ]) {
      const { firstMember } = netlist.groups[end.group] as NetGroup;
      addInjection(end.cables, link.speedGbps, endpointOfMember, firstMember, injection);
    }
  }
  return injection;
}

function addInjection(
  cables: Uint32Array,
  speedGbps: number,
  endpointOfMember: Int32Array,
  firstMember: number,
  injection: Float64Array,
): void {
  for (let i = 0; i < cables.length; i += 1) {
    const endpoint = endpointOfMember[firstMember + i] as number;
    if (endpoint >= 0) injection[endpoint] = (injection[endpoint] as number) + (cables[i] as number) * speedGbps;
  }
}

/** Numbers the members of the groups for which it holds, in physical order; with `isCounted`, only those that it marks. */
function numberGroups(
  { groups, memberCount }: Netlist,
  holds: (group: number) => boolean,
  isCounted: Uint8Array | null,
): { numberOf: Int32Array; members: Uint32Array } {
  const numberOf = new Int32Array(memberCount).fill(-1);
  const members = new Uint32Array(memberCount);
  let next = 0;
  for (let group = 0; group < groups.length; group += 1) {
    if (!holds(group)) continue;
    const { firstMember, count } = groups[group] as NetGroup;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      if (isCounted !== null && isCounted[member] === 0) continue;
      numberOf[member] = next;
      members[next] = member;
      next += 1;
    }
  }
  return { numberOf, members: members.slice(0, next) };
}

/** Groups of hosts of which a member is cabled to two different hosts. */
function listRelayingHosts(netlist: Netlist, graph: FabricGraph, memory: Memory): Set<number> {
  const relaying = new Set<number>();
  const hostLinks = graph.links.filter(
    (link) => !graph.switching.has(link.groupA) && !graph.switching.has(link.groupB),
  );
  if (hostLinks.length === 0) return relaying;
  const neighbour = new Int32Array(netlist.memberCount).fill(NONE);
  const visit = (group: number, other: number, { first, hasSecond }: EndDegrees): void => {
    const { firstMember } = netlist.groups[group] as NetGroup;
    const { firstMember: firstOther } = netlist.groups[other] as NetGroup;
    for (let i = 0; i < first.length; i += 1) {
      if (first[i] === NONE) continue;
      const met = firstOther + (first[i] as number);
      const known = neighbour[firstMember + i] as number;
      if (hasSecond[i] === 1 || (known !== NONE && known !== met)) relaying.add(group);
      neighbour[firstMember + i] = met;
    }
  };
  for (const link of hostLinks) {
    const { a, b } = recallDegrees(netlist, link, memory);
    visit(link.groupA, link.groupB, a);
    visit(link.groupB, link.groupA, b);
  }
  return relaying;
}

function markConnected(netlist: Netlist, graph: FabricGraph, memory: Memory): Uint8Array {
  const isConnected = new Uint8Array(netlist.memberCount);
  for (const link of graph.links) {
    const { a, b } = recallDegrees(netlist, link, memory);
    for (const end of [
      { group: link.groupA, cables: a.cables },
      { group: link.groupB, cables: b.cables },
    ]) {
      const { firstMember } = netlist.groups[end.group] as NetGroup;
      markCabled(end.cables, isConnected, firstMember);
    }
  }
  return isConnected;
}

function markCabled(cables: Uint32Array, isConnected: Uint8Array, firstMember: number): void {
  for (let i = 0; i < cables.length; i += 1) if (cables[i] !== 0) isConnected[firstMember + i] = 1;
}

/**
 * A fabric cable by cable, member by member, straight from the netlist: what the analyses' folded graphs are held against. Shares
 * no code with them but the rule which hosts relay.
 */
import type { FabricNetwork } from '#core/analysis/fabric-network.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { type DirectedEdge, pushRelabelFlow } from './push-relabel.ts';

export interface Cable {
  readonly a: number;
  readonly b: number;
  readonly gbps: number;
  readonly link: number;
}

/** Cables between members that relay or are endpoints. */
export function listCables(netlist: Netlist, network: FabricNetwork): Cable[] {
  const isIn = new Set<number>([...network.endpoints, ...network.nodeMember]);
  return Array.from({ length: netlist.connectionCount }, (_, connection): Cable => {
    const link = netlist.connectionLink[connection] as number;
    return {
      a: netlist.connectionMemberA[connection] as number,
      b: netlist.connectionMemberB[connection] as number,
      gbps: netlist.links[link]?.speedGbps ?? 0,
      link,
    };
  }).filter(({ a, b, link }) => netlist.links[link]?.fabric === 0 && isIn.has(a) && isIn.has(b));
}

/**
 * Max-flow from the near to the far endpoints. A host that does not relay is two nodes: one that only sends, one that only
 * receives.
 */
export function flowBetween(
  netlist: Netlist,
  network: FabricNetwork,
  near: readonly number[],
  far: readonly number[],
): number {
  const relays = new Set(network.nodeMember);
  const count = netlist.memberCount;
  const out = (member: number): number => member;
  const into = (member: number): number => (relays.has(member) ? member : count + member);
  const source = 2 * count;
  const sink = source + 1;
  const edges: DirectedEdge[] = listCables(netlist, network).flatMap(({ a, b, gbps }): DirectedEdge[] => [
    [out(a), into(b), gbps, 0],
    [out(b), into(a), gbps, 0],
  ]);
  const total = edges.reduce((sum, [, , gbps]) => sum + gbps, 1);
  for (const member of near) edges.push([source, out(member), total, 0]);
  for (const member of far) edges.push([into(member), sink, total, 0]);
  return pushRelabelFlow(sink + 1, edges, source, sink);
}

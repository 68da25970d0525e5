/** One fabric tier by tier: how much bandwidth each member has down and away, and how many switches it hangs on. */
import { type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { FabricGraph } from '../../fabric-graph.ts';

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

/** Linear in the connections of the fabric. */
export function createFabricTiers(netlist: Netlist, graph: FabricGraph): FabricTiers {
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
    const { connectionMemberA, connectionMemberB } = netlist;
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      const a = connectionMemberA[i] as number;
      const b = connectionMemberB[i] as number;
      if (tierA <= tierB) add(tiers.awayGbps, a, link.speedGbps);
      if (tierB <= tierA) add(tiers.awayGbps, b, link.speedGbps);
      if (tierA < tierB) addAbove(tiers, a, b, link.speedGbps);
      if (tierB < tierA) addAbove(tiers, b, a, link.speedGbps);
    }
  }
  return tiers;
}

function addAbove(tiers: FabricTiers, member: number, above: number, speedGbps: number): void {
  add(tiers.downGbps, above, speedGbps);
  if (tiers.firstAbove[member] === NONE) tiers.firstAbove[member] = above;
  else if (tiers.firstAbove[member] !== above) tiers.hasSecondAbove[member] = 1;
}

function add(sums: Float64Array, member: number, gbps: number): void {
  sums[member] = (sums[member] as number) + gbps;
}

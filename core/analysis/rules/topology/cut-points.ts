/** For every member the one switch above it on which all its ways to the top depend, if there is one. */
import { type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { FabricTiers } from './fabric-tiers.ts';

/**
 * A member cabled to one switch above depends on that one; a member all of whose switches above depend on the same one
 * depends on it too. NONE = it depends on none, or nothing is above. Linear in the connections; in most fabrics no upper
 * switch depends on another, and then not even that.
 */
export function findCutPoints(netlist: Netlist, { graph, firstAbove, hasSecondAbove }: FabricTiers): Int32Array {
  const cut = firstAbove.slice();
  for (let member = 0; member < cut.length; member += 1) if (hasSecondAbove[member] === 1) cut[member] = NONE;
  const topTier = Math.max(0, ...graph.tierOfGroup);
  for (let tier = topTier - 1; tier >= 1; tier -= 1) {
    if (hasCutInTier(netlist, graph, cut, tier + 1)) inherit(netlist, graph, cut, hasSecondAbove, tier);
  }
  return cut;
}

function hasCutInTier(netlist: Netlist, graph: FabricTiers['graph'], cut: Int32Array, tier: number): boolean {
  return netlist.groups.some(({ firstMember, count }, index) => {
    if ((graph.tierOfGroup[index] as number) < tier) return false;
    return isAnyCut(cut, firstMember, firstMember + count);
  });
}

function isAnyCut(cut: Int32Array, begin: number, end: number): boolean {
  for (let member = begin; member < end; member += 1) if (cut[member] !== NONE) return true;
  return false;
}

/** Gives the members of a tier the cut point that all switches above them share. */
function inherit(
  netlist: Netlist,
  graph: FabricTiers['graph'],
  cut: Int32Array,
  hasSecondAbove: Uint8Array,
  tier: number,
): void {
  const isSeen = new Uint8Array(netlist.memberCount);
  for (const { groupA, groupB, firstConnection, connectionCount } of graph.links) {
    const tierA = graph.tierOfGroup[groupA] as number;
    const tierB = graph.tierOfGroup[groupB] as number;
    if (tierA === tierB || Math.min(tierA, tierB) !== tier) continue;
    const [lower, upper] =
      tierA < tierB
        ? [netlist.connectionMemberA, netlist.connectionMemberB]
        : [netlist.connectionMemberB, netlist.connectionMemberA];
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      const member = lower[i] as number;
      if (hasSecondAbove[member] === 0) continue;
      const point = cut[upper[i] as number] as number;
      if (isSeen[member] === 0) cut[member] = point;
      else if (cut[member] !== point) cut[member] = NONE;
      isSeen[member] = 1;
    }
  }
}

/**
 * The switch side of a fabric as the job sees it: tiers counted from the servers with GPUs, and the links between relays. Relays are
 * switches, and servers cabled straight to each other (a direct network).
 */
import { createFabricGraph } from '../analysis/fabric-graph.ts';
import type { Netlist, NetLink } from '../netlist/netlist.ts';

/** Tier of a group that is no relay, or that no server of the job reaches. */
const NO_TIER = -1;

/** A link between relays. */
export interface TrunkLink {
  readonly link: NetLink;
  /** Index into the netlist's links. */
  readonly index: number;
  readonly tierA: number;
  readonly tierB: number;
}

export interface FabricTrunk {
  /** By device group: 1 = relays that servers hang on (or servers that relay), 2 ... ; NO_TIER. */
  readonly tierOfGroup: Int32Array;
  readonly tierCount: number;
  /** Every link between relays leads from one tier to the next one up or down, and no server relays. */
  readonly isTiered: boolean;
  readonly links: readonly TrunkLink[];
}

export function createFabricTrunk(
  netlist: Netlist,
  fabricIndex: number,
  hasGpus: (group: number) => boolean,
): FabricTrunk {
  const graph = createFabricGraph(netlist, fabricIndex);
  const relaying = new Set(graph.switching);
  let isTiered = true;
  for (const { groupA, groupB } of graph.links) {
    if (graph.switching.has(groupA) || graph.switching.has(groupB)) continue;
    relaying.add(groupA).add(groupB);
    isTiered = false;
  }
  const tierOfGroup = countTiers(netlist, graph.links, relaying, hasGpus);
  const links = netlist.links.flatMap((link, index) => {
    if (link.fabric !== fabricIndex || !relaying.has(link.groupA) || !relaying.has(link.groupB)) return [];
    const tierA = tierOfGroup[link.groupA] as number;
    return [{ link, index, tierA, tierB: tierOfGroup[link.groupB] as number }];
  });
  isTiered &&= links.every(({ tierA, tierB }) => Math.abs(tierA - tierB) === 1);
  return { tierOfGroup, tierCount: Math.max(0, ...tierOfGroup), isTiered, links };
}

/** Breadth-first over groups, from relays that servers with GPUs hang on. */
function countTiers(
  netlist: Netlist,
  links: readonly NetLink[],
  relaying: ReadonlySet<number>,
  hasGpus: (group: number) => boolean,
): Int32Array {
  const tierOfGroup = new Int32Array(netlist.groups.length).fill(NO_TIER);
  const ends = links.flatMap(({ groupA, groupB }) => [[groupA, groupB] as const, [groupB, groupA] as const]);
  for (const [from, to] of ends) {
    if (!hasGpus(from)) continue;
    if (relaying.has(from)) tierOfGroup[from] = 1;
    else if (relaying.has(to)) tierOfGroup[to] = 1;
  }
  for (let tier = 1, isChanged = true; isChanged; tier += 1) {
    isChanged = false;
    for (const [from, to] of ends) {
      if (tierOfGroup[from] !== tier || tierOfGroup[to] !== NO_TIER || !relaying.has(to)) continue;
      tierOfGroup[to] = tier + 1;
      isChanged = true;
    }
  }
  return tierOfGroup;
}

/**
 * The switch side of a fabric as the job sees it: tiers counted from the servers with GPUs, and working cables between relays
 * bundled. Relays are switches, and servers cabled straight to each other (a direct network).
 */
import { createFabricGraph } from '../analysis/fabric-graph.ts';
import type { Netlist, NetLink } from '../netlist/netlist.ts';

/** Tier of a group that is no relay, or that no server of the job reaches. */
export const NO_TIER = -1;

export interface FabricTrunk {
  readonly fabricIndex: number;
  /** By device group: 1 = relays that servers hang on (or servers that relay), 2 ... ; NO_TIER. */
  readonly tierOfGroup: Int32Array;
  readonly tierCount: number;
  /** Every cable between relays leads from one tier to the next one up or down, and no server relays. */
  readonly isTiered: boolean;
  /** Working cables between two relays, those that follow each other and join the same two in one bundle. */
  readonly bundleCount: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Index into the netlist's links. */
  readonly link: Uint32Array;
  readonly gbps: Float64Array;
  readonly cableCount: Uint32Array;
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
  const trunkLinks = graph.links.filter(({ groupA, groupB }) => relaying.has(groupA) && relaying.has(groupB));
  isTiered &&= trunkLinks.every(
    ({ groupA, groupB }) => Math.abs((tierOfGroup[groupA] as number) - (tierOfGroup[groupB] as number)) === 1,
  );
  return {
    fabricIndex,
    tierOfGroup,
    tierCount: Math.max(0, ...tierOfGroup),
    isTiered,
    ...bundleCables(netlist, trunkLinks),
  };
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

function bundleCables(
  netlist: Netlist,
  links: readonly NetLink[],
): Pick<FabricTrunk, 'bundleCount' | 'a' | 'b' | 'link' | 'gbps' | 'cableCount'> {
  const { connectionMemberA, connectionMemberB, failures } = netlist;
  const failed = failures?.connectionFailed ?? null;
  const most = links.reduce((sum, link) => sum + link.connectionCount, 0);
  const a = new Uint32Array(most);
  const b = new Uint32Array(most);
  const link = new Uint32Array(most);
  const gbps = new Float64Array(most);
  const cableCount = new Uint32Array(most);
  let count = 0;
  for (const { firstConnection, connectionCount, speedGbps, ...own } of links) {
    const index = netlist.links.findIndex(({ linkId }) => linkId === own.linkId);
    const start = count;
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      if (failed?.[i] === 1) continue;
      const last = count - 1;
      if (last >= start && a[last] === connectionMemberA[i] && b[last] === connectionMemberB[i]) {
        gbps[last] = (gbps[last] as number) + speedGbps;
        cableCount[last] = (cableCount[last] as number) + 1;
        continue;
      }
      a[count] = connectionMemberA[i] as number;
      b[count] = connectionMemberB[i] as number;
      link[count] = index;
      gbps[count] = speedGbps;
      cableCount[count] = 1;
      count += 1;
    }
  }
  return { bundleCount: count, a, b, link, gbps, cableCount };
}

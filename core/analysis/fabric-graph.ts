/**
 * One fabric as seen by the bandwidth analyses: which members are hosts, how far each device group stands from the
 * hosts (its tier), and the fabric's connections.
 */
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';

/** Tier of a group that no host can reach. */
export const NO_TIER = -1;

export interface FabricGraph {
  readonly fabric: number;
  readonly links: readonly NetLink[];
  /** By group: 0 = hosts, 1 = switches that hosts connect to, 2 ... ; NO_TIER when out of reach or not in the fabric. */
  readonly tierOfGroup: Int32Array;
}

/** Everything that is not a switch is a host: servers, storage, management appliances. */
function isHost(group: NetGroup): boolean {
  return group.part?.kind !== 'switch';
}

/** Hosts whose traffic the fabric is built for; management appliances ride along. */
export function isEndpoint(group: NetGroup): boolean {
  return isHost(group) && (group.role === 'endpoint' || group.role === 'storage');
}

export function createFabricGraph(netlist: Netlist, fabric: number): FabricGraph {
  const links = netlist.links.filter((link) => link.fabric === fabric && link.connectionCount > 0);
  const tierOfGroup = new Int32Array(netlist.groups.length).fill(NO_TIER);
  for (const link of links) {
    for (const group of [link.groupA, link.groupB])
      if (isHost(netlist.groups[group] as NetGroup)) tierOfGroup[group] = 0;
  }
  // Breadth-first over groups: each pass settles one more tier.
  for (let tier = 0; ; tier += 1) {
    let isChanged = false;
    for (const link of links) {
      for (const [from, to] of [
        [link.groupA, link.groupB],
        [link.groupB, link.groupA],
      ] as const) {
        if (tierOfGroup[from] !== tier || tierOfGroup[to] !== NO_TIER) continue;
        tierOfGroup[to] = tier + 1;
        isChanged = true;
      }
    }
    if (!isChanged) break;
  }
  return { fabric, links, tierOfGroup };
}

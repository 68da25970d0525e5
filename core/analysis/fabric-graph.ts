/**
 * One fabric as seen by the bandwidth analyses: which members are hosts, how far each device group stands from the
 * hosts (its tier), and the fabric's connections.
 */
import type { NetBlock, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';

/** Tier of a group that no host can reach. */
const NO_TIER = -1;

export interface FabricGraph {
  readonly fabric: number;
  readonly links: readonly NetLink[];
  /** Groups that forward traffic in this fabric; a switch cabled only by its management port is a host of it. */
  readonly switching: ReadonlySet<number>;
  /** By group: 0 = hosts, 1 = switches that hosts connect to, 2 ... ; NO_TIER when out of reach or not in the fabric. */
  readonly tierOfGroup: Int32Array;
}

/** Groups with a switch part and a link on one of its forwarding ports. */
function listSwitching(netlist: Netlist, links: readonly NetLink[]): Set<number> {
  const switching = new Set<number>();
  for (const link of links) {
    for (const blockIndex of [link.blockA, link.blockB]) {
      const block = netlist.blocks[blockIndex] as NetBlock;
      if (netlist.groups[block.group]?.part?.kind === 'switch' && block.block.role !== 'mgmt')
        switching.add(block.group);
    }
  }
  return switching;
}

/** Hosts whose traffic the fabric is built for; management appliances ride along. */
export function isEndpoint(group: NetGroup): boolean {
  return group.part?.kind !== 'switch' && (group.role === 'endpoint' || group.role === 'storage');
}

export function createFabricGraph(netlist: Netlist, fabric: number): FabricGraph {
  const links = netlist.links.filter((link) => link.fabric === fabric && link.connectionCount > 0);
  const switching = listSwitching(netlist, links);
  const tierOfGroup = new Int32Array(netlist.groups.length).fill(NO_TIER);
  for (const link of links) {
    for (const group of [link.groupA, link.groupB]) if (!switching.has(group)) tierOfGroup[group] = 0;
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
  return { fabric, links, switching, tierOfGroup };
}

/** Switches among some device groups. */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';

export function countSwitches(netlist: Netlist, groups: Iterable<number>): number {
  let count = 0;
  for (const index of groups) {
    const group = netlist.groups[index] as NetGroup;
    if (group.part?.kind === 'switch') count += group.count;
  }
  return count;
}

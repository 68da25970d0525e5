/** Members of a group without a single cable. */
import type { NetGroup } from '../../../netlist/netlist.ts';

export interface Unconnected {
  readonly count: number;
  /** Index in the group of the first one. */
  readonly first: number;
}

export function findUnconnected(group: NetGroup, connected: Uint8Array): Unconnected {
  let count = 0;
  let first = -1;
  for (let member = 0; member < group.count; member += 1) {
    if (connected[group.firstMember + member] === 1) continue;
    count += 1;
    if (first < 0) first = member;
  }
  return { count, first };
}

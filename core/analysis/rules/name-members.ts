/** Some of the members of a group, in sentences. */
import { formatCount } from '../../base/format-count.ts';
import type { NetGroup } from '../../netlist/netlist.ts';

/** `3 of 16 members of Leaf`. */
export function nameMembers(group: NetGroup, count: number): string {
  return `${formatCount(count)} of ${formatCount(group.count)} members of ${group.name}`;
}

/** The same, and `Leaf` where all of them are meant. */
export function nameGroupOrMembers(group: NetGroup, count: number): string {
  return count === group.count ? group.name : nameMembers(group, count);
}

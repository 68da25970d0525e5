/** How many racks of a group a sentence about one of them holds for. */
import { formatCount } from '../../../base/format-count.ts';

/** ` (3 racks of the group)`; empty for the one that the sentence names. */
export function countRacks(count: number): string {
  return count > 1 ? ` (${formatCount(count)} racks of the group)` : '';
}

/** Which members a kind of network reaches, and when a design is large enough to be asked for one. */
import type { NetGroup, Netlist } from '../../../netlist/netlist.ts';
import type { RuleContext } from '../rule.ts';
import { listFabricsFor } from './oob-jacks.ts';

/** One scalable unit of the DGX SuperPOD: from there on a missing management network is worth a word. */
const LARGE_ENDPOINT_COUNT = 32;

export function isLarge(netlist: Netlist): boolean {
  let endpoints = 0;
  for (const group of netlist.groups) if (group.role === 'endpoint') endpoints += group.count;
  return endpoints >= LARGE_ENDPOINT_COUNT;
}

export interface MembersOutside {
  readonly count: number;
  /** Index in the group of the first one. */
  readonly first: number;
}

/** Members without a single cable in the fabrics of these purposes. */
export function findMembersOutside(
  { netlist, tiers }: RuleContext,
  group: NetGroup,
  purposes: readonly string[],
): MembersOutside {
  const fabrics = listFabricsFor(netlist, tiers, purposes);
  let count = 0;
  let first = -1;
  for (let i = 0; i < group.count; i += 1) {
    const member = group.firstMember + i;
    if (fabrics.some(({ downGbps, awayGbps }) => downGbps[member] !== 0 || awayGbps[member] !== 0)) continue;
    count += 1;
    if (first < 0) first = i;
  }
  return { count, first };
}

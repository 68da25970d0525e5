/** Some members of a group, as runs in order that neither touch nor overlap; and how they are numbered among themselves. */
import type { MemberRun } from '../design/member-run.ts';

export type MemberSet = readonly MemberRun[];

/** In order, those that touch or overlap as one; cut to what the group has. */
export function createMemberSet(runs: readonly MemberRun[], count: number): MemberSet {
  const joined: MemberRun[] = [];
  for (const { first, count: length } of runs.toSorted((a, b) => a.first - b.first)) {
    const end = Math.min(count, first + length);
    const last = joined.at(-1);
    if (end <= first) continue;
    if (last && first <= last.first + last.count) {
      joined[joined.length - 1] = { first: last.first, count: Math.max(last.first + last.count, end) - last.first };
    } else joined.push({ first, count: end - first });
  }
  return joined;
}

export function countMembers(set: MemberSet): number {
  return set.reduce((sum, run) => sum + run.count, 0);
}

/** How many members of the set come before that one: its number among them. */
export function rankMember(set: MemberSet, member: number): number {
  return set.reduce((sum, run) => sum + Math.max(0, Math.min(run.count, member - run.first)), 0);
}

export function hasMember(set: MemberSet, member: number): boolean {
  return set.some((run) => member >= run.first && member < run.first + run.count);
}

/** The members of the run that are in the set, numbered among the set: one run again. Null when there are none. */
export function renumberRun(set: MemberSet, run: MemberRun): MemberRun | null {
  const first = rankMember(set, run.first);
  const count = rankMember(set, run.first + run.count) - first;
  return count === 0 ? null : { first, count };
}

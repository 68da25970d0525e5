import { describe, expect, it } from 'vitest';
import { countMembers, createMemberSet, hasMember, rankMember, renumberRun } from '#core/edit/member-set.ts';

describe('a set of members', () => {
  const set = createMemberSet(
    [
      { first: 8, count: 4 },
      { first: 0, count: 2 },
      { first: 10, count: 9 },
      { first: 2, count: 1 },
    ],
    14,
  );

  it('joins runs that touch or overlap and ends with the group', () => {
    expect(set).toEqual([
      { first: 0, count: 3 },
      { first: 8, count: 6 },
    ]);
    expect(countMembers(set)).toBe(9);
    expect(createMemberSet([{ first: 20, count: 3 }], 14)).toEqual([]);
  });

  it('numbers its members among themselves', () => {
    expect([0, 2, 5, 8, 13].map((member) => rankMember(set, member))).toEqual([0, 2, 3, 3, 8]);
    expect([2, 3, 8, 14].map((member) => hasMember(set, member))).toEqual([true, false, true, false]);
  });

  it('keeps a run one run', () => {
    expect(renumberRun(set, { first: 1, count: 9 })).toEqual({ first: 1, count: 4 });
    expect(renumberRun(set, { first: 3, count: 5 })).toBeNull();
  });
});

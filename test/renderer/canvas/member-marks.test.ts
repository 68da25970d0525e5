import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { markMembers } from '../../../renderer/canvas/members/member-marks.ts';

const finding = (message: string, severity: Diagnostic['severity'], ...where: Diagnostic['where']): Diagnostic => ({
  code: 'test.finding',
  severity,
  message,
  where,
});

describe('markMembers', () => {
  it('marks members that findings name, the worst first, and broken ones', () => {
    const problems = [
      finding('worst', 'error', { kind: 'device', id: 'gpu', member: 4 }),
      finding('lesser', 'advice', { kind: 'device', id: 'gpu', member: 4 }, { kind: 'device', id: 'leaf', member: 1 }),
      finding('whole group', 'error', { kind: 'device', id: 'gpu' }),
    ];
    const marks = markMembers(problems, 'gpu', [{ first: 1, count: 2 }], 8);
    expect(marks.problems.get(4)).toEqual({ severity: 'error', messages: ['worst', 'lesser'] });
    expect(marks.problems.size).toBe(1);
    expect(marks.marked).toEqual([1, 2, 4]);
    expect([0, 1, 2, 3].map(marks.isBroken)).toEqual([false, true, true, false]);
  });

  it('knows a group that is broken as a whole', () => {
    expect(markMembers([], 'gpu', 'all', 3).marked).toEqual([0, 1, 2]);
  });
});

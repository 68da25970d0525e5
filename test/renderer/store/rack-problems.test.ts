/** Findings of a rack: those on it, and those on all racks of its group. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Report } from '#core/analysis/report.ts';
import { listRackProblems } from '../../../renderer/store/rack-problems.ts';

function find(code: string, member?: number): Diagnostic {
  const ref = { kind: 'rack', id: 'rack', ...(member === undefined ? {} : { member }) } as const;
  return { code, severity: 'advice', message: code, where: [ref] };
}

describe('listRackProblems', () => {
  it('gives what names the rack or its whole group, and not what names another', () => {
    const problems = [find('all'), find('second', 1)];
    const report = { problems } as unknown as Report;
    const list = (index: number): string[] => listRackProblems(report, 'rack', index).map(({ code }) => code);
    expect(list(0)).toEqual(['all']);
    expect(list(1)).toEqual(['all', 'second']);
    expect(listRackProblems(report, 'other', 0)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { joinRuns, subtractRuns } from '#core/base/runs.ts';

describe('runs', () => {
  it('that overlap or touch become one, in order', () => {
    const runs = [
      { first: 8, count: 2 },
      { first: 0, count: 4 },
      { first: 2, count: 3 },
      { first: 5, count: 1 },
    ];
    expect(joinRuns(runs)).toEqual([
      { first: 0, count: 6 },
      { first: 8, count: 2 },
    ]);
  });

  it('leave what nobody takes, before, between and behind', () => {
    const gone = [
      { first: 6, count: 2 },
      { first: 0, count: 3 },
    ];
    expect(subtractRuns({ first: 1, count: 9 }, gone)).toEqual([
      { first: 3, count: 3 },
      { first: 8, count: 2 },
    ]);
    expect(subtractRuns({ first: 1, count: 2 }, gone)).toEqual([]);
    expect(subtractRuns({ first: 4, count: 2 }, [])).toEqual([{ first: 4, count: 2 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { compareTimes } from '../../../../renderer/panels/simulate/compare/compared-run.ts';

describe('a time against that of the current scenario', () => {
  it('is better when it is less', () => {
    expect(compareTimes(80, 100)).toEqual({ amount: '20\u202f%', verdict: 'better' });
    expect(compareTimes(112.5, 100)).toEqual({ amount: '13\u202f%', verdict: 'worse' });
  });

  it('counts in multiples from double and from half on', () => {
    expect(compareTimes(250, 100)).toEqual({ amount: '2.5 times', verdict: 'worse' });
    expect(compareTimes(50, 100)).toEqual({ amount: '2.0 times', verdict: 'better' });
  });

  it('is the same within a twentieth of a per cent', () => {
    expect(compareTimes(100.04, 100)).toEqual({ amount: '', verdict: 'same' });
  });

  it('says nothing of what is not known', () => {
    expect(compareTimes(0, 100)).toBeNull();
    expect(compareTimes(100, Number.POSITIVE_INFINITY)).toBeNull();
  });
});

/** Shares of one whole: they add up to a hundred, and none is further from the truth than one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatShares, splitPercent } from '../../../renderer/ui/shares.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const amounts = fc.array(fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e12, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});

describe('shares of one whole', () => {
  it('add up to a hundred, each off by one at most, the larger never the smaller share', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const total = sum(values);
        // Below the smallest normal number the quotients lose their digits.
        fc.pre(total > 1e-300);
        const percents = splitPercent(values);
        expect(sum(percents)).toBe(100);
        for (const [index, percent] of percents.entries()) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(Math.abs(percent - ((values[index] as number) / total) * 100)).toBeLessThanOrEqual(1);
        }
        const ordered = values.map((value, index) => ({ value, percent: percents[index] as number }));
        for (const a of ordered)
          for (const b of ordered) if (a.value > b.value) expect(a.percent >= b.percent).toBe(true);
      }),
    );
  });

  it('of thirds give the first the odd one', () => {
    expect(splitPercent([1, 1, 1])).toEqual([34, 33, 33]);
  });

  it('of halves of a per cent do not add to 101', () => {
    // 92.5, 4.5 and 3 would be 93, 5 and 3.
    expect(splitPercent([92.5, 4.5, 3])).toEqual([93, 4, 3]);
  });

  it('leave no whole beside something, nor anything of nothing', () => {
    expect(formatShares([9990, 10])).toEqual(['99\u202f%', '1\u202f%']);
    expect(formatShares([9990, 9, 1, 0])).toEqual(['99\u202f%', '1\u202f%', '< 1\u202f%', '0\u202f%']);
    expect(formatShares([0, 0])).toEqual(['0\u202f%', '0\u202f%']);
    expect(formatShares([5, -1])).toEqual(['100\u202f%', '0\u202f%']);
  });
});

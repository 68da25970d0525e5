import { describe, expect, it } from 'vitest';
import { formatMoneyDifference } from '../../../../renderer/panels/versus/figure-rows.ts';

describe('a difference in money', () => {
  it('carries one sign, or both when it may go either way', () => {
    expect(formatMoneyDifference({ low: 0, high: 0 }, 'USD')).toBe('same');
    expect(formatMoneyDifference({ low: 1200, high: 1500 }, 'USD')).toBe('+USD 1\u202f200\u20131\u202f500');
    expect(formatMoneyDifference({ low: -1500, high: -1200 }, 'USD')).toBe('\u2212USD 1\u202f200\u20131\u202f500');
    expect(formatMoneyDifference({ low: -300, high: 200 }, 'USD')).toBe('\u2212USD 300 to +USD 200');
  });
});

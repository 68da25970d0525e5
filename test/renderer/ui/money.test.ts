import { describe, expect, it } from 'vitest';
import { explainMoneySum, formatMoney, formatMoneySum, formatPrice } from '../../../renderer/ui/money.ts';

const THIN = '\u202f';

describe('money', () => {
  it('gives a price in whole units from 100 on and in cents below', () => {
    expect(formatPrice({ low: 1250.4, high: 1250.4 })).toBe(`1${THIN}250`);
    expect(formatPrice({ low: 12.5, high: 12.5 })).toBe('12.5');
    expect(formatPrice({ low: 1200, high: 1500 })).toBe(`1${THIN}200\u20131${THIN}500`);
    expect(formatPrice(null)).toBe('unknown');
  });

  it('scales large amounts by their high end, so that both ends have one unit', () => {
    expect(formatMoney({ low: 900_000, high: 1_250_000 }, 'USD')).toBe('USD 0.9\u20131.25\u202fM');
    expect(formatMoney({ low: 280_860_000, high: 364_700_000 }, 'USD')).toBe('USD 281\u2013365\u202fM');
    expect(formatMoney({ low: 2_500_000_000, high: 2_500_000_000 }, 'EUR')).toBe('EUR 2.5\u202fbn');
    expect(formatMoney({ low: 12_000, high: 12_000 }, 'CHF')).toBe(`CHF 12${THIN}000`);
  });

  it('says that a sum is a lower bound, and never 0 for what is not known', () => {
    const partial = { low: 1000, high: 1000, unknownCount: 3, unknownParts: ['QM9700'] };
    expect(formatMoneySum(partial, 'USD')).toBe(`\u2265 USD 1${THIN}000`);
    expect(formatMoneySum(partial, null)).toBe(`\u2265 1${THIN}000`);
    expect(explainMoneySum(partial)).toBe('No price for 3 items: QM9700. The sum holds the known part only.');
    expect(formatMoneySum({ ...partial, low: 0, high: 0 }, 'USD')).toBe('unknown');
    expect(formatMoneySum({ low: 0, high: 0, unknownCount: 0, unknownParts: [] }, 'USD')).toBe('USD 0');
  });
});

/** Expected prices: a market survey dated 2026-09-22, the figures of the sellers named there. */
import { describe, expect, it } from 'vitest';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { catalogPriceSchema, findCatalogPrices } from '#core/catalog/prices.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';

describe('built-in prices', () => {
  it('all follow the schema, name a part and a range that is one', () => {
    for (const price of builtInPrices) {
      expect(catalogPriceSchema.safeParse(price).error?.message).toBeUndefined();
      expect(builtInCatalog.byId.has(price.partId)).toBe(true);
      expect(price.low).toBeLessThanOrEqual(price.high);
    }
  });

  it('are the 19 of the survey that name a part, one of them for three lengths', () => {
    expect(builtInPrices).toHaveLength(21);
  });

  it('keep the ends of a range, the currency, the seller and the date', () => {
    expect(findCatalogPrices(builtInPrices, 'sn5600')).toMatchObject([
      { low: 67_000, high: 87_000, currency: 'USD', asOf: '2026-09', seller: 'resellers', confidence: 'secondary' },
    ]);
    expect(findCatalogPrices(builtInPrices, 'bf3-3220')).toMatchObject([
      { low: 3009.9, high: 3009.9, currency: 'GBP' },
    ]);
  });

  it('give a length its own price, and no length that of another', () => {
    const prices = [3, 5, 7].map((lengthM) => findCatalogPrices(builtInPrices, 'aec-800-2x400-amphenol', lengthM));
    expect(prices.map(([price]) => [price?.low, price?.high])).toEqual([
      [1870, 1870],
      [2131, 2131],
      [2504, 2504],
    ]);
    expect(findCatalogPrices(builtInPrices, 'aec-800-2x400-amphenol', 4)).toEqual([]);
    expect(findCatalogPrices(builtInPrices, 'aec-800-2x400-amphenol')).toEqual([]);
    expect(findCatalogPrices(builtInPrices, 'aec-800-fs', 4)).toMatchObject([{ low: 1568, currency: 'EUR' }]);
  });
});

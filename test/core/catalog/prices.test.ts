import { describe, expect, it } from 'vitest';
import { type CatalogPrice, findCatalogPrices } from '#core/catalog/prices.ts';

function offer(partId: string, lengthM: number | null, low: number): CatalogPrice {
  const said = { currency: 'USD', asOf: '2026-09', seller: 'shop', url: null, via: null, note: null } as const;
  return { partId, lengthM, low, high: low, kind: 'street', confidence: 'secondary', ...said };
}

const prices = [offer('dac', 3, 30), offer('dac', null, 25), offer('dac', 2, 20), offer('aoc', 3, 300)];

describe('prices of the catalog', () => {
  it('come with those of the asked length first, then those of no particular one', () => {
    expect(findCatalogPrices(prices, 'dac', 2).map(({ low }) => low)).toEqual([20, 25]);
    expect(findCatalogPrices(prices, 'dac').map(({ low }) => low)).toEqual([25]);
  });

  it('are none where nobody stated one', () => {
    expect(findCatalogPrices(prices, 'aoc', 5)).toEqual([]);
    expect(findCatalogPrices(prices, 'toString')).toEqual([]);
  });
});

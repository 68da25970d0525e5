import { describe, expect, it } from 'vitest';
import { mergePriceBooks, type Price } from '#core/design/price-book.ts';

const price = (unitPrice: number, currency = 'USD'): Price => ({
  unitPrice,
  currency,
  source: 'quote',
  date: '2026-03',
  leadTimeWeeks: null,
  note: '',
});

describe('two price books as one', () => {
  it('reckon in the first currency, with the first prices where it has some', () => {
    const first = { currency: 'EUR', rates: { USD: 0.9 }, prices: { a: price(1) } };
    const second = { currency: 'EUR', rates: { USD: 0.8, GBP: 1.2 }, prices: { a: price(2), b: price(3) } };
    expect(mergePriceBooks(first, second)).toEqual({
      currency: 'EUR',
      rates: { USD: 0.9, GBP: 1.2 },
      prices: { a: price(1), b: price(3) },
    });
  });

  it('leave out rates that are told in another currency', () => {
    const merged = mergePriceBooks(
      { currency: 'USD', rates: {}, prices: {} },
      { currency: 'EUR', rates: { GBP: 1.2 }, prices: { b: price(3, 'GBP') } },
    );
    expect(merged).toEqual({ currency: 'USD', rates: {}, prices: { b: price(3, 'GBP') } });
  });
});

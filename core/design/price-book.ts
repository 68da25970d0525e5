/** What parts cost in this design. Prices of the design win over those that come with the catalog. */
import { z } from '../base/schema.ts';

/** ISO 4217, e.g. USD. */
const currency = z.string().regex(/^[A-Z]{3}$/);

export const priceSchema = z.strictObject({
  /** Each; null = not known, and only the columns below are set. */
  unitPrice: z.number().nonnegative().nullable(),
  currency,
  /** Who says so: a quote, a list, a survey. */
  source: z.string(),
  /** ISO date, may be a month (`2026-09`); empty = not said. */
  date: z.string(),
  leadTimeWeeks: z.number().nonnegative().nullable(),
  note: z.string(),
});

export const priceBookSchema = z.strictObject({
  /** Of all totals. */
  currency,
  /** What one unit of another currency is in the book's. */
  rates: z.record(z.string(), z.number().positive()),
  /** By part id, or `part id@length in m` for one length of a cable. */
  prices: z.record(z.string(), priceSchema),
});

export type Price = z.infer<typeof priceSchema>;
export type PriceBook = z.infer<typeof priceBookSchema>;

export const DEFAULT_PRICE_BOOK: PriceBook = { currency: 'USD', rates: {}, prices: {} };

/** Key of a price: of the part, or of one of its lengths. */
export function getPriceKey(partId: string, lengthM: number | null = null): string {
  return lengthM === null ? partId : `${partId}@${lengthM}`;
}

/**
 * A second design's book told in the terms of the first, so that both are reckoned alike: the first one's currency, rates and
 * prices, and the second one's own prices for what the first has none for.
 */
export function mergePriceBooks(first: PriceBook, second: PriceBook): PriceBook {
  const ownRates = second.currency === first.currency ? second.rates : {};
  return {
    currency: first.currency,
    rates: { ...ownRates, ...first.rates },
    prices: { ...second.prices, ...first.prices },
  };
}

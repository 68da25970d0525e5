/** What parts were offered for: each price as somebody stated it, with the range, currency, date and seller. */
import { z } from '../base/schema.ts';

export const catalogPriceSchema = z.strictObject({
  partId: z.string().min(1),
  /** The one length of a cable that was priced; null = the part, or a cable of whatever length. */
  lengthM: z.number().positive().nullable(),
  /** Each; equal ends for a single price. */
  low: z.number().positive(),
  high: z.number().positive(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** ISO date, may be a month. */
  asOf: z.string().min(1),
  seller: z.string().min(1),
  url: z.string().nullable(),
  /** street: what a shop asks; list: what the maker says. */
  kind: z.enum(['street', 'list']),
  confidence: z.enum(['vendor', 'vendor-cited', 'secondary']),
  /** Who gathered it, when the seller was not asked. */
  via: z.string().nullable(),
  note: z.string().nullable(),
});

export type CatalogPrice = z.infer<typeof catalogPriceSchema>;

/**
 * All prices of a part, those of that length before those of no particular one. A price of another length says nothing, so it is
 * left out.
 */
export function findCatalogPrices(
  prices: readonly CatalogPrice[],
  partId: string,
  lengthM: number | null = null,
): CatalogPrice[] {
  const ofPart = prices.filter((price) => price.partId === partId);
  const ofLength = lengthM === null ? [] : ofPart.filter((price) => price.lengthM === lengthM);
  return [...ofLength, ...ofPart.filter((price) => price.lengthM === null)];
}

/** The prices that ship with the product, converted from the hardware reference by build/convert-catalog.mjs. */
import type { CatalogPrice } from '#core/catalog/prices.ts';
import prices from './prices.json' with { type: 'json' };

// JSON types are too wide for the compiler; the test of this file parses every price with the schema.
export const builtInPrices = prices as CatalogPrice[];

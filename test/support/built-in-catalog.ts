/** The catalog that ships, for tests. */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { createCatalog } from '#core/catalog/catalog.ts';

export const builtInCatalog = createCatalog(builtInParts, builtInPrices);

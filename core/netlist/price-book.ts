/** What parts cost, as the analyses read it: the design's own prices before those that come with the catalog. */
import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogPrice, findCatalogPrices } from '../catalog/prices.ts';
import type { Design } from '../design/design.ts';
import { DEFAULT_PRICE_BOOK, getPriceKey, type Price } from '../design/price-book.ts';

/** Each, as stated. A single price has equal ends. */
export interface StatedPrice {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly source: string;
  /** ISO date, may be a month; empty = not said. */
  readonly date: string;
}

/** What the book knows of one line. */
export interface FoundPrice {
  /** Under which the design would keep a price of its own for this line. */
  readonly key: string;
  /** null = nobody knows a price. */
  readonly stated: StatedPrice | null;
  readonly from: 'book' | 'catalog' | null;
  readonly leadTimeWeeks: number | null;
  readonly note: string;
}

export interface NetPriceBook {
  /** Of all totals. */
  readonly currency: string;
  /** What one unit of another currency is in the book's. */
  readonly rates: Readonly<Record<string, number>>;
  /** The design's own, by price key. */
  readonly prices: Readonly<Record<string, Price>>;
  /** What comes with the catalog. */
  readonly listed: readonly CatalogPrice[];
}

export function resolvePriceBook(design: Design, catalog: Catalog): NetPriceBook {
  return { ...(design.priceBook ?? DEFAULT_PRICE_BOOK), listed: catalog.prices };
}

/** The price of one length of a cable wins over that of the cable. What an entry leaves open, the next one fills. */
export function findPrice(book: NetPriceBook, partId: string, lengthM: number | null): FoundPrice {
  const keys = lengthM === null ? [partId] : [getPriceKey(partId, lengthM), partId];
  const entries = keys.flatMap((key) => book.prices[key] ?? []);
  const own = entries.find((entry) => entry.unitPrice !== null);
  const stated = (own && readOwn(own)) ?? joinListed(book, partId, lengthM);
  return {
    key: getPriceKey(partId, lengthM),
    stated,
    from: own ? 'book' : stated && 'catalog',
    leadTimeWeeks: entries.find((entry) => entry.leadTimeWeeks !== null)?.leadTimeWeeks ?? null,
    note: entries.find((entry) => entry.note !== '')?.note ?? '',
  };
}

function readOwn({ unitPrice, currency, source, date }: Price): StatedPrice | null {
  return unitPrice === null ? null : { low: unitPrice, high: unitPrice, currency, source, date };
}

/**
 * From the lowest to the highest offer in one currency: the book's, else one it has a rate for, else any. Offers for the length
 * itself leave those for any length out.
 */
function joinListed(book: NetPriceBook, partId: string, lengthM: number | null): StatedPrice | null {
  const found = findCatalogPrices(book.listed, partId, lengthM);
  const closest = found.filter((price) => price.lengthM === found[0]?.lengthM);
  const chosen =
    closest.find(({ currency }) => currency === book.currency) ??
    closest.find(({ currency }) => book.rates[currency] !== undefined) ??
    closest[0];
  if (!chosen) return null;
  const offers = closest.filter(({ currency }) => currency === chosen.currency);
  const dates = offers.map(({ asOf }) => asOf).sort();
  const sellers = [...new Set(offers.map(({ seller }) => seller))].join(', ');
  return {
    low: Math.min(...offers.map(({ low }) => low)),
    high: Math.max(...offers.map(({ high }) => high)),
    currency: chosen.currency,
    source: `${chosen.kind === 'street' ? 'street price survey' : 'list price'} ${dates[0]} (${sellers})`,
    date: dates[0] ?? '',
  };
}

/** The prices a design carries, and the currency its totals are in. An empty book is left out of the design. */
import { formatCount } from '../../base/format-count.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Design } from '../../design/design.ts';
import { DEFAULT_PRICE_BOOK, type PriceBook } from '../../design/price-book.ts';
import { isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuse } from '../command-entry.ts';
import { normaliseNumbers } from '../position.ts';
import { isSameValue } from '../same-value.ts';

export const setPrice: CommandEntry<'setPrice'> = {
  describe: ({ key, price }, _design, { catalog }) =>
    `${price === null ? 'drop' : 'set'} the price of ${namePriced(catalog, key)}`,
  run(draft, { key, price }) {
    if (!isSafeId(key)) return refuse('key', 'A price needs the id of a part.');
    changeBook(draft, (book) => ({ ...book, prices: withEntry(book.prices, key, price && normaliseNumbers(price)) }));
    return [];
  },
};

export const setPrices: CommandEntry<'setPrices'> = {
  describe: ({ prices }) => `take over ${formatCount(Object.keys(prices).length)} prices`,
  run(draft, { prices }) {
    if (Object.keys(prices).length === 0) return refuse('empty', 'There are no prices to take over.');
    if (!Object.keys(prices).every(isSafeId)) return refuse('key', 'A price needs the id of a part.');
    const added = Object.entries(prices).map(([key, price]) => [key, normaliseNumbers(price)] as const);
    changeBook(draft, (book) => ({ ...book, prices: { ...book.prices, ...Object.fromEntries(added) } }));
    return [];
  },
};

export const setCurrency: CommandEntry<'setCurrency'> = {
  describe: ({ currency }) => `reckon in ${currency}`,
  run(draft, { currency }) {
    // Rates are given in the old currency: one that is known turns them all into the new one.
    changeBook(draft, (book) =>
      book.currency === currency ? book : { ...book, currency, rates: convert(book, currency) },
    );
    return [];
  },
};

export const setRate: CommandEntry<'setRate'> = {
  describe: ({ currency, rate }) => `${rate === null ? 'drop' : 'set'} the exchange rate of ${currency}`,
  run(draft, { currency, rate }) {
    if (!/^[A-Z]{3}$/.test(currency)) {
      return refuse('currency', 'A currency is named by the three capital letters of ISO 4217, e.g. USD.');
    }
    if (currency === (draft.priceBook ?? DEFAULT_PRICE_BOOK).currency) {
      return refuse('currency', `Totals are in ${currency}, so it needs no exchange rate.`);
    }
    changeBook(draft, (book) => ({ ...book, rates: withEntry(book.rates, currency, rate) }));
    return [];
  },
};

function changeBook(draft: Design, change: (book: PriceBook) => PriceBook): void {
  const book = change(draft.priceBook ?? DEFAULT_PRICE_BOOK);
  if (isSameValue(book, DEFAULT_PRICE_BOOK)) delete draft.priceBook;
  else draft.priceBook = book;
}

function withEntry<T>(table: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const { [key]: _dropped, ...others } = table;
  return value === null ? others : { ...others, [key]: value };
}

/** The same exchange rates told in another currency; without a rate of that one nothing is known any more. */
function convert({ currency, rates }: PriceBook, wanted: string): PriceBook['rates'] {
  const rate = rates[wanted];
  if (rate === undefined) return {};
  const converted: PriceBook['rates'] = {};
  for (const [name, other] of Object.entries(rates)) if (name !== wanted) converted[name] = other / rate;
  return { ...converted, [currency]: 1 / rate };
}

function namePriced(catalog: Catalog, key: string): string {
  const [partId = key, lengthM] = key.split('@');
  const name = catalog.byId.get(partId)?.model ?? partId;
  return lengthM === undefined ? name : `${name}, ${lengthM} m`;
}

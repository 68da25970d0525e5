/** From a cell of the bill of materials to the design's price book. */
import type { BomLine } from '#core/analysis/bom-report.ts';
import { DEFAULT_PRICE_BOOK, type Price } from '#core/design/price-book.ts';
import { design, dispatch } from '../../store/design-store.ts';
import { formatToday } from '../../ui/today.ts';

/** Who says so, unless the user tells another source. */
const TYPED_IN = 'entered by hand';

/** What the design itself says of that line; undefined = nothing. */
export function findOwnPrice(prices: Readonly<Record<string, Price>>, { priceKey }: BomLine): Price | undefined {
  return priceKey !== null && Object.hasOwn(prices, priceKey) ? prices[priceKey] : undefined;
}

/** Changes some columns of a line's entry in the price book; an entry that says nothing any more goes. */
export function editPrice(line: BomLine, patch: Partial<Price>): void {
  if (line.priceKey === null) return;
  const book = design().priceBook ?? DEFAULT_PRICE_BOOK;
  const old = findOwnPrice(book.prices, line) ?? {
    unitPrice: null,
    currency: book.currency,
    source: '',
    date: '',
    leadTimeWeeks: null,
    note: '',
  };
  const price = settle({ ...old, ...patch }, patch);
  const saysNothing = price.unitPrice === null && price.leadTimeWeeks === null && price.note === '';
  dispatch({ name: 'setPrice', args: { key: line.priceKey, price: saysNothing ? null : price } });
}

/** A new amount is of today; who says so and when go with the amount. */
function settle(price: Price, { unitPrice }: Partial<Price>): Price {
  if (price.unitPrice === null) return { ...price, source: '', date: '' };
  if (unitPrice === undefined) return price;
  return { ...price, source: price.source === '' ? TYPED_IN : price.source, date: formatToday(new Date()) };
}

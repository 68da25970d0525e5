/** Puts prices on lines of the bill of materials. Amounts are in the price book's currency; without a rate they are not known. */
import { findPrice, type FoundPrice, type NetPriceBook, type StatedPrice } from '../netlist/price-book.ts';
import { getPriceId } from './bom-pieces.ts';
import type { BomLine, LinePrice, PartLine, PriceRange } from './bom-report.ts';

const NOTHING_FOUND: FoundPrice = { key: '', stated: null, from: null, leadTimeWeeks: null, note: '' };

export function priceBom(lines: readonly PartLine[], book: NetPriceBook): BomLine[] {
  return lines.map((line) => ({ ...line, ...priceLine(line, book) }));
}

function priceLine(line: PartLine, book: NetPriceBook): LinePrice {
  const id = getPriceId(line);
  const found = id === null ? NOTHING_FOUND : findPrice(book, id, line.lengthM);
  const { stated } = found;
  const unitPrice = stated && convert(stated, book);
  return {
    priceKey: id === null ? null : found.key,
    unitPrice,
    extendedPrice: unitPrice && multiply(unitPrice, line.quantity),
    sparesPrice: line.spares === 0 ? { low: 0, high: 0 } : unitPrice && multiply(unitPrice, line.spares),
    currency: book.currency,
    priceFrom: found.from,
    statedPrice: stated && { low: stated.low, high: stated.high, currency: stated.currency },
    priceGap: unitPrice ? null : explainGap(line, stated, book),
    priceSource: stated?.source ?? null,
    priceDate: stated && stated.date !== '' ? stated.date : null,
    leadTimeWeeks: found.leadTimeWeeks,
    note: found.note,
  };
}

/** null = the price is in a currency that the book has no rate for. */
function convert({ low, high, currency }: StatedPrice, book: NetPriceBook): PriceRange | null {
  const rate = currency === book.currency ? 1 : book.rates[currency];
  return rate === undefined ? null : multiply({ low, high }, rate);
}

function multiply({ low, high }: PriceRange, factor: number): PriceRange {
  return { low: low * factor, high: high * factor };
}

function explainGap(line: PartLine, stated: StatedPrice | null, book: NetPriceBook): string {
  if (getPriceId(line) === null) return 'part not chosen';
  if (stated === null) return 'no price known';
  return `stated in ${stated.currency}, and the price book has no rate from ${stated.currency} to ${book.currency}`;
}

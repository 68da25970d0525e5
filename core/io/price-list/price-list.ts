/**
 * A price list as CSV: one line for a part, its columns known by their headings. Lines whose part is not known, or whose price is
 * not a number, are not taken and are named; nothing is guessed.
 */
import Papa from 'papaparse';
import { fail, ok, type Result } from '../../base/result.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { getPriceKey, type Price } from '../../design/price-book.ts';
import { indexParts, type PartIndex } from './find-part.ts';
import { parseAmount } from './parse-amount.ts';

export interface PriceListOptions {
  readonly fileName: string;
  /** Of amounts that name none. */
  readonly currency: string;
  /** ISO date for lines that carry none. */
  readonly today: string;
}

export interface LeftOutLine {
  /** As a spreadsheet counts: the headings are line 1. */
  readonly line: number;
  readonly reason: string;
}

export interface PriceList {
  /** By getPriceKey; of several lines for one part the last. */
  readonly prices: Readonly<Record<string, Price>>;
  readonly leftOut: readonly LeftOutLine[];
}

type Column = 'part' | 'price' | 'currency' | 'length' | 'source' | 'date' | 'leadTime' | 'note';

/** Headings in lower case, without what stands in brackets. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  part: ['part number', 'part no', 'part', 'sku', 'mpn', 'item', 'article', 'model', 'product', 'id'],
  price: ['unit price', 'price each', 'price', 'list price', 'net price', 'unit cost', 'cost'],
  currency: ['currency', 'ccy'],
  length: ['length', 'length m'],
  source: ['source', 'supplier', 'vendor', 'seller', 'quote'],
  date: ['date', 'price date', 'as of'],
  leadTime: ['lead time', 'lead time weeks', 'weeks'],
  note: ['note', 'notes', 'comment', 'remark'],
};

const plain = (heading: string): string =>
  heading
    .replace(/[([].*[)\]]/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();

interface Layout {
  readonly at: Readonly<Partial<Record<Column, number>>>;
  /** Several columns may name the part: a number, a model. */
  readonly partColumns: readonly number[];
  /** In brackets behind the heading of the price: `Price (EUR)`. */
  readonly currency: string | null;
}

function readLayout(headings: readonly string[]): Layout {
  const names = headings.map(plain);
  const at: Partial<Record<Column, number>> = {};
  for (const [column, known] of Object.entries(HEADINGS) as [Column, readonly string[]][]) {
    const found = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (found !== undefined) at[column] = found;
  }
  const partColumns = HEADINGS.part.map((name) => names.indexOf(name)).filter((index) => index >= 0);
  const heading = at.price === undefined ? '' : (headings[at.price] ?? '');
  return { at, partColumns, currency: /[([]\s*([A-Z]{3})\s*[)\]]/.exec(heading)?.[1] ?? null };
}

/** The error is one sentence for the user. */
export function readPriceList(csv: string, catalog: Catalog, options: PriceListOptions): Result<PriceList, string> {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [headings = [], ...rows] = data;
  const layout = readLayout(headings);
  if (layout.at.price === undefined || layout.partColumns.length === 0) {
    return fail(
      `${options.fileName} is no price list: its first line needs a heading 'Part number' (or 'Model') and a heading 'Price'. Only price lists are read from CSV.`,
    );
  }
  if (rows.length === 0) return fail(`${options.fileName} has headings, but no line below them.`);
  const index = indexParts(catalog);
  const prices: Record<string, Price> = {};
  const leftOut: LeftOutLine[] = [];
  for (const [at, row] of rows.entries()) {
    const read = readLine(row, layout, index, options);
    if (read.ok) prices[read.value.key] = read.value.price;
    else leftOut.push({ line: at + 2, reason: read.error });
  }
  return ok({ prices, leftOut });
}

interface PricedPart {
  readonly key: string;
  readonly price: Price;
}

function readLine(
  row: readonly string[],
  { at, partColumns, currency }: Layout,
  index: PartIndex,
  options: PriceListOptions,
): Result<PricedPart, string> {
  const cell = (column: Column): string => {
    const index = at[column];
    return index === undefined ? '' : (row[index] ?? '').trim();
  };
  const names = partColumns.map((column) => (row[column] ?? '').trim()).filter((name) => name !== '');
  const found = names.map(index.find).find((part) => part !== null);
  if (!found) return fail(names.length === 0 ? 'names no part' : `${names.join(', ')}: not a part of the catalog`);
  const amount = parseAmount(cell('price'));
  if (amount === null) return fail(`${names[0]}: '${cell('price')}' is not a price`);
  const own = cell('currency').toUpperCase();
  const named = /^[A-Z]{3}$/.test(own) ? own : null;
  if (own !== '' && named === null) return fail(`${names[0]}: '${cell('currency')}' is not a currency of ISO 4217`);
  const leadTimeWeeks = parseAmount(cell('leadTime'))?.value ?? null;
  return ok({
    key: getPriceKey(found.partId, found.lengthM ?? parseAmount(cell('length'))?.value ?? null),
    price: {
      unitPrice: amount.value,
      currency: named ?? amount.currency ?? currency ?? options.currency,
      source: cell('source') || options.fileName,
      date: /^\d{4}-\d{2}(-\d{2})?$/.test(cell('date')) ? cell('date') : options.today,
      leadTimeWeeks,
      note: cell('note'),
    },
  });
}

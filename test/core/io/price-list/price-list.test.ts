import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { parseAmount } from '#core/io/price-list/parse-amount.ts';
import { type PriceList, readPriceList } from '#core/io/price-list/price-list.ts';

const catalog = createCatalog(builtInParts);
const options = { fileName: 'quote.csv', currency: 'CHF', today: '2026-05-04' };

function read(csv: string): PriceList {
  const list = readPriceList(csv, catalog, options);
  if (!list.ok) throw new Error(list.error);
  return list.value;
}

/** A cable that is sold in lengths with numbers of their own. */
const cable = builtInParts.find((part) => part.kind === 'cable' && part.lengths.some(({ partNumber }) => partNumber));
const stock = cable?.kind === 'cable' ? cable.lengths.find(({ partNumber }) => partNumber) : undefined;

describe('a price list', () => {
  it('is read by its headings, in whatever order they stand', () => {
    const { prices, leftOut } = read(
      '\uFEFFNote,Unit price (EUR),Model,Supplier,Date,Lead time (weeks)\r\nwith rails,"31.500,00",qm9700,ACME,2026-03,16\r\n',
    );
    expect(leftOut).toEqual([]);
    expect(prices).toEqual({
      qm9700: {
        unitPrice: 31_500,
        currency: 'EUR',
        source: 'ACME',
        date: '2026-03',
        leadTimeWeeks: 16,
        note: 'with rails',
      },
    });
  });

  it('takes currency and date of lines that have none from the design and the day', () => {
    const { prices } = read('Part;Price\nqm9700;100\ndgx-h100;$ 300 000\n');
    expect(prices['qm9700']).toMatchObject({
      unitPrice: 100,
      currency: 'CHF',
      source: 'quote.csv',
      date: '2026-05-04',
    });
    expect(prices['dgx-h100']).toMatchObject({ unitPrice: 300_000, currency: 'USD' });
  });

  it('prices one length of a cable by the number of that length, or by a column', () => {
    if (!cable || !stock?.partNumber) throw new Error('no such cable in the catalog');
    const { prices } = read(`Part number,Length,Price\n${stock.partNumber},,70\n${cable.id},12,80\n${cable.id},,90\n`);
    expect(prices[`${cable.id}@${stock.lengthM}`]?.unitPrice).toBe(70);
    expect(prices[`${cable.id}@12`]?.unitPrice).toBe(80);
    expect(prices[cable.id]?.unitPrice).toBe(90);
  });

  it('leaves out what it cannot tell, with line and reason', () => {
    const { prices, leftOut } = read(
      'Model,Price,Currency\nQM9700,soon,USD\nNo such box,5,USD\nqm9700,5,dollars\n,3,USD\n',
    );
    expect(prices).toEqual({});
    expect(leftOut).toEqual([
      { line: 2, reason: "QM9700: 'soon' is not a price" },
      { line: 3, reason: 'No such box: not a part of the catalog' },
      { line: 4, reason: "qm9700: 'dollars' is not a currency of ISO 4217" },
      { line: 5, reason: 'names no part' },
    ]);
  });

  it('is not any other table', () => {
    const schedule = readPriceList('Cable,From,To\n1,a,b\n', catalog, options);
    expect(schedule).toMatchObject({ ok: false });
    expect(!schedule.ok && schedule.error).toMatch(/^quote\.csv is no price list: its first line needs/);
    expect(readPriceList('Part,Price\n', catalog, options)).toMatchObject({ ok: false });
  });
});

describe('an amount', () => {
  it.each([
    ['1234.5', 1234.5, null],
    ['1,234.50', 1234.5, null],
    ['1.234,50', 1234.5, null],
    ['1,234', 1234, null],
    ['1.234.567', 1_234_567, null],
    ['12,5', 12.5, null],
    ["1'250 CHF", 1250, 'CHF'],
    ['\u20ac99', 99, 'EUR'],
    ['usd 3', 3, 'USD'],
    ['0', 0, null],
  ])('%s', (text, value, currency) => {
    expect(parseAmount(text)).toEqual({ value, currency });
  });

  it.each(['', '-5', 'n/a', '12 for 10', '1e5'])('is not %s', (text) => {
    expect(parseAmount(text)).toBe(null);
  });
});

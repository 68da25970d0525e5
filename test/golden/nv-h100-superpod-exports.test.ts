/**
 * What procurement and the cable pullers get for the shipped 4-SU example, against the published figures: NVIDIA
 * RA-11333-001 V11 (2023-09-22), table 7: 48 compute switches, 508 modules in the DGX systems, 1,536 in the switches,
 * 2,040 compute cables of 400G (127 x 8 to the leaves, 1,024 to the spines).
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { createWorkbook } from '../support/create-workbook.ts';
import { evaluateTotal, type ReadWorkbook, readRows, readWorkbook } from '../support/read-workbook.ts';

const name = 'dgx-h100-superpod-4su.weft';
const design = parseDesign(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'), name);
if (!design.ok) throw new Error(design.error.message);
/** Entered for this test: nobody publishes prices of the reference architecture. */
const prices = Object.fromEntries(
  Object.entries({ 'dgx-h100': 300_000, qm9700: 25_000, 'mma4z00-ns': 1_100 }).map(([id, unitPrice]) => [
    id,
    { unitPrice, currency: 'USD', source: '', date: '', leadTimeWeeks: null, note: '' },
  ]),
);
const priced = { ...design.value, priceBook: { currency: 'USD', rates: {}, prices } };
const { netlist, diagnostics } = elaborate(priced, builtInCatalog);
const report = analyse(netlist, diagnostics);

describe('workbook of the 4-SU SuperPOD', () => {
  let book: ReadWorkbook;

  beforeAll(async () => {
    book = readWorkbook(await createWorkbook(netlist, report));
  });

  it('orders the published quantities', () => {
    const quantity = (model: string) =>
      readRows(book.sheet('BOM')).find((row) => row['Model']?.v === model)?.['Quantity']?.v;
    expect(quantity('DGX H100')).toBe(127);
    expect(quantity('QM9700')).toBe(48);
    expect(quantity('MMA4Z00-NS-FLT')).toBe(508);
    expect(quantity('MMA4Z00-NS')).toBe(1_536);
  });

  it('lists the published cables', () => {
    const rows = readRows(book.sheet('Cables'));
    const cables = (from: string, to: string) =>
      rows.find((row) => row['From']?.v === from && row['To']?.v === to)?.['Cables']?.v;
    expect(cables('DGX H100', 'Leaf')).toBe(1_016);
    expect(cables('Leaf', 'Spine')).toBe(1_024);
  });

  it('carries in every total what its range adds up to', () => {
    for (const sheetName of book.names) {
      const sheet = book.sheet(sheetName);
      for (const cell of Object.values(sheet.cells)) {
        if (cell?.f !== undefined) expect(cell.v, cell.f).toBeCloseTo(evaluateTotal(sheet, cell.f), 6);
      }
    }
  });

  it('counts a module that serves two links once in what is bought', () => {
    const total = Object.entries(book.sheet('BOM').cells).find(([, cell]) =>
      String(cell?.v).startsWith('Total transceiver'),
    )?.[0];
    const bought = book.sheet('BOM').cells[`F${total?.slice(1)}`]?.v;
    expect(bought).toBe(report.totals.transceiverCount);
    const { cells } = book.sheet('Cables');
    const row = Object.entries(cells).find(([, cell]) => String(cell?.v).startsWith('Total of rows shown'))?.[0];
    expect(cells[`Q${row?.slice(1)}`]?.v).toBe(bought);
  });

  it('has a row in the schedule for every cable of the report, link by link', () => {
    const rows = readRows(book.sheet('Cable schedule'));
    expect(rows).toHaveLength(report.totals.cableCount);
    for (const { linkId, cableCount } of report.links) {
      expect(rows.filter((row) => row['Link']?.v === linkId)).toHaveLength(cableCount);
    }
    expect(new Set(rows.map((row) => row['Label']?.v)).size).toBe(rows.length);
  });

  it('carries the money of the report, however the parts are taken apart', () => {
    const { cost } = report;
    // 127 servers, 48 switches and 1,536 modules of what the published tables count.
    expect(cost.total.low).toBeGreaterThanOrEqual(127 * 300_000 + 48 * 25_000 + 1_536 * 1_100);
    const total = Object.entries(book.sheet('BOM').cells).find(([, cell]) =>
      String(cell?.v).startsWith('Total of rows shown'),
    )?.[0];
    const low = book.sheet('BOM').cells[`K${total?.slice(1)}`]?.v;
    expect(low).toBeCloseTo(cost.total.low, 6);
    for (const by of ['fabric', 'rack', 'phase']) {
      const rows = readRows(book.sheet(`BOM by ${by}`));
      const sum = rows.reduce((all, row) => all + (row['Price, low']?.t === 'n' ? Number(row['Price, low'].v) : 0), 0);
      expect(sum, by).toBeCloseTo(cost.total.low, 6);
    }
  });

  it('carries the power of the site and of every rack group', () => {
    const { site, rackGroups } = report.facility;
    const rows = readRows(book.sheet('Feeds and cooling'));
    expect(rows.map((row) => row['Kind']?.v)).toEqual([...rackGroups.map(() => 'rack group'), 'site']);
    expect(rows.at(-1)).toMatchObject({
      'Maximum (W)': { t: 'n', v: site.maxW.value },
      GPUs: { t: 'n', v: 127 * 8 },
      Racks: { t: 'n', v: report.totals.rackCount },
    });
    expect(rows[0]?.['Maximum (W)']?.v).toBe(rackGroups[0]?.maxW.value);
  });
});

/** The workbook, read back with another library. Expected figures are counted by hand in test/support/small-network.ts. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportTotals } from '#core/analysis/report.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { createWorkbook } from '../../support/create-workbook.ts';
import { evaluateTotal, type ReadWorkbook, readRows, readWorkbook } from '../../support/read-workbook.ts';
import { smallNetlist, smallReport } from '../../support/small-network.ts';

const sheetNames = [
  'Summary',
  'BOM',
  'Cost',
  'Cables',
  'Ports',
  'Power',
  'Feeds and cooling',
  'BOM by fabric',
  'BOM by rack',
  'BOM by phase',
  'Cable schedule',
];

describe('writeWorkbook', () => {
  let bytes: Uint8Array;
  let book: ReadWorkbook;

  beforeAll(async () => {
    bytes = await createWorkbook(smallNetlist, smallReport);
    book = readWorkbook(bytes);
  });

  it('has the sheets in order', () => {
    expect(book.names).toEqual(sheetNames);
  });

  it.each(sheetNames)('%s: bold frozen header, filter over the data, columns with a width', (name) => {
    const { xml, filterRange } = book.sheet(name);
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
    expect(filterRange).toMatch(/^A1:[A-Z]{1,2}\d+$/);
    expect(xml).toMatch(/<col [^>]*width="\d+"/);
    expect(book.isBold(name, 'A1')).toBe(true);
    expect(book.isBold(name, 'A2')).toBe(false);
  });

  it('filters rows but not totals', () => {
    expect(book.sheet('BOM').filterRange).toBe('A1:V8');
    expect(book.sheet('Cables').filterRange).toBe('A1:R4');
    expect(book.sheet('Ports').filterRange).toBe('A1:O4');
    expect(book.sheet('Power').filterRange).toBe('A1:L3');
  });

  it('carries in every total what the range of its formula adds up to', () => {
    let formulaCount = 0;
    for (const name of sheetNames) {
      const sheet = book.sheet(name);
      for (const cell of Object.values(sheet.cells)) {
        if (cell?.f === undefined) continue;
        formulaCount += 1;
        expect(cell.t, cell.f).toBe('n');
        expect(cell.v, cell.f).toBeCloseTo(evaluateTotal(sheet, cell.f), 6);
      }
    }
    // BOM: 5 categories and all, in 6 columns, without the prices of servers and racks, 2 each; Cost: 5 columns;
    // Cables 3; Ports 3; Power 3, the fourth is not known.
    expect(formulaCount).toBe(36 - 4 + 5 + 9);
  });

  it('totals the report: quantities, cables, ports, power', () => {
    const { cells: bom } = book.sheet('BOM');
    expect([9, 10, 11, 12, 13, 14].map((row) => [bom[`A${row}`]?.v, bom[`F${row}`]?.v])).toEqual([
      ['Total server (partial)', 3],
      ['Total switch', 2],
      ['Total transceiver (partial)', 7],
      ['Total cable (partial)', 8],
      ['Total rack (partial)', 2],
      ['Total of rows shown (partial)', 22],
    ]);
    expect([8, 9, 11, 14].map((row) => bom[`G${row}`]?.v)).toEqual([0, 0, 2, 2]);
    const { cells: cables } = book.sheet('Cables');
    expect([cables['O5']?.v, cables['P5']?.v, cables['Q5']?.v]).toEqual([9, 8, 7]);
    const { cells: ports } = book.sheet('Ports');
    expect([ports['I5']?.v, ports['J5']?.v, ports['K5']?.v]).toEqual([22, 18, 4]);
    const { cells: power } = book.sheet('Power');
    expect([power['F4']?.v, power['G4']?.v, power['H4']?.v, power['I4']?.v]).toEqual(['unknown', 119, 1_494, 34_159]);
    expect(power['A4']?.v).toBe('Total of rows shown (partial)');
    expect(power['L4']?.v).toBe('typical partial, 10 without a figure: @server, Twin-port module');
    expect(bom['V11']?.v).toBe('1 link without a medium');
    expect(cables['R5']?.v).toBe('transceivers partial: 1 link without a medium');
    expect(ports['O5']?.v).toBe('1 without known ports');
  });

  it('carries the prices of the report, and says what its sums leave out', () => {
    const [server, leaf, module] = readRows(book.sheet('BOM'));
    expect(server?.['Unit price, low']?.v).toBe('unknown');
    expect(leaf?.['Unit price, low']).toMatchObject({ t: 'n', v: 18_000, z: '#,##0.00' });
    expect(leaf?.['Price of quantity, high']?.v).toBe(44_000);
    expect(leaf?.['Price source']?.v).toBe('street price survey 2026-09 (shop)');
    expect(module?.['Price of spares, high']?.v).toBe(2_000);
    expect([module?.['Lead time (weeks)']?.v, module?.['Note']?.v]).toEqual([16, 'two lots']);
    const { cells: bom } = book.sheet('BOM');
    expect([bom['A14']?.v, bom['K14']?.v, bom['L14']?.v, bom['N14']?.v]).toEqual([
      'Total of rows shown (partial)',
      smallReport.cost.total.low,
      smallReport.cost.total.high,
      smallReport.cost.spares.high,
    ]);
    expect(bom['V14']?.v).toMatch(/^price partial, 7 without a price: @server, Cable 400G/);
    const cost = book.sheet('Cost').cells;
    expect([cost['A7']?.v, cost['C7']?.v, cost['D7']?.v]).toEqual(['Total of rows shown (partial)', 43_300, 51_300]);
    expect(Object.values(cost).map((cell) => cell?.v)).toContain('Network share of the total');
  });

  it('takes the bill of materials apart: every way adds up to its quantities and prices', () => {
    for (const by of ['fabric', 'rack', 'phase']) {
      const rows = readRows(book.sheet(`BOM by ${by}`));
      const add = (header: string) =>
        rows.reduce((sum, row) => sum + (row[header]?.t === 'n' ? Number(row[header]?.v) : 0), 0);
      expect(add('Quantity'), by).toBe(22);
      expect([add('Price, low'), add('Price, high')], by).toEqual([43_300, 51_300]);
    }
    expect(readRows(book.sheet('BOM by rack')).map((row) => row['Rack']?.v)).toContain('Zürich 2');
  });

  it('has a row for every cable, the same as the schedule', () => {
    const reader = createScheduleReader(smallNetlist);
    const rows = readRows(book.sheet('Cable schedule'));
    expect(rows.map((row) => row['Label']?.v)).toEqual(
      Array.from({ length: 8 }, (_, index) => reader.readRow(index).label),
    );
    expect(rows[5]).toMatchObject({
      'A device': { t: 's', v: '=srv-2-03' },
      'A rack': { t: 's', v: 'Zürich 2' },
      'A unit': { t: 'n', v: 1 },
      'Bought length (m)': { t: 'n', v: 5 },
    });
  });

  it('writes numbers as numbers with a format, and shares as percentages', () => {
    const [server] = readRows(book.sheet('Power'));
    expect(server?.['Maximum each (W)']).toMatchObject({ t: 'n', v: 10_200, z: '#,##0.0' });
    const rows = readRows(book.sheet('Summary'));
    const value = (item: string) => rows.find((row) => row['Item']?.v === item)?.['Value'];
    expect(value('Cables')).toMatchObject({ t: 'n', v: 8, z: '#,##0' });
    expect(value('Maximum')).toMatchObject({ t: 'n', v: 34.159, z: '#,##0.0' });
    expect(value('Bisection bandwidth')).toMatchObject({ t: 'n', v: 1.2 });
    expect(value('Bisection to injection')).toMatchObject({ t: 'n', v: 0.5, z: '0.0%' });
    expect(value('Oversubscription of tier 1, worst switch')).toMatchObject({ t: 'n', v: 1.5 });
    expect(value('Errors')).toMatchObject({ t: 'n', v: 1 });
  });

  it('says unknown where a figure is not known, never 0', () => {
    const [server, leaf] = readRows(book.sheet('Power'));
    expect(server?.['Typical each (W)']).toMatchObject({ t: 's', v: 'unknown' });
    expect(server?.['Typical, all members (W)']).toMatchObject({ t: 's', v: 'unknown' });
    expect(leaf?.['Typical, all members (W)']).toMatchObject({ t: 'n', v: 1_494 });
    expect(leaf?.['Note']?.v).toBe('typical partial, 4 without a figure: Twin-port module');
    const storage = readRows(book.sheet('Ports'))[1];
    expect(storage?.['Ports owned, all members']?.v).toBe('unknown');
    const unsettled = readRows(book.sheet('Cables'))[2];
    expect(unsettled?.['Medium']?.v).toBe('unknown');
    expect(unsettled?.['Transceivers']?.v).toBe('unknown');
    expect(unsettled?.['Note']?.v).toBe('no medium: nothing reaches 900 m');
    const rows = readRows(book.sheet('Summary'));
    expect(rows.find((row) => row['Item']?.v === 'of which transceivers, typical')?.['Value']?.v).toBe('unknown');
  });

  it('keeps text that looks like a formula or an error as text', () => {
    for (const name of sheetNames) {
      for (const [address, cell] of Object.entries(book.sheet(name).cells)) {
        if (address.startsWith('!')) continue;
        expect(cell.t, `${name} ${address}`).not.toBe('e');
        expect(cell.f ?? 'SUM', `${name} ${address}`).toMatch(/^(SUBTOTAL|SUMIF|SUM)/);
      }
    }
    expect(book.sheet('Summary').cells['C2']).toMatchObject({ t: 's', v: '=1+1' });
    const [server] = readRows(book.sheet('BOM'));
    expect(server?.['Model']).toMatchObject({ t: 's', v: '@server' });
    expect(server?.['Used in']).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
    const [first] = readRows(book.sheet('Cables'));
    expect(first?.['Fabric']).toMatchObject({ t: 's', v: '#N/A' });
    expect(first?.['To']).toMatchObject({ t: 's', v: '-leaf' });
    expect(first?.['Transceiver From']).toMatchObject({ t: 's', v: '+T800' });
  });

  it('tells a buyer what is still open on a line', () => {
    const notes = readRows(book.sheet('BOM')).map((row) => row['Note']?.v);
    expect(notes).toEqual([
      'end of sale, ask for what is left or a successor; part number not known, ask the vendor',
      'several part numbers, choose the variant',
      'two lots',
      undefined,
      'length is the planned run, the lengths it is sold in are not known',
      'part not chosen or not in the catalog',
      'part not chosen or not in the catalog',
    ]);
  });

  it('lists every problem with its sentence', () => {
    const rows = readRows(book.sheet('Summary')).filter((row) => row['Section']?.v === 'Problems');
    expect(rows.map((row) => [row['Item']?.v, row['Note']?.v])).toContainEqual([
      'error: media.none',
      '=leaf to leaf: nothing reaches 900 m.',
    ]);
  });

  it('gives equal bytes for equal input, also later', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await createWorkbook(smallNetlist, smallReport)).toEqual(bytes);
  });
});

const noTotals: ReportTotals = {
  gpuCount: 0,
  deviceCount: 0,
  endpointCount: 0,
  switchCount: 0,
  rackCount: 0,
  connectionCount: 0,
  cableCount: 0,
  transceiverCount: 0,
  portsOwned: 0,
  portsUsed: 0,
  portsFree: 0,
};

describe('writeWorkbook of unusual designs', () => {
  it('keeps the totals sound when nothing is drawn', async () => {
    const empty = { value: 0, unknownCount: 0, unknownParts: [] };
    const noMoney = { low: 0, high: 0, unknownCount: 0, unknownParts: [] };
    const report = {
      ...smallReport,
      totals: noTotals,
      ports: [],
      links: [],
      bom: [],
      cost: { ...smallReport.cost, categories: [], total: noMoney, spares: noMoney },
      power: {
        typicalW: empty,
        maxW: empty,
        transceiversTypicalW: empty,
        transceiversMaxW: empty,
        devices: [],
        racks: [],
      },
      fabrics: [],
      problems: [],
    };
    const book = readWorkbook(await createWorkbook(smallNetlist, report));
    expect(book.sheet('BOM').cells['A2']?.v).toBe('none');
    expect(book.sheet('BOM').cells['F3']).toMatchObject({ t: 'n', v: 0, f: 'SUBTOTAL(9,F2:F2)' });
  });

  it('cuts a text that a cell cannot hold', async () => {
    const [line] = smallReport.bom;
    if (!line) throw new Error('no line');
    const report = { ...smallReport, bom: [{ ...line, usedIn: Array.from({ length: 9_000 }, (_, i) => `link-${i}`) }] };
    const text = readRows(readWorkbook(await createWorkbook(smallNetlist, report)).sheet('BOM'))[0]?.['Used in']?.v;
    expect(String(text).length).toBeLessThan(32_767);
    expect(String(text).endsWith(' …')).toBe(true);
  });
});

/** Long sheets, put into a workbook of the other writer and read back with a third. */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  createHeaderSheet,
  fillSheet,
  type StreamedColumn,
  type StreamedSheet,
} from '#core/io/workbook/streamed-sheet.ts';
import { readZip, writeZip, type ZipEntry } from '#core/io/zip.ts';
import { nodeBytes } from '../../../../electron/cli/node-bytes.ts';
import { type ReadSheet, readWorkbook } from '../../../support/read-workbook.ts';

async function writeAndRead(sheet: StreamedSheet): Promise<{ read: ReadSheet; shares: number[] }> {
  const entries = readZip(await writeXlsx({ sheets: [createHeaderSheet(sheet)] }));
  const at = entries.findIndex(({ name }) => new TextDecoder().decode(name) === 'xl/worksheets/sheet1.xml');
  const steps = fillSheet(entries[at] as ZipEntry, sheet, nodeBytes);
  const shares: number[] = [];
  let step = await steps.next();
  for (; !step.done; step = await steps.next()) shares.push(step.value);
  entries[at] = step.value;
  return { read: readWorkbook(writeZip(entries)).sheet(sheet.name), shares };
}

function column(header: string, valueOf: StreamedColumn['valueOf'], isUnique = false): StreamedColumn {
  return { header, width: 10, codeOf: (row) => row, valueOf, isUnique };
}

describe('streamed sheet', () => {
  it('holds every row in order, numbers as numbers and text as text, and tells how far it is', async () => {
    const { read, shares } = await writeAndRead({
      name: 'Long',
      columns: [
        {
          header: 'Third',
          width: 10,
          codeOf: (row) => row % 3,
          valueOf: (code) => ['zero', '=1+1', null][code] ?? null,
        },
        column('Number', (row) => row / 4),
        column('Name', (row) => `name ${row}`, true),
      ],
      firstRow: 0,
      endRow: 5_000,
    });
    expect(read.cells['A1']?.v).toBe('Third');
    expect([read.cells['A2']?.v, read.cells['A3'], read.cells['A4']]).toEqual([
      'zero',
      expect.objectContaining({ t: 's', v: '=1+1' }),
      undefined,
    ]);
    for (const row of [0, 1, 2_047, 2_048, 4_999]) {
      expect(read.cells[`B${row + 2}`]).toMatchObject({ t: 'n', v: row / 4 });
      expect(read.cells[`C${row + 2}`]).toMatchObject({ t: 's', v: `name ${row}` });
    }
    expect(read.cells['C5002']).toBeUndefined();
    expect(read.filterRange).toBe('A1:C5001');
    expect(shares).toHaveLength(3);
  });

  it('takes part of the rows, and names columns beyond Z', async () => {
    const columns = Array.from({ length: 28 }, (_, index) => column(`h${index}`, (row) => row * 100 + index));
    const { read } = await writeAndRead({ name: 'Part', columns, firstRow: 10, endRow: 12 });
    expect([read.cells['A2']?.v, read.cells['AB2']?.v, read.cells['AB3']?.v]).toEqual([1_000, 1_027, 1_127]);
    expect(read.cells['A4']).toBeUndefined();
  });

  it('writes what XML would take for its own, and leaves out what it forbids', async () => {
    const texts = ['a & b < c > "d"', 'Zürich 網 🙂', 'bell\u0007gone', '  spaces  '];
    const { read } = await writeAndRead({
      name: 'Text',
      columns: [column('Text', (row) => texts[row] ?? null)],
      firstRow: 0,
      endRow: texts.length,
    });
    expect([2, 3, 4].map((row) => read.cells[`A${row}`]?.v)).toEqual(['a & b < c > "d"', 'Zürich 網 🙂', 'bellgone']);
  });

  it('may be empty', async () => {
    const { read } = await writeAndRead({ name: 'None', columns: [column('A', () => 1)], firstRow: 0, endRow: 0 });
    expect([read.cells['A1']?.v, read.cells['A2']]).toEqual(['A', undefined]);
  });
});

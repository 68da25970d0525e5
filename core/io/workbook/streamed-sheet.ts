/**
 * Sheets too long to be held as cells. The writer of the workbook makes the sheet with its header alone; the rows are then put
 * in as XML, some thousands at a time, while what is done is already being packed.
 */
import { rangeRef, type WriteSheet } from 'hucre/xlsx';
import { assert } from '../../base/assert.ts';
import { type ByteTools, collectBytes, inflate } from '../byte-tools.ts';
import { addToCrc32 } from '../crc32.ts';
import type { ZipEntry } from '../zip.ts';
import { createTableSheet } from './table-sheet.ts';

/** A row of Excel is below this number (SpreadsheetML: 1,048,576 rows); what is more goes to a second sheet. */
export const MAX_SHEET_ROWS = 1_000_000;

export interface StreamedColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Equal codes have equal values; small whole numbers. */
  codeOf(row: number): number;
  valueOf(code: number): string | number | null;
  /** Every row has a value of its own: nothing is gained by remembering them. */
  readonly isUnique?: boolean;
}

export interface StreamedSheet {
  readonly name: string;
  readonly columns: readonly StreamedColumn[];
  /** The first and the one after the last. */
  readonly firstRow: number;
  readonly endRow: number;
}

/** The sheet with its header only. */
export function createHeaderSheet({ name, columns, firstRow, endRow }: StreamedSheet): WriteSheet {
  const sheet = createTableSheet(name, [{ columns, rows: [], totals: [] }]);
  const cells = new Map([...(sheet.cells ?? [])].filter(([place]) => place.startsWith('0,')));
  const rowCount = Math.max(1, endRow - firstRow);
  return { ...sheet, cells, autoFilter: { range: rangeRef(0, 0, rowCount, columns.length - 1) } };
}

/** Rows turned to bytes at once: some hundred kilobytes. */
const ROWS_AT_ONCE = 2_048;

/** Puts the rows into the part of the workbook that holds the sheet with its header. Gives the share that is done. */
export async function* fillSheet(
  entry: ZipEntry,
  sheet: StreamedSheet,
  tools: ByteTools,
): AsyncGenerator<number, ZipEntry> {
  const [packed] = entry.packed;
  assert(packed, 'the sheet has no part');
  const xml = tools.decode(entry.method === 0 ? packed : await inflate(packed, tools));
  const cut = xml.indexOf('</sheetData>');
  assert(cut >= 0, 'the sheet has no rows to follow');
  const transform = tools.deflate();
  const collected = collectBytes(transform);
  const writer = transform.writable.getWriter();
  let crc = 0;
  let size = 0;
  const write = async (text: string): Promise<void> => {
    const bytes = tools.encode(text);
    crc = addToCrc32(crc, bytes);
    size += bytes.length;
    await writer.write(bytes);
  };
  await write(xml.slice(0, cut).replace(/<dimension [^>]*\/>/, ''));
  const cells = sheet.columns.map((column, index) => createCellWriter(column, nameColumn(index)));
  for (let row = sheet.firstRow; row < sheet.endRow; row += ROWS_AT_ONCE) {
    await write(writeRows(cells, row, Math.min(row + ROWS_AT_ONCE, sheet.endRow), sheet.firstRow));
    yield (row - sheet.firstRow) / (sheet.endRow - sheet.firstRow);
  }
  await write(xml.slice(cut));
  await writer.close();
  return { name: entry.name, method: 8, crc, size, packed: await collected };
}

type CellWriter = (row: number, rowNumber: number) => string;

function writeRows(cells: readonly CellWriter[], first: number, end: number, sheetFirst: number): string {
  let xml = '';
  for (let row = first; row < end; row += 1) {
    // Below the header, and counted from 1.
    const rowNumber = row - sheetFirst + 2;
    xml += `<row r="${rowNumber}">`;
    for (const write of cells) xml += write(row, rowNumber);
    xml += '</row>';
  }
  return xml;
}

/** Text is written in place (`str`): the table of shared texts is closed before these rows are made. */
function createCellWriter(column: StreamedColumn, letters: string): CellWriter {
  const known: (string | undefined)[] = [];
  const write = (code: number): string => {
    const value = column.valueOf(code);
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `"><v>${value}</v></c>`;
    return `" t="str"><v>${escapeXml(value)}</v></c>`;
  };
  return (row, rowNumber) => {
    const code = column.codeOf(row);
    let rest: string | undefined;
    if (column.isUnique) rest = write(code);
    else {
      rest = known[code];
      if (rest === undefined) {
        rest = write(code);
        known[code] = rest;
      }
    }
    return rest === '' ? '' : `<c r="${letters}${rowNumber}${rest}`;
  };
}

/** Control characters have no place in XML 1.0. */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
const SPECIAL = /[&<>]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(SPECIAL, (letter) => entities[letter] as string);
}

function nameColumn(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : nameColumn(Math.floor(index / 26) - 1) + last;
}

/**
 * Lays tables on a sheet: bold header, typed rows, totals as formulas. The first table starts in row 1 and gets
 * the frozen header and the filter; later ones follow below it.
 */
import { type Cell, rangeRef, type WriteSheet } from 'hucre/xlsx';
import {
  type CellInput,
  createCell,
  createTextCell,
  createTotalCell,
  createTotalLabel,
  headerStyle,
  type NumberFormat,
} from './cells.ts';

export interface TableColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly format?: NumberFormat;
}

/** A row under the data that adds up columns. */
export interface TableTotal {
  readonly label: string;
  /** Column index -> the figure the formula gives now; null = nothing of it is known. */
  readonly values: ReadonlyMap<number, number | null>;
  /** `shown`: adds the rows the filter shows; `key`: those whose first column is the text; `none`: a figure, not a sum. */
  readonly adds:
    | { readonly kind: 'shown' }
    | { readonly kind: 'none' }
    | { readonly kind: 'key'; readonly key: string };
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellInput[])[];
  readonly totals: readonly TableTotal[];
}

interface DataRange {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export function createTableSheet(name: string, tables: readonly Table[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const widths: number[] = [];
  let nextRow = 0;
  let filterRange = '';
  for (const table of tables) {
    const range = placeRows(cells, table, nextRow);
    if (nextRow === 0) filterRange = rangeRef(0, 0, range.lastRow, table.columns.length - 1);
    nextRow = placeTotals(cells, table, range) + 1;
    table.columns.forEach((column, index) => {
      widths[index] = Math.max(widths[index] ?? 0, column.width);
    });
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: filterRange },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

/** An empty table gets one row that says so: a sum needs a range that is not its own cell. */
function placeRows(cells: Map<string, Partial<Cell>>, table: Table, headerRow: number): DataRange {
  const rows = table.rows.length > 0 ? table.rows : [['none']];
  const firstRow = headerRow + 1;
  table.columns.forEach((column, index) => {
    cells.set(`${headerRow},${index}`, createTextCell(column.header, headerStyle));
  });
  rows.forEach((row, offset) => {
    row.forEach((input, index) => {
      const cell = createCell(input, table.columns[index]?.format ?? 'plain');
      if (cell) cells.set(`${firstRow + offset},${index}`, cell);
    });
  });
  return { headerRow, firstRow, lastRow: firstRow + rows.length - 1 };
}

/** Returns the first free row below. */
function placeTotals(cells: Map<string, Partial<Cell>>, table: Table, range: DataRange): number {
  let row = range.lastRow + 1;
  for (const total of table.totals) {
    cells.set(`${row},0`, createTotalLabel(total.label));
    for (const [column, value] of total.values) {
      const format = table.columns[column]?.format ?? 'plain';
      cells.set(`${row},${column}`, createTotalCell(writeSum(total, column, range), value, format));
    }
    row += 1;
  }
  return row;
}

/** The sum of the rows shown follows the filter (SUBTOTAL 9). Text such as 'unknown' adds nothing. */
function writeSum({ adds }: TableTotal, column: number, range: DataRange): string | null {
  const data = rangeRef(range.firstRow, column, range.lastRow, column);
  if (adds.kind === 'none') return null;
  if (adds.kind === 'shown') return `SUBTOTAL(9,${data})`;
  return `SUMIF(${rangeRef(range.firstRow, 0, range.lastRow, 0)},"${adds.key}",${data})`;
}

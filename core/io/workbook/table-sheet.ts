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
  headerStyle,
  type NumberFormat,
  totalStyle,
  wrapStyle,
} from './cells.ts';
import { estimateRowHeightPt } from './row-height.ts';

export interface TableColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly format?: NumberFormat;
  /** Long text runs over several lines instead of over its neighbours. */
  readonly wraps?: true;
}

/** A row under the data that adds up columns. */
export interface TableTotal {
  readonly label: string;
  /** Column index -> the figure the formula gives now; null = nothing of it is known. */
  readonly values: ReadonlyMap<number, number | null>;
  /** `shown`: adds the rows the filter shows; `key`: those whose first column is the text. */
  readonly adds: { readonly kind: 'shown' } | { readonly kind: 'key'; readonly key: string };
  /** What the sums leave out; stands in the last column. */
  readonly gap?: string | undefined;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellInput[])[];
  readonly totals: readonly TableTotal[];
}

interface Placement {
  readonly cells: Map<string, Partial<Cell>>;
  readonly heightsPt: Map<number, number>;
}

interface DataRange {
  readonly firstRow: number;
  readonly lastRow: number;
}

export function createTableSheet(name: string, tables: readonly Table[]): WriteSheet {
  const placement: Placement = { cells: new Map(), heightsPt: new Map() };
  const widths: number[] = [];
  let nextRow = 0;
  let filterRange = '';
  for (const table of tables) {
    const range = placeRows(placement, table, nextRow);
    if (nextRow === 0) filterRange = rangeRef(0, 0, range.lastRow, table.columns.length - 1);
    nextRow = placeTotals(placement, table, range) + 1;
    table.columns.forEach((column, index) => {
      widths[index] = Math.max(widths[index] ?? 0, column.width);
    });
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells: placement.cells,
    rowDefs: new Map([...placement.heightsPt].map(([row, height]) => [row, { height }])),
    freezePane: { rows: 1 },
    autoFilter: { range: filterRange },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

/** An empty table gets one row that says so: a sum needs a range that is not its own cell. */
function placeRows(placement: Placement, table: Table, headerRow: number): DataRange {
  const rows = table.rows.length > 0 ? table.rows : [['none']];
  const firstRow = headerRow + 1;
  table.columns.forEach((column, index) => {
    placeText(placement, headerRow, index, createTextCell(column.header, headerStyle), column.header, column.width);
  });
  rows.forEach((row, offset) => {
    row.forEach((input, index) => placeInput(placement, firstRow + offset, index, input, table.columns[index]));
  });
  return { firstRow, lastRow: firstRow + rows.length - 1 };
}

function placeInput(placement: Placement, row: number, index: number, input: CellInput, column?: TableColumn): void {
  if (column?.wraps && typeof input === 'string' && input !== '') {
    placeText(placement, row, index, createTextCell(input, wrapStyle), input, column.width);
    return;
  }
  const cell = createCell(input, column?.format ?? 'plain');
  if (cell) placement.cells.set(`${row},${index}`, cell);
}

function placeText(
  placement: Placement,
  row: number,
  index: number,
  cell: Partial<Cell>,
  text: string,
  width: number,
): void {
  placement.cells.set(`${row},${index}`, cell);
  const heightPt = estimateRowHeightPt(text, width - 1);
  placement.heightsPt.set(row, Math.max(heightPt, placement.heightsPt.get(row) ?? 0));
}

/** Returns the first free row below. */
function placeTotals(placement: Placement, table: Table, range: DataRange): number {
  let row = range.lastRow + 1;
  for (const total of table.totals) {
    const label = total.gap === undefined ? total.label : `${total.label} (partial)`;
    placement.cells.set(`${row},0`, createTextCell(label, totalStyle));
    for (const [column, value] of total.values) {
      const format = table.columns[column]?.format ?? 'plain';
      placement.cells.set(`${row},${column}`, createTotalCell(writeSum(total, column, range), value, format));
    }
    placeInput(placement, row, table.columns.length - 1, total.gap, table.columns.at(-1));
    row += 1;
  }
  return row;
}

/** The sum of the rows shown follows the filter (SUBTOTAL 9). Text such as 'unknown' adds nothing. */
function writeSum({ adds }: TableTotal, column: number, range: DataRange): string {
  const data = rangeRef(range.firstRow, column, range.lastRow, column);
  if (adds.kind === 'shown') return `SUBTOTAL(9,${data})`;
  return `SUMIF(${rangeRef(range.firstRow, 0, range.lastRow, 0)},"${adds.key}",${data})`;
}

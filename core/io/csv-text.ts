/** Tables as CSV and as text for the clipboard, safe to open in a spreadsheet. */
import Papa from 'papaparse';

type Cell = string | number | null;

/** Text that a spreadsheet would run as a formula, or take for one after an import, gets an apostrophe in front. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const BEYOND_ASCII = /[^\0-\x7F]/;

/** One row, quoted and guarded, without a line end. */
export function formatCsvFields(fields: readonly Cell[]): string {
  return Papa.unparse([[...fields]], { escapeFormulae: FORMULA_START });
}

/**
 * Rows joined with CRLF. Begins with a byte order mark when it holds more than ASCII: without one, Excel misreads names such
 * as 'Zürich'.
 */
export function joinCsvLines(lines: readonly string[]): string {
  const text = `${lines.join('\r\n')}\r\n`;
  return BEYOND_ASCII.test(text) ? `\uFEFF${text}` : text;
}

/** A whole table. Numbers stay plain numbers; null is an empty field. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return joinCsvLines([formatCsvFields(headers), ...rows.map(formatCsvFields)]);
}

/** The same for the clipboard: tabs between fields, which spreadsheets paste as cells. */
export function writeTsv(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return Papa.unparse([[...headers], ...rows.map((row) => [...row])], {
    delimiter: '\t',
    newline: '\n',
    escapeFormulae: FORMULA_START,
  });
}

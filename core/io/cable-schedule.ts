/** The cable schedule as CSV, for those who label and pull cables: one row for each cable from A to Z. */
import type { Netlist } from '../netlist/netlist.ts';
import { formatCsvFields, joinCsvLines } from './csv-text.ts';
import type { ExportProgress } from './export-progress.ts';
import type { ScheduleColumn } from './schedule-columns.ts';
import { createScheduleReader } from './schedule-rows.ts';
import { listTableColumns } from './schedule-table.ts';

/** Some ten milliseconds of work. */
const ROWS_AT_ONCE = 8_192;

/**
 * The schedule as CSV with a header row and CRLF line ends, in steps. Fields that are not known or do not apply are empty.
 */
export function* writeCableSchedule(netlist: Netlist): Generator<ExportProgress, string> {
  const reader = createScheduleReader(netlist);
  const columns = listTableColumns(reader).map(({ column }) => column);
  const fields = columns.map(createField);
  const pieces = [formatCsvFields(columns.map(({ header }) => header))];
  for (let row = 0; row < reader.rowCount; row += ROWS_AT_ONCE) {
    yield { step: 'cable schedule', share: row / reader.rowCount };
    pieces.push(writeLines(fields, row, Math.min(row + ROWS_AT_ONCE, reader.rowCount)));
  }
  return joinCsvLines(pieces);
}

/** One text for many rows: lines of their own would be held as the hundred scraps they are put together from. */
function writeLines(fields: readonly Field[], first: number, end: number): string {
  const lines: string[] = [];
  for (let row = first; row < end; row += 1) {
    let line = '';
    for (let at = 0; at < fields.length; at += 1) line += (at > 0 ? ',' : '') + (fields[at] as Field)(row);
    lines.push(line);
  }
  return lines.join('\r\n');
}

type Field = (row: number) => string;

/** Values are quoted once: doing so row by row, 300,000 rows took twice as long. */
function createField(column: ScheduleColumn): Field {
  const format = (code: number): string => formatCsvFields([column.valueOf(code)]);
  if (column.key === 'label') return (row) => format(column.codeOf(row));
  const known: (string | undefined)[] = [];
  return (row) => {
    const code = column.codeOf(row);
    known[code] ??= format(code);
    return known[code];
  };
}

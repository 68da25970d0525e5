/** Rows of the schedule as text, for the columns on screen: to the clipboard as spreadsheets paste it, or to a file. */
import { writeCsv, writeTsv } from '#core/io/csv-text.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { exportFile } from '../../store/file-export.ts';
import { showNotice } from '../../store/notice-store.ts';
import { readSchedule } from '../../store/report-store.ts';
import { countRows, type RowRange } from '../../store/row-ranges.ts';
import { scheduleStore } from '../../store/schedule-store.ts';
import { formatCount } from '../../ui/format.ts';
import type { ScheduleColumnView } from './schedule-columns.ts';

/** More than a spreadsheet pastes in one go without a long wait. */
const MAX_COPIED_ROWS = 100_000;
/** Rows fetched at once. */
const CHUNK_ROWS = 4_096;

type Columns = readonly ScheduleColumnView[];
type Cells = (string | number | null)[];

async function* fetchRows(ranges: readonly RowRange[]): AsyncGenerator<readonly ScheduleRow[]> {
  const { query } = scheduleStore.getState();
  for (const { first, end } of ranges) {
    for (let at = first; at < end; at += CHUNK_ROWS) {
      yield (await readSchedule(query, at, Math.min(CHUNK_ROWS, end - at))).rows;
    }
  }
}

async function listCells(ranges: readonly RowRange[], columns: Columns): Promise<Cells[]> {
  const cells: Cells[] = [];
  for await (const rows of fetchRows(ranges)) {
    for (const row of rows) cells.push(columns.map((column) => column.value(row)));
  }
  return cells;
}

const listTitles = (columns: Columns): string[] => columns.map((column) => column.title);

/** The chosen rows; all that the filters leave when none is chosen. */
function findRanges(): readonly RowRange[] {
  const { chosen, rowCount } = scheduleStore.getState();
  return chosen.length > 0 ? chosen : [{ first: 0, end: rowCount ?? 0 }];
}

export async function copyRows(columns: Columns): Promise<void> {
  const ranges = findRanges();
  if (countRows(ranges) > MAX_COPIED_ROWS) {
    const limit = formatCount(MAX_COPIED_ROWS, 'row');
    showNotice('warning', `At most ${limit} can be copied at once; export the schedule as a file instead.`);
    return;
  }
  try {
    const cells = await listCells(ranges, columns);
    await navigator.clipboard.writeText(writeTsv(listTitles(columns), cells));
    showNotice('success', `Copied ${formatCount(cells.length, 'row')}`);
  } catch {
    showNotice('warning', 'The browser did not allow copying; export the schedule as a file instead.');
  }
}

const writers = { csv: writeCsv, tsv: writeTsv } as const;

/** A file of the chosen rows, or of all that the filters leave, as they are sorted. */
export function exportRows(kind: keyof typeof writers, columns: Columns): Promise<void> {
  return exportFile(kind, ' cables', async () => {
    const cells = await listCells(findRanges(), columns);
    return new TextEncoder().encode(writers[kind](listTitles(columns), cells));
  });
}

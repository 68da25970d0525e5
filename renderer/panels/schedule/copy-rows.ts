/** Rows of the schedule as tab-separated text, as spreadsheets paste it, for the columns on screen. */
import { writeTsv } from '#core/io/csv-text.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
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

async function fetchRows(ranges: readonly RowRange[]): Promise<ScheduleRow[]> {
  const { query } = scheduleStore.getState();
  const rows: ScheduleRow[] = [];
  for (const { first, end } of ranges) {
    for (let at = first; at < end; at += CHUNK_ROWS) {
      const answer = await readSchedule(query, at, Math.min(CHUNK_ROWS, end - at));
      rows.push(...answer.rows);
    }
  }
  return rows;
}

/** The chosen rows; all that the filters leave when none is chosen. */
export async function copyChosen(columns: readonly ScheduleColumnView[]): Promise<void> {
  const { chosen, rowCount } = scheduleStore.getState();
  const ranges = chosen.length > 0 ? chosen : [{ first: 0, end: rowCount ?? 0 }];
  if (countRows(ranges) > MAX_COPIED_ROWS) {
    const limit = formatCount(MAX_COPIED_ROWS, 'row');
    showNotice('warning', `At most ${limit} can be copied at once; export the schedule as CSV instead.`);
    return;
  }
  try {
    const rows = await fetchRows(ranges);
    const text = writeTsv(
      columns.map((column) => column.title),
      rows.map((row) => columns.map((column) => column.value(row))),
    );
    await navigator.clipboard.writeText(text);
    showNotice('success', `Copied ${formatCount(rows.length, 'row')}`);
  } catch {
    showNotice('warning', 'The browser did not allow copying; export the schedule as CSV instead.');
  }
}

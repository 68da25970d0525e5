/** Tables to the clipboard as tab-separated text, which spreadsheets paste as cells. */
import { writeTsv } from '#core/io/csv-text.ts';
import { showNotice } from '../../store/notice-store.ts';
import { formatNumber } from '../../ui/format.ts';

export async function copyTable(
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  try {
    await navigator.clipboard.writeText(writeTsv(headers, rows));
    showNotice('success', `Copied ${formatNumber(rows.length)} rows`);
  } catch {
    showNotice('warning', 'The browser did not allow copying; export the table as CSV instead.');
  }
}

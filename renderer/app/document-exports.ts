/** Files made from the report (the workbook, the cable schedule) and those that panels make. */
import type { ExportKind } from '#core/io/host.ts';
import { design } from '../store/design-store.ts';
import { tell } from '../store/dialog-store.ts';
import { writeFile } from '../store/export-store.ts';
import { showNotice } from '../store/notice-store.ts';
import { suggestFileName } from './document-files.ts';
import { host } from './host-binding.ts';

/** `suffix` follows the design's name in the suggested file name. Nothing is written where `create` gives null. */
export async function exportBytes(
  kind: ExportKind,
  suffix: string,
  create: () => Promise<Uint8Array | null>,
): Promise<void> {
  const { name } = design();
  let bytes: Uint8Array | null;
  try {
    bytes = await create();
  } catch (fault) {
    const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    showNotice('error', 'Something broke while exporting; your design is safe.', details);
    return;
  }
  if (bytes === null) return;
  const result = await host().exportFile(suggestFileName(`${name}${suffix}`, kind), kind, bytes);
  if (result.ok) showNotice('success', `Exported ${result.value.name}`);
  else if (result.error.reason !== 'cancelled') await tell('The export was not written', result.error.message);
}

export function exportWorkbookFile(): Promise<void> {
  return exportBytes('xlsx', '', () => writeFile('workbook'));
}

export function exportCablesFile(): Promise<void> {
  return exportBytes('csv', ' cables', () => writeFile('cable-schedule'));
}

/**
 * The workbook for procurement and review: Summary, BOM, Cost, Cables, Ports, Power, Feeds and cooling, the BOM by fabric, rack
 * and phase, and the cable schedule. Every figure is the report's; the sheets only lay them out, and their totals are formulas that carry the
 * report's value.
 */
import { writeXlsx } from 'hucre/xlsx';
import type { BomBy, BomSection } from '../analysis/bom-report.ts';
import type { Report } from '../analysis/report.ts';
import type { Netlist } from '../netlist/netlist.ts';
import type { ByteTools } from './byte-tools.ts';
import type { ExportProgress } from './export-progress.ts';
import { createScheduleReader } from './schedule-rows.ts';
import { listTableColumns } from './schedule-table.ts';
import { createBomSheet } from './workbook/bom-sheet.ts';
import { createCablesSheet } from './workbook/cables-sheet.ts';
import { createCostSheet } from './workbook/cost-sheet.ts';
import { createFacilitySheet } from './workbook/facility-sheet.ts';
import { createPortsSheet } from './workbook/ports-sheet.ts';
import { createPowerSheet } from './workbook/power-sheet.ts';
import { createSectionSheet } from './workbook/section-sheet.ts';
import { createHeaderSheet, fillSheet, MAX_SHEET_ROWS, type StreamedSheet } from './workbook/streamed-sheet.ts';
import { createSummarySheet } from './workbook/summary-sheet.ts';
import { readZip, writeZip, type ZipEntry } from './zip.ts';

/** The writer would stamp the present moment; a fixed one keeps equal designs equal to the byte. */
// oxlint-disable-next-line no-restricted-globals -- a constant, not the clock
const FILE_DATE = new Date(Date.UTC(2000, 0, 1));

export interface WorkbookInput {
  readonly report: Report;
  readonly netlist: Netlist;
  /** The report's bill of materials, taken apart. */
  readonly sections: Readonly<Record<BomBy, readonly BomSection[]>>;
}

/** The bytes of an .xlsx file, in steps. Equal input gives equal bytes. */
export async function* writeWorkbook(
  { report, netlist, sections }: WorkbookInput,
  tools: ByteTools,
): AsyncGenerator<ExportProgress, Uint8Array<ArrayBuffer>> {
  yield { step: 'parts and figures', share: 0 };
  const sheets = [
    createSummarySheet(report, netlist),
    createBomSheet(report, netlist),
    createCostSheet(report.cost),
    createCablesSheet(report, netlist),
    createPortsSheet(report),
    createPowerSheet(report),
    createFacilitySheet(report.facility),
  ];
  const streamed = [
    ...(['fabric', 'rack', 'phase'] as const).map((by) => createSectionSheet(report, sections[by], by)),
    ...createScheduleSheets(netlist),
  ];
  const bytes = await writeXlsx({
    sheets: [...sheets, ...streamed.map(createHeaderSheet)],
    properties: { title: report.designName, creator: 'Weft', created: FILE_DATE, modified: FILE_DATE },
  });
  const entries = readZip(bytes);
  yield* fillSheets(entries, streamed, sheets.length, tools);
  return writeZip(entries);
}

/** Replaces the parts of the streamed sheets, which follow the first `before` sheets. */
async function* fillSheets(
  entries: ZipEntry[],
  sheets: readonly StreamedSheet[],
  before: number,
  tools: ByteTools,
): AsyncGenerator<ExportProgress, void> {
  const rowCount = sheets.reduce((sum, { firstRow, endRow }) => sum + endRow - firstRow, 0);
  let done = 0;
  for (const [index, sheet] of sheets.entries()) {
    const part = `xl/worksheets/sheet${before + index + 1}.xml`;
    const at = entries.findIndex(({ name }) => tools.decode(name) === part);
    const steps = fillSheet(entries[at] as ZipEntry, sheet, tools);
    const rows = sheet.endRow - sheet.firstRow;
    for (let step = await steps.next(); ; step = await steps.next()) {
      if (step.done) {
        entries[at] = step.value;
        break;
      }
      yield { step: sheet.name.toLowerCase(), share: (done + step.value * rows) / Math.max(1, rowCount) };
    }
    done += rows;
  }
}

function createScheduleSheets(netlist: Netlist): StreamedSheet[] {
  const reader = createScheduleReader(netlist);
  const columns = listTableColumns(reader).map(({ column, width }) => ({
    header: column.header,
    width,
    isUnique: column.key === 'label',
    codeOf: (row: number) => column.codeOf(row),
    valueOf: (code: number) => column.valueOf(code),
  }));
  const sheetCount = Math.max(1, Math.ceil(reader.rowCount / MAX_SHEET_ROWS));
  return Array.from({ length: sheetCount }, (_, index) => ({
    name: index === 0 ? 'Cable schedule' : `Cable schedule ${index + 1}`,
    columns,
    firstRow: index * MAX_SHEET_ROWS,
    endRow: Math.min(reader.rowCount, (index + 1) * MAX_SHEET_ROWS),
  }));
}

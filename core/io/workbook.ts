/**
 * The workbook for procurement and review: Summary, BOM, Cables, Ports, Power. Every figure is the report's;
 * the sheets only lay them out, and their totals are formulas that carry the report's value.
 */
import { writeXlsx } from 'hucre/xlsx';
import type { Report } from '../analysis/report.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { createBomSheet } from './workbook/bom-sheet.ts';
import { createCablesSheet } from './workbook/cables-sheet.ts';
import { createPortsSheet } from './workbook/ports-sheet.ts';
import { createPowerSheet } from './workbook/power-sheet.ts';
import { createSummarySheet } from './workbook/summary-sheet.ts';

/** The writer would stamp the present moment; a fixed one keeps equal designs equal to the byte. */
// oxlint-disable-next-line no-restricted-globals -- a constant, not the clock
const FILE_DATE = new Date(Date.UTC(2000, 0, 1));

/** The bytes of an .xlsx file. Equal input gives equal bytes. */
export function writeWorkbook(report: Report, netlist: Netlist): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      createSummarySheet(report, netlist),
      createBomSheet(report, netlist),
      createCablesSheet(report, netlist),
      createPortsSheet(report),
      createPowerSheet(report),
    ],
    properties: { title: report.designName, creator: 'Weft', created: FILE_DATE, modified: FILE_DATE },
  });
}

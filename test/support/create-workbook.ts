/** The whole workbook of a report, as the window and the command line write it. */
import { computeBomBy } from '#core/analysis/bom-by.ts';
import type { Report } from '#core/analysis/report.ts';
import { finishExport } from '#core/io/export-progress.ts';
import { writeWorkbook } from '#core/io/workbook.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { nodeBytes } from '../../electron/cli/node-bytes.ts';

export function createWorkbook(netlist: Netlist, report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const sections = {
    fabric: computeBomBy(netlist, report.bom, 'fabric'),
    rack: computeBomBy(netlist, report.bom, 'rack'),
    phase: computeBomBy(netlist, report.bom, 'phase'),
  };
  return finishExport(writeWorkbook({ report, netlist, sections }, nodeBytes));
}

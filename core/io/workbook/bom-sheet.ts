/** The BOM sheet: what is bought, by part and bought length, with a total for each category. Spares come on top of the quantity. */
import type { WriteSheet } from 'hucre/xlsx';
import type { BomCategory, BomLine } from '../../analysis/bom-report.ts';
import type { Report } from '../../analysis/report.ts';
import type { Part } from '../../catalog/part.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { CellInput } from './cells.ts';
import { describeMediumGap } from './medium-gap.ts';
import { createTableSheet, type TableColumn, type TableTotal } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Category', width: 13 },
  { header: 'Manufacturer', width: 20 },
  { header: 'Model', width: 38, wraps: true },
  { header: 'Part number', width: 24, wraps: true },
  { header: 'Length (m)', width: 11 },
  { header: 'Quantity', width: 11, format: 'count' },
  { header: 'Spares', width: 9, format: 'count' },
  { header: 'Used in', width: 48, wraps: true },
  { header: 'Status', width: 14 },
  { header: 'Source of data', width: 22, wraps: true },
  { header: 'Data as of', width: 12 },
  { header: 'Note', width: 52, wraps: true },
];
const QUANTITY_COLUMN = 5;
const SPARES_COLUMN = 6;

const categories: readonly BomCategory[] = ['server', 'switch', 'nic', 'transceiver', 'cable', 'rack', 'pdu'];

export function createBomSheet(report: Report, netlist: Netlist): WriteSheet {
  const parts = collectParts(netlist);
  const rows = report.bom.map((line) => createRow(line, line.partId === null ? undefined : parts.get(line.partId)));
  return createTableSheet('BOM', [{ columns, rows, totals: createTotals(report) }]);
}

function createRow(line: BomLine, part: Part | undefined): CellInput[] {
  return [
    line.category,
    line.manufacturer,
    line.model,
    line.partNumber,
    line.category === 'cable' ? line.lengthM : undefined,
    line.quantity,
    line.spares,
    line.usedIn.join(', '),
    part ? part.status.replaceAll('_', ' ') : null,
    part ? [...new Set(part.sources.map((source) => source.confidence))].join(', ') : null,
    part ? part.asOf : null,
    describeLine(line, part),
  ];
}

/** What the status of a part means to a buyer; shipping parts need no word. */
const statusNotes: Partial<Record<Part['status'], string>> = {
  legacy: 'legacy product, ask for what is left',
  end_of_sale: 'end of sale, ask for what is left or a successor',
  announced: 'announced, not shipping yet',
  reference: 'stands for a product still to be chosen',
};

/** What a buyer still has to settle before the line can be ordered. */
function describeLine(line: BomLine, part: Part | undefined): string | undefined {
  if (line.partId === null) return 'part not chosen or not in the catalog';
  const notes: string[] = [];
  const status = part && statusNotes[part.status];
  if (status) notes.push(status);
  if (line.partNumber === null) notes.push('part number not known, ask the vendor');
  // The catalog lists the variants of one product together, e.g. both airflow directions of a switch.
  else if (/; | \/ /.test(line.partNumber)) notes.push('several part numbers, choose the variant');
  if (part?.kind === 'cable' && !part.lengths.some((length) => length.lengthM === line.lengthM)) {
    notes.push('length is the planned run, the lengths it is sold in are not known');
  }
  return notes.length > 0 ? notes.join('; ') : undefined;
}

function createTotals(report: Report): TableTotal[] {
  const totals: TableTotal[] = [];
  let quantity = 0;
  for (const category of categories) {
    const lines = report.bom.filter((line) => line.category === category);
    if (lines.length === 0) continue;
    const sum = totalOf(report, category) ?? addQuantities(lines);
    quantity += sum;
    totals.push({
      label: `Total ${category}`,
      values: createTotalValues(sum, lines),
      adds: { kind: 'key', key: category },
      gap: category === 'transceiver' ? describeMediumGap(report) : undefined,
    });
  }
  totals.push({
    label: 'Total of rows shown',
    values: createTotalValues(quantity, report.bom),
    adds: { kind: 'shown' },
  });
  return totals;
}

function createTotalValues(quantity: number, lines: readonly BomLine[]): TableTotal['values'] {
  const spares = lines.reduce((sum, line) => sum + line.spares, 0);
  return new Map([
    [QUANTITY_COLUMN, quantity],
    [SPARES_COLUMN, spares],
  ]);
}

/** The report's own count of a category, where it has one. */
function totalOf(report: Report, category: BomCategory): number | undefined {
  if (category === 'transceiver') return report.totals.transceiverCount;
  if (category === 'cable') return report.totals.cableCount;
  if (category === 'rack') return report.totals.rackCount;
  return undefined;
}

function addQuantities(lines: readonly BomLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** The parts the netlist knows in full. */
function collectParts(netlist: Netlist): Map<string, Part> {
  const parts = new Map<string, Part>();
  const add = (part: Part | undefined): void => {
    if (part) parts.set(part.id, part);
  };
  for (const group of netlist.groups) {
    add(group.part);
    for (const adapter of group.adapters) add(adapter.part);
  }
  for (const part of netlist.transceiverParts) add(part);
  for (const { medium } of netlist.links) if (medium.kind !== 'unresolved') add(medium.cable);
  for (const rackGroup of netlist.rackGroups) {
    add(rackGroup.part);
    for (const pdu of rackGroup.pdus) add(pdu.part);
  }
  return parts;
}

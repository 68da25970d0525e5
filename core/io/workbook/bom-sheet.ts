/**
 * The BOM sheet: what is bought, by part and bought length, with a total for each category. Spares come on top of the quantity.
 * Prices have a low and a high end, equal where the price is one figure; what has none says so, and its totals are partial.
 */
import type { WriteSheet } from 'hucre/xlsx';
import type { BomCategory, BomLine, PriceRange, PriceSum } from '../../analysis/bom-report.ts';
import type { Report } from '../../analysis/report.ts';
import type { Part } from '../../catalog/part.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { CellInput } from './cells.ts';
import { describeMediumGap } from './medium-gap.ts';
import { describePriceGap, readPriceEnd } from './price-cells.ts';
import { createTableSheet, type TableColumn, type TableTotal } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Category', width: 14 },
  { header: 'Manufacturer', width: 20 },
  { header: 'Model', width: 38, wraps: true },
  { header: 'Part number', width: 24, wraps: true },
  { header: 'Length (m)', width: 11 },
  { header: 'Quantity', width: 11, format: 'count' },
  { header: 'Spares', width: 9, format: 'count' },
  { header: 'Currency', width: 9 },
  { header: 'Unit price, low', width: 13, format: 'money' },
  { header: 'Unit price, high', width: 13, format: 'money' },
  { header: 'Price of quantity, low', width: 17, format: 'money' },
  { header: 'Price of quantity, high', width: 17, format: 'money' },
  { header: 'Price of spares, low', width: 15, format: 'money' },
  { header: 'Price of spares, high', width: 15, format: 'money' },
  { header: 'Price source', width: 30, wraps: true },
  { header: 'Price date', width: 11 },
  { header: 'Lead time (weeks)', width: 10 },
  { header: 'Used in', width: 48, wraps: true },
  { header: 'Status', width: 14 },
  { header: 'Source of data', width: 22, wraps: true },
  { header: 'Data as of', width: 12 },
  { header: 'Note', width: 52, wraps: true },
];
const QUANTITY_COLUMN = 5;
const SPARES_COLUMN = 6;
const EXTENDED_LOW_COLUMN = 10;
const EXTENDED_HIGH_COLUMN = 11;
const SPARES_LOW_COLUMN = 12;
const SPARES_HIGH_COLUMN = 13;

export function createBomSheet(report: Report, netlist: Netlist): WriteSheet {
  const parts = collectParts(netlist);
  const rows = report.bom.map((line) => createRow(line, line.partId === null ? undefined : parts.get(line.partId)));
  return createTableSheet('BOM', [{ columns, rows, totals: createTotals(report) }]);
}

function createRow(line: BomLine, part: Part | undefined): CellInput[] {
  const ends = (price: PriceRange | null): CellInput[] => [price?.low ?? null, price?.high ?? null];
  return [
    line.category,
    line.manufacturer,
    line.model,
    line.partNumber,
    line.category === 'cable' ? line.lengthM : undefined,
    line.quantity,
    line.spares,
    line.currency,
    ...ends(line.unitPrice),
    ...ends(line.extendedPrice),
    ...ends(line.sparesPrice),
    line.priceSource ?? undefined,
    line.priceDate ?? undefined,
    line.leadTimeWeeks ?? undefined,
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
  const notes: string[] = line.note === '' ? [] : [line.note];
  if (line.priceGap !== null && line.statedPrice !== null) notes.push(`price ${line.priceGap}`);
  if (line.partId === null) return [...notes, 'part not chosen or not in the catalog'].join('; ');
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
  for (const { category, quantity: count, spareQuantity, cost, sparesCost } of report.cost.categories) {
    const sum = totalOf(report, category) ?? count;
    quantity += sum;
    totals.push({
      label: `Total ${category}`,
      values: createTotalValues(sum, spareQuantity, cost, sparesCost),
      adds: { kind: 'key', key: category },
      gap: joinGaps([category === 'transceiver' ? describeMediumGap(report) : undefined, describePriceGap(cost)]),
    });
  }
  const { total, spares, categories } = report.cost;
  const spareQuantity = categories.reduce((sum, category) => sum + category.spareQuantity, 0);
  totals.push({
    label: 'Total of rows shown',
    values: createTotalValues(quantity, spareQuantity, total, spares),
    adds: { kind: 'shown' },
    gap: describePriceGap(total),
  });
  return totals;
}

function joinGaps(gaps: readonly (string | undefined)[]): string | undefined {
  const known = gaps.filter((gap) => gap !== undefined);
  return known.length > 0 ? known.join('; ') : undefined;
}

function createTotalValues(
  quantity: number,
  spares: number,
  cost: PriceSum,
  sparesCost: PriceSum,
): TableTotal['values'] {
  return new Map([
    [QUANTITY_COLUMN, quantity],
    [SPARES_COLUMN, spares],
    [EXTENDED_LOW_COLUMN, readPriceEnd(cost, 'low')],
    [EXTENDED_HIGH_COLUMN, readPriceEnd(cost, 'high')],
    [SPARES_LOW_COLUMN, readPriceEnd(sparesCost, 'low')],
    [SPARES_HIGH_COLUMN, readPriceEnd(sparesCost, 'high')],
  ]);
}

/** The report's own count of a category, where it has one. */
function totalOf(report: Report, category: BomCategory): number | undefined {
  if (category === 'transceiver') return report.totals.transceiverCount;
  if (category === 'cable') return report.totals.cableCount;
  if (category === 'rack') return report.totals.rackCount;
  return undefined;
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

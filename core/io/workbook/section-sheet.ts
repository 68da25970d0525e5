/** The bill of materials by fabric, rack or phase: one row for every part in a section, without spares. May be long: streamed. */
import type { BomBy, BomLine, BomSection } from '../../analysis/bom-report.ts';
import type { Report } from '../../analysis/report.ts';
import type { StreamedColumn, StreamedSheet } from './streamed-sheet.ts';

const titles: Record<BomBy, string> = { fabric: 'Fabric', rack: 'Rack', phase: 'Phase' };

export function createSectionSheet({ bom }: Report, sections: readonly BomSection[], by: BomBy): StreamedSheet {
  const rows = listRows(sections);
  const lineOf = (row: number): number => rows.line[row] as number;
  const ofLine = (
    header: string,
    width: number,
    valueOf: (line: BomLine) => string | number | null,
  ): StreamedColumn => ({
    header,
    width,
    codeOf: lineOf,
    valueOf: (line) => valueOf(bom[line] as BomLine),
  });
  const money = (header: string, end: 'low' | 'high'): StreamedColumn => ({
    header,
    width: 17,
    isUnique: true,
    codeOf: (row) => row,
    valueOf: (row) => {
      const { unitPrice } = bom[lineOf(row)] as BomLine;
      return unitPrice === null ? 'unknown' : unitPrice[end] * (rows.quantity[row] as number);
    },
  });
  const columns: StreamedColumn[] = [
    {
      header: titles[by],
      width: 26,
      codeOf: (row) => rows.section[row] as number,
      valueOf: (section) => sections[section]?.name ?? null,
    },
    ofLine('Category', 14, (line) => line.category),
    ofLine('Manufacturer', 20, (line) => line.manufacturer),
    ofLine('Model', 38, (line) => line.model),
    ofLine('Part number', 24, (line) => line.partNumber ?? 'unknown'),
    ofLine('Length (m)', 11, (line) => line.lengthM),
    { header: 'Quantity', width: 11, codeOf: (row) => rows.quantity[row] as number, valueOf: (quantity) => quantity },
    ofLine('Currency', 9, (line) => line.currency),
    ofLine('Unit price, low', 13, (line) => line.unitPrice?.low ?? 'unknown'),
    ofLine('Unit price, high', 13, (line) => line.unitPrice?.high ?? 'unknown'),
    money('Price, low', 'low'),
    money('Price, high', 'high'),
  ];
  return { name: `BOM by ${by}`, columns, firstRow: 0, endRow: rows.line.length };
}

function listRows(sections: readonly BomSection[]): { section: Uint32Array; line: Uint32Array; quantity: Uint32Array } {
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  const rows = { section: new Uint32Array(count), line: new Uint32Array(count), quantity: new Uint32Array(count) };
  let at = 0;
  sections.forEach(({ lines, quantities }, index) => {
    rows.section.fill(index, at, at + lines.length);
    rows.line.set(lines, at);
    rows.quantity.set(quantities, at);
    at += lines.length;
  });
  return rows;
}

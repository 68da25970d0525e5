/** Cells of the workbook: what a value looks like on a sheet. Unknown is written as a word, never as 0. */
import type { Cell, CellStyle } from 'hucre/xlsx';
import type { PartialSum } from '../../analysis/report.ts';

/** How a number is shown; `plain` shows what is there (lengths, speeds). */
export type NumberFormat = 'plain' | 'count' | 'oneDecimal' | 'percent' | 'ratio' | 'money';

export interface FormattedNumber {
  readonly value: number | null;
  readonly format: NumberFormat;
}

/** null = not known; undefined = nothing belongs here. */
export type CellInput = string | number | FormattedNumber | null | undefined;

const UNKNOWN = 'unknown';

const formatCodes: Record<Exclude<NumberFormat, 'plain'>, string> = {
  count: '#,##0',
  oneDecimal: '#,##0.0',
  percent: '0.0%',
  ratio: '0.00":1"',
  money: '#,##0.00',
};

/** A cell of Excel holds 32,767 characters; longer text makes it call the file damaged. */
const MAX_TEXT_LENGTH = 32_000;

/** The writer names no font of its own for styled text, and programs then fall back to different ones. */
const FONT = { name: 'Calibri', size: 11 };

/** The indent keeps a figure off the text of the next column. */
const numberAlignment: NonNullable<CellStyle['alignment']> = { horizontal: 'right', vertical: 'top', indent: 1 };

const textStyle: CellStyle = { alignment: { vertical: 'top' } };
export const wrapStyle: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const unknownStyle: CellStyle = {
  font: { ...FONT, italic: true, color: { rgb: '7F7F7F' } },
  alignment: { vertical: 'top' },
};

export const headerStyle: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: { style: 'thin' } },
};

export const totalStyle: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'top' },
  border: { top: { style: 'thin' } },
};

/** The cell for a value, or null for an empty one. */
export function createCell(input: CellInput, columnFormat: NumberFormat): Partial<Cell> | null {
  if (input === undefined || input === '') return null;
  if (typeof input === 'string') return createTextCell(input, textStyle);
  const { value, format } =
    typeof input === 'object' && input !== null ? input : { value: input, format: columnFormat };
  if (value === null) return { value: UNKNOWN, type: 'string', style: unknownStyle };
  return { value, type: 'number', style: styleNumber(format) };
}

/**
 * Text stays text whatever it begins with: it goes into the string table, never into a formula.
 * Names such as '#N/A' are given as rich text, because the writer turns those words into error cells.
 */
export function createTextCell(text: string, style: CellStyle): Partial<Cell> {
  const shown = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)} …` : text;
  if (shown.startsWith('#')) return { type: 'richText', richText: [{ text: shown }], style };
  return { value: shown, type: 'string', style };
}

/** A formula with the value it has now, so that readers that do not calculate show the right figure; or a plain figure. */
export function createTotalCell(formula: string | null, value: number | null, format: NumberFormat): Partial<Cell> {
  if (value === null) return { value: UNKNOWN, type: 'string', style: { ...totalStyle, ...unknownStyle } };
  const style = { ...totalStyle, ...styleNumber(format) };
  if (formula === null) return { type: 'number', value, style };
  return { type: 'formula', formula, formulaResult: value, style };
}

function styleNumber(format: NumberFormat): CellStyle {
  if (format === 'plain') return { alignment: numberAlignment };
  return { alignment: numberAlignment, numFmt: formatCodes[format] };
}

/** The known part of a sum; unknown when nothing of it is known. */
export function readPartialSum(sum: PartialSum): number | null {
  return sum.unknownCount > 0 && sum.value === 0 ? null : sum.value;
}

/** Says what a sum leaves out; undefined when it is complete. */
export function describeGap(sum: PartialSum): string | undefined {
  if (sum.unknownCount === 0) return undefined;
  const parts = sum.unknownParts.length > 0 ? `: ${sum.unknownParts.join(', ')}` : '';
  return `partial, ${sum.unknownCount} without a figure${parts}`;
}

/** Cells of the workbook: what a value looks like on a sheet. Unknown is written as a word, never as 0. */
import type { Cell, CellStyle } from 'hucre/xlsx';
import type { PartialSum } from '../../analysis/report.ts';

/** How a number is shown; `plain` shows what is there (lengths, speeds). */
export type NumberFormat = 'plain' | 'count' | 'oneDecimal' | 'percent' | 'ratio';

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
};

/** A cell of Excel holds 32,767 characters; longer text makes it call the file damaged. */
const MAX_TEXT_LENGTH = 32_000;

const unknownStyle: CellStyle = {
  font: { italic: true, color: { rgb: '7F7F7F' } },
  alignment: { horizontal: 'right' },
};

export const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: { style: 'thin' } },
};

const totalStyle: CellStyle = { font: { bold: true }, border: { top: { style: 'thin' } } };

/** The cell for a value, or null for an empty one. */
export function createCell(input: CellInput, columnFormat: NumberFormat): Partial<Cell> | null {
  if (input === undefined || input === '') return null;
  if (typeof input === 'string') return createTextCell(input);
  const { value, format } =
    typeof input === 'object' && input !== null ? input : { value: input, format: columnFormat };
  if (value === null) return { value: UNKNOWN, type: 'string', style: unknownStyle };
  const style = styleNumber(format);
  return { value, type: 'number', ...(style ? { style } : {}) };
}

/**
 * Text stays text whatever it begins with: it goes into the string table, never into a formula.
 * Names such as '#N/A' are given as rich text, because the writer turns those words into error cells.
 */
export function createTextCell(text: string, style?: CellStyle): Partial<Cell> {
  const shown = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)} …` : text;
  const look = style ? { style } : {};
  if (shown.startsWith('#')) return { type: 'richText', richText: [{ text: shown }], ...look };
  return { value: shown, type: 'string', ...look };
}

export function createTotalLabel(text: string): Partial<Cell> {
  return createTextCell(text, totalStyle);
}

/** A formula with the value it has now, so that readers that do not calculate show the right figure; or a plain figure. */
export function createTotalCell(formula: string | null, value: number | null, format: NumberFormat): Partial<Cell> {
  if (value === null) return { value: UNKNOWN, type: 'string', style: { ...totalStyle, ...unknownStyle } };
  const style = format === 'plain' ? totalStyle : { ...totalStyle, numFmt: formatCodes[format] };
  if (formula === null) return { type: 'number', value, style };
  return { type: 'formula', formula, formulaResult: value, style };
}

function styleNumber(format: NumberFormat): CellStyle | undefined {
  return format === 'plain' ? undefined : { numFmt: formatCodes[format] };
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

/** Puts rows of the cable schedule in order, by the few values that a column has. */
import type { LabelField } from '../design/label-template.ts';
import { findMaximum, type ScheduleCodes } from './schedule-codes.ts';
import type { ScheduleColumn, ScheduleKey } from './schedule-columns.ts';
import type { ScheduleReader } from './schedule-rows.ts';

/** Rows and ranks are packed into one number of 53 bits, which sorts without a function call for each comparison. */
const ROW_SPAN = 2 ** 23;

/** The rows in the order of a column; those that are equal keep theirs. */
export function sortRows(
  codes: ScheduleCodes,
  rows: Uint32Array,
  key: ScheduleKey,
  isDescending: boolean,
): Uint32Array {
  let sorted = rows;
  for (const column of listSortColumns(codes.reader, key).reverse())
    sorted = sortByColumn(codes, sorted, column, isDescending);
  return sorted;
}

/** A label is ordered by its fields, the first one first: no label need be made for it. */
function listSortColumns(reader: ScheduleReader, key: ScheduleKey): ScheduleColumn[] {
  const keys =
    key === 'label'
      ? reader.labels.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : keyOfField[piece.field]))
      : [key];
  return keys.flatMap((found) => reader.columns.get(found) ?? []);
}

/** Column with the order of a field. The number of a cable is the code of its label. */
const keyOfField: Record<LabelField, ScheduleKey> = {
  n: 'label',
  fabric: 'fabric',
  link: 'link',
  purpose: 'purpose',
  phase: 'phase',
  length: 'length',
  'a.device': 'aDevice',
  'a.rack': 'aRack',
  'a.unit': 'aUnit',
  'a.port': 'aPort',
  'b.device': 'bDevice',
  'b.rack': 'bRack',
  'b.unit': 'bUnit',
  'b.port': 'bPort',
};

/** Stable. */
function sortByColumn(
  codes: ScheduleCodes,
  rows: Uint32Array,
  column: ScheduleColumn,
  isDescending: boolean,
): Uint32Array {
  const ofRow = codes.getCodes(column);
  const ranks = column.key === 'label' ? null : rankCodes(column, ofRow);
  const packed = new Float64Array(rows.length);
  const sign = isDescending ? -1 : 1;
  for (let at = 0; at < rows.length; at += 1) {
    const code = ofRow[rows[at] as number] as number;
    packed[at] = sign * (ranks ? (ranks[code] as number) : code) * ROW_SPAN + at;
  }
  packed.sort();
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const place = (packed[at] as number) % ROW_SPAN;
    sorted[at] = rows[place < 0 ? place + ROW_SPAN : place] as number;
  }
  return sorted;
}

/** By code: place of its value among all; equal for equal values, and what is not known comes last. */
function rankCodes(column: ScheduleColumn, codes: Uint32Array): Uint32Array {
  const used = [...new Set(codes)];
  const keys = used.map((code) => createSortKey(column.valueOf(code)));
  const order = used.map((_, at) => at).sort((x, y) => compareKeys(keys[x] as SortKey, keys[y] as SortKey));
  const ranks = new Uint32Array(findMaximum(codes) + 1);
  let rank = 0;
  order.forEach((at, place) => {
    const before = order[place - 1];
    if (before !== undefined && keys[before] !== keys[at]) rank += 1;
    ranks[used[at] as number] = rank;
  });
  return ranks;
}

type SortKey = string | number | null;

/** Numbers inside text count as numbers: leaf-2 before leaf-10. */
function createSortKey(value: string | number | null): SortKey {
  return typeof value === 'string' ? value.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0')) : value;
}

function compareKeys(x: SortKey, y: SortKey): number {
  if (x === y) return 0;
  if (x === null) return 1;
  if (y === null) return -1;
  return x < y ? -1 : 1;
}

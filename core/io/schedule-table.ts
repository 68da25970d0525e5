/** The columns that files of the cable schedule have, in order, with what a spreadsheet shows of them. */
import type { ScheduleColumn, ScheduleKey } from './schedule-columns.ts';
import type { ScheduleReader } from './schedule-rows.ts';

/** Width in characters. */
const WIDTHS: readonly (readonly [ScheduleKey, number])[] = [
  ['label', 16],
  ['fabric', 16],
  ['purpose', 12],
  ['link', 12],
  ['phase', 7],
  ...endWidths('a'),
  ...endWidths('b'),
  ['medium', 14],
  ['part', 34],
  ['partNumber', 24],
  ['length', 10],
  ['run', 9],
  ['runBasis', 10],
  ['speed', 10],
  ['connections', 12],
  ['note', 50],
];

function endWidths(side: 'a' | 'b'): (readonly [ScheduleKey, number])[] {
  return [
    [`${side}Rack`, 18],
    [`${side}Unit`, 7],
    [`${side}Device`, 22],
    [`${side}Block`, 14],
    [`${side}Cage`, 7],
    [`${side}Ports`, 7],
    [`${side}Transceiver`, 22],
    [`${side}TransceiverNumber`, 22],
  ];
}

export interface ScheduleTableColumn {
  readonly column: ScheduleColumn;
  readonly width: number;
}

export function listTableColumns({ columns }: ScheduleReader): ScheduleTableColumn[] {
  return WIDTHS.flatMap(([key, width]) => {
    const column = columns.get(key);
    return column ? [{ column, width }] : [];
  });
}

/** The codes of the cable schedule's columns, row by row, worked out when a question first needs them. */
import type { ScheduleColumn, ScheduleKey } from './schedule-columns.ts';
import type { ScheduleReader } from './schedule-rows.ts';

export interface ScheduleCodes {
  readonly reader: ScheduleReader;
  /** By row. */
  getCodes(column: ScheduleColumn): Uint32Array;
}

export function createScheduleCodes(reader: ScheduleReader): ScheduleCodes {
  const known = new Map<ScheduleKey, Uint32Array>();
  return {
    reader,
    getCodes(column) {
      const found = known.get(column.key) ?? readCodes(column, reader.rowCount);
      known.set(column.key, found);
      return found;
    },
  };
}

function readCodes(column: ScheduleColumn, rowCount: number): Uint32Array {
  const codes = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) codes[row] = column.codeOf(row);
  return codes;
}

export function findMaximum(values: Uint32Array): number {
  let maximum = 0;
  for (const value of values) if (value > maximum) maximum = value;
  return maximum;
}

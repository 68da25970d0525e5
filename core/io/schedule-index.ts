/**
 * Answers questions about the cable schedule: which rows, in which order. Rests on the columns' codes, so hundreds of thousands
 * of rows take tens of milliseconds.
 */
import type { ObjectRef } from '../base/diagnostic.ts';
import { createScheduleCodes } from './schedule-codes.ts';
import type { ScheduleKey } from './schedule-columns.ts';
import { keepAbout, keepMatching, keepWord } from './schedule-filter.ts';
import type { ScheduleReader } from './schedule-rows.ts';
import { sortRows } from './schedule-sort.ts';

export interface ScheduleQuery {
  /** Words, each of which some column must hold; empty = anything. */
  readonly text: string;
  /** By column: text it must hold; of numbers also `>30`, `<=5`, `=3`. Empty = anything. */
  readonly columns: Readonly<Partial<Record<ScheduleKey, string>>>;
  /** null = as the netlist has them. */
  readonly sort: { readonly key: ScheduleKey; readonly isDescending: boolean } | null;
  /** Only cables that end or run there; null = all. */
  readonly about: readonly ObjectRef[] | null;
}

export interface ScheduleIndex {
  /** Rows in the order asked for; those that are equal stay in the netlist's order. */
  findRows(query: ScheduleQuery): Uint32Array;
}

/** Remembers what questions have in common. */
export function createScheduleIndex(reader: ScheduleReader): ScheduleIndex {
  const codes = createScheduleCodes(reader);
  return {
    findRows(query) {
      const keep = new Uint8Array(reader.rowCount).fill(1);
      if (query.about) keepAbout(reader, query.about, keep);
      for (const word of query.text.toLowerCase().split(/\s+/)) if (word !== '') keepWord(codes, word, keep);
      for (const [key, wanted] of Object.entries(query.columns)) {
        const column = reader.columns.get(key as ScheduleKey);
        if (column && wanted.trim() !== '') keepMatching(codes, column, wanted, keep);
      }
      const rows = listKept(keep);
      return query.sort ? sortRows(codes, rows, query.sort.key, query.sort.isDescending) : rows;
    },
  };
}

function listKept(keep: Uint8Array): Uint32Array {
  const rows = new Uint32Array(keep.length);
  let count = 0;
  for (let row = 0; row < keep.length; row += 1) if (keep[row] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

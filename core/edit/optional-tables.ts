/** Tables a design may be without. One that is empty is left out, so that the design is saved as it was before. */
import type { Design } from '../design/design.ts';
import { findRecord, isSafeId } from '../design/records.ts';

type OptionalTable = 'rooms' | 'rows' | 'stands' | 'feeds' | 'coolingZones' | 'cduGroups' | 'views' | 'units';
type RecordOf<T extends OptionalTable> = NonNullable<Design[T]>[string];

/** The table as it is, or an empty one to read. */
export function readTable<T extends OptionalTable>(design: Design, table: T): Readonly<Record<string, RecordOf<T>>> {
  return (design[table] ?? {}) as Readonly<Record<string, RecordOf<T>>>;
}

/** Whether a new record of the table may have that id. */
export function isFreeId(design: Design, table: OptionalTable, id: string): boolean {
  return isSafeId(id) && findRecord<unknown>(readTable(design, table), id) === undefined;
}

/** Adds the record, or replaces the one of its id. */
export function putRecord<T extends OptionalTable>(draft: Design, table: T, record: RecordOf<T>): void {
  const records = draft[table] as Record<string, RecordOf<T>> | undefined;
  if (records) records[record.id] = record;
  else draft[table] = { [record.id]: record } as Design[T];
}

export function dropRecords(draft: Design, table: OptionalTable, ids: readonly string[]): void {
  const records = draft[table];
  if (!records || ids.length === 0) return;
  for (const id of ids) delete records[id];
  if (Object.keys(records).length === 0) delete draft[table];
}

/** Puts these records in the place of all there were. */
export function replaceTable<T extends OptionalTable>(draft: Design, table: T, records: readonly RecordOf<T>[]): void {
  if (records.length === 0) delete draft[table];
  else draft[table] = Object.fromEntries(records.map((record) => [record.id, record])) as Design[T];
}

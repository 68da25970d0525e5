/** What is asked of the cable schedule, and what comes back: a run of rows out of those the question finds. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { ScheduleRow } from './thin-schedule.ts';

export type { ScheduleRow } from './thin-schedule.ts';

export interface ScheduleSort {
  readonly key: string;
  readonly isDescending: boolean;
}

export interface ScheduleQuestion {
  /** Looked for in every column. */
  readonly text: string;
  /** By column; empty = anything. */
  readonly columns: Readonly<Record<string, string>>;
  /** null = as the netlist has them. */
  readonly sort: ScheduleSort | null;
  /** Only cables at these objects; null = all. */
  readonly about: readonly ObjectRef[] | null;
}

export interface ScheduleAnswer {
  /** Place of the first row in the order asked for. */
  readonly first: number;
  readonly rows: readonly ScheduleRow[];
  /** Rows that the question finds, and cables of the design. */
  readonly rowCount: number;
  readonly totalCount: number;
}

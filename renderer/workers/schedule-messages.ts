/** What comes back from the cable schedule: a run of rows out of those the question finds, and labels tried out. */
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import type { LabelClash } from '#core/netlist/cable-labels.ts';

export interface ScheduleAnswer {
  /** Place of the first row in the order asked for. */
  readonly first: number;
  readonly rows: readonly ScheduleRow[];
  /** Rows that the question finds, and rows of the design. */
  readonly rowCount: number;
  readonly totalCount: number;
}

export interface LabelSample {
  /** Of the first cables. */
  readonly labels: readonly string[];
  /** null = no two cables are called the same. */
  readonly clash: LabelClash | null;
}

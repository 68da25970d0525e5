/** One figure of the metrics bar. */
import type { Report } from '#core/analysis/report.ts';
import type { ExplainSource } from '../store/explain-store.ts';

export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly value: (report: Report) => string;
  readonly note: (report: Report) => string;
  /** How the figure comes about, with this design's numbers. */
  readonly explain: (report: Report) => string;
  /** Where its derivation is from; null = there is no figure now, and `explain` says why. */
  readonly derivation: (report: Report) => ExplainSource | null;
  /** Change since `before`, or null when there is none. */
  readonly delta: (before: Report, after: Report) => string | null;
  /** Which way is worse, for colouring a change; absent = neither. */
  readonly worse?: 'up' | 'down';
  /** Known a moment after what is only counted. */
  readonly isLate?: boolean;
  readonly open: (report: Report) => void;
}

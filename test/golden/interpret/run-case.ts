/** Runs the rows of a case: draws each, asks for every expected figure, and compares. What is expected is read only here. */
import type { Result } from '#core/base/result.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import { type GoldenCase, type GoldenRow, printInput } from './case-schema.ts';
import { type DesignLibrary, drawRow } from './draw-row.ts';
import { answerMetric } from './metrics/answer.ts';
import type { Drawn } from './metrics/metric.ts';
import { readMetricName } from './metrics/name.ts';
import { explainOutside } from './metrics/outside.ts';
import { isWithin, readTolerance } from './tolerance.ts';

export type Verdict =
  | { readonly kind: 'matched'; readonly got: number; readonly how: string }
  | { readonly kind: 'wrong'; readonly got: number; readonly how: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Weft stopped with a fault of its own. */
  | { readonly kind: 'crashed'; readonly message: string };

export interface MetricOutcome {
  readonly metric: string;
  readonly expected: unknown;
  readonly verdict: Verdict;
}

export interface RowOutcome {
  /** The varying inputs, `su 4, nodes 127`. */
  readonly label: string;
  readonly metrics: readonly MetricOutcome[];
}

export interface CaseOutcome {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly RowOutcome[];
}

export function runCase(goldenCase: GoldenCase, catalog: Catalog, library: DesignLibrary): CaseOutcome {
  const rows = goldenCase.rows.map((row) => runRow(goldenCase, row, catalog, library));
  return { id: goldenCase.id, title: goldenCase.title, rows };
}

function runRow(goldenCase: GoldenCase, row: GoldenRow, catalog: Catalog, library: DesignLibrary): RowOutcome {
  const drawn = attempt(() => drawRow(goldenCase, row, catalog, library));
  const metrics = Object.entries(row.expect).map(([metric, expected]): MetricOutcome => {
    const verdict = attempt(() => judge(goldenCase, metric, expected, drawn));
    return { metric, expected, verdict: 'crash' in verdict ? { kind: 'crashed', message: verdict.crash } : verdict };
  });
  return { label: describeRow(row), metrics };
}

function judge(
  goldenCase: GoldenCase,
  metric: string,
  expected: unknown,
  drawn: Result<Drawn, string> | Crash,
): Verdict {
  if ('crash' in drawn) return { kind: 'crashed', message: drawn.crash };
  if (expected !== null && typeof expected !== 'number')
    return { kind: 'skipped', reason: 'what is expected is not a number' };
  const text = goldenCase.metrics[metric] ?? { unit: '', counts: '' };
  if (!drawn.ok) return { kind: 'skipped', reason: explainOutside(metric) ?? drawn.error };
  const answer = answerMetric({ name: readMetricName(metric), text, drawn: drawn.value });
  if (answer.kind === 'skip') return { kind: 'skipped', reason: answer.reason };
  const share = readTolerance(goldenCase.tolerance, metric, text.unit);
  // null = the tier or item does not exist.
  const kind = isWithin(answer.value, expected ?? 0, share, text.unit) ? 'matched' : 'wrong';
  return { kind, got: answer.value, how: answer.how };
}

interface Crash {
  readonly crash: string;
}

/** A fault of Weft in one row must not hide the others; it counts as wrong. */
function attempt<T>(work: () => T): T | Crash {
  try {
    return work();
  } catch (error) {
    return { crash: error instanceof Error ? error.message : String(error) };
  }
}

function describeRow(row: GoldenRow): string {
  const parts = Object.entries(row.when).map(([key, input]) => `${key} ${printInput(input)}`);
  return parts.length === 0 ? 'all' : parts.join(', ');
}

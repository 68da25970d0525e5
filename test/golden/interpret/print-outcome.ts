/** What `npm run golden` prints: a line per case, a line per metric under `--verbose`, and a sum at the end. */
import type { CaseOutcome, MetricOutcome, RowOutcome } from './run-case.ts';

type Kind = Exclude<MetricOutcome['verdict']['kind'], 'crashed'>;

function listMetrics(outcome: CaseOutcome): { row: RowOutcome; metric: MetricOutcome }[] {
  return outcome.rows.flatMap((row) => row.metrics.map((metric) => ({ row, metric })));
}

/** A crash is as wrong as a wrong figure. */
function kindOf(metric: MetricOutcome): Kind {
  return metric.verdict.kind === 'crashed' ? 'wrong' : metric.verdict.kind;
}

export function countKind(outcomes: readonly CaseOutcome[], kind: Kind): number {
  return outcomes.flatMap(listMetrics).filter(({ metric }) => kindOf(metric) === kind).length;
}

/** wrong if anything is wrong, skipped if nothing could be compared, else matched. */
function judgeCase(outcome: CaseOutcome): Kind {
  const kinds = listMetrics(outcome).map(({ metric }) => kindOf(metric));
  if (kinds.includes('wrong')) return 'wrong';
  return kinds.includes('matched') ? 'matched' : 'skipped';
}

export function printCase(outcome: CaseOutcome, isVerbose: boolean): string[] {
  const metrics = listMetrics(outcome);
  const of = (kind: Kind) => metrics.filter(({ metric }) => kindOf(metric) === kind);
  const skips = of('skipped');
  const parts: string[] = [];
  const wrong = of('wrong').map(({ row, metric }) => describeWrong(row, metric, outcome.rows.length > 1));
  if (wrong.length > 0) parts.push(`(${wrong.join('; ')})`);
  if (skips.length > 0) parts.push(`${judgeCase(outcome) === 'skipped' ? '' : '; skipped '}(${listSkips(skips)})`);
  const figures = `${of('matched').length} of ${metrics.length} figures`;
  const lines = [`${outcome.id}: ${judgeCase(outcome)} [${figures}] ${parts.join(' ')}`.trimEnd()];
  if (isVerbose) for (const { row, metric } of metrics) lines.push(`    ${row.label}: ${describeMetric(metric)}`);
  return lines;
}

function describeWrong(row: RowOutcome, metric: MetricOutcome, hasRows: boolean): string {
  const { verdict } = metric;
  const where = hasRows ? ` at ${row.label}` : '';
  const got =
    verdict.kind === 'crashed' ? `a fault: ${verdict.message}` : verdict.kind === 'wrong' ? print(verdict.got) : '';
  return `${metric.metric}${where}: expected ${print(metric.expected)}, got ${got}`;
}

/** Metrics by reason, so that a reason is said once. */
function listSkips(skips: readonly { metric: MetricOutcome }[]): string {
  const byReason = new Map<string, Set<string>>();
  for (const { metric } of skips) {
    if (metric.verdict.kind !== 'skipped') continue;
    const names = byReason.get(metric.verdict.reason) ?? new Set();
    byReason.set(metric.verdict.reason, names.add(metric.metric));
  }
  return [...byReason].map(([reason, names]) => `${[...names].join(', ')}: ${reason}`).join('; ');
}

function describeMetric({ metric, expected, verdict }: MetricOutcome): string {
  if (verdict.kind === 'skipped') return `${metric} skipped: ${verdict.reason}`;
  if (verdict.kind === 'crashed') return `${metric} wrong: ${verdict.message}`;
  const got =
    verdict.kind === 'matched' ? `${print(verdict.got)}` : `expected ${print(expected)}, got ${print(verdict.got)}`;
  return `${metric} ${verdict.kind}: ${got} (${verdict.how})`;
}

function print(figure: unknown): string {
  if (figure === null) return 'none';
  return typeof figure === 'number' ? String(Math.round(figure * 10_000) / 10_000) : JSON.stringify(figure);
}

export function printSummary(outcomes: readonly CaseOutcome[]): string {
  const cases = (kind: Kind): number => outcomes.filter((outcome) => judgeCase(outcome) === kind).length;
  const figures = (kind: Kind): number => countKind(outcomes, kind);
  return (
    `${outcomes.length} cases: ${cases('matched')} matched, ${cases('wrong')} wrong, ${cases('skipped')} skipped; ` +
    `figures: ${figures('matched')} matched, ${figures('wrong')} wrong, ${figures('skipped')} skipped`
  );
}

/** The table of test/golden/README.md: rows matched, and what is skipped with its reason. */
export function printTable(outcomes: readonly CaseOutcome[]): string[] {
  const lines = ['| case | rows | figures | skipped and why |', '| --- | ---: | ---: | --- |'];
  for (const outcome of outcomes) {
    const metrics = listMetrics(outcome);
    const matched = metrics.filter(({ metric }) => metric.verdict.kind === 'matched');
    const whole = outcome.rows.filter((row) => row.metrics.some((metric) => metric.verdict.kind === 'matched'));
    const skips = listSkips(metrics.filter(({ metric }) => metric.verdict.kind === 'skipped'));
    const rows = `${whole.length} of ${outcome.rows.length}`;
    lines.push(`| \`${outcome.id}\` | ${rows} | ${matched.length} of ${metrics.length} | ${skips} |`);
  }
  return lines;
}

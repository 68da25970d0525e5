/** How many findings a report holds, in a sentence: `3 problems: 1 error, 2 hints.` */
import type { Severity } from '#core/base/diagnostic.ts';
import type { Report } from '#core/analysis/report.ts';
import { formatCount } from '../ui/format.ts';

/** Worst first, each as one and as many are called. */
export const SEVERITY_WORDS: readonly { readonly severity: Severity; readonly one: string; readonly many: string }[] = [
  { severity: 'error', one: 'error', many: 'errors' },
  { severity: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'advice', one: 'hint', many: 'hints' },
];

/** Of an empty design nothing is said: nothing was looked at. */
export function describeFindings({ problems, totals }: Pick<Report, 'problems' | 'totals'>): string {
  if (problems.length === 0) return totals.deviceCount === 0 ? '' : 'No problems.';
  const counts = SEVERITY_WORDS.map(({ severity, one, many }) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? null : formatCount(count, one, many);
  });
  return `${formatCount(problems.length, 'problem')}: ${counts.filter((text) => text !== null).join(', ')}.`;
}

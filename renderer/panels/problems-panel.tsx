/** All findings about the design, worst first, with a filter by severity. */
import { ChevronDown, ChevronUp, CircleCheck } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Severity } from '#core/base/diagnostic.ts';
import { useReportStore } from '../store/report-store.ts';
import { setProblemsOpen, useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatNumber } from '../ui/format.ts';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { ProblemList } from './problem-list.tsx';
import './problems-panel.css';

const SEVERITIES: readonly { readonly severity: Severity; readonly one: string; readonly many: string }[] = [
  { severity: 'error', one: 'error', many: 'errors' },
  { severity: 'warning', one: 'warning', many: 'warnings' },
  { severity: 'advice', one: 'piece of advice', many: 'pieces of advice' },
];

/** More rows than anybody reads; the rest is counted. */
const MAX_ROWS = 300;

export function ProblemsPanel(): ReactElement {
  const report = useReportStore((state) => state.report);
  const isOpen = useViewStore((state) => state.problemsOpen);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const problems = report?.problems ?? [];
  const shown = problems.filter((problem) => !hidden.has(problem.severity));

  const toggle = (severity: Severity): void =>
    setHidden((old) => {
      const next = new Set(old);
      if (!next.delete(severity)) next.add(severity);
      return next;
    });
  return (
    <section className="problems-panel" aria-label="Problems" data-testid="problems-panel">
      <header className="problems-panel__head">
        <button
          type="button"
          className="problems-panel__title"
          aria-expanded={isOpen}
          onClick={() => setProblemsOpen(!isOpen)}
        >
          Problems
          <span className="problems-panel__count">{report ? formatNumber(problems.length) : '\u2026'}</span>
        </button>
        <div className="problems-panel__filters" role="group" aria-label="Show">
          {SEVERITIES.map(({ severity, one, many }) => {
            const count = problems.filter((problem) => problem.severity === severity).length;
            if (count === 0) return null;
            return (
              <button
                key={severity}
                type="button"
                className="problems-panel__filter"
                aria-pressed={!hidden.has(severity)}
                onClick={() => toggle(severity)}
              >
                <SeverityIcon severity={severity} size={13} />
                {formatCount(count, one, many)}
              </button>
            );
          })}
        </div>
        <IconButton label={isOpen ? 'Collapse problems' : 'Show problems'} onClick={() => setProblemsOpen(!isOpen)}>
          {isOpen ? <ChevronDown size={15} /> : <ChevronUp size={15} />}
        </IconButton>
      </header>
      {isOpen ? (
        <div className="problems-panel__body">
          {shown.length > 0 ? (
            <ProblemList problems={shown.slice(0, MAX_ROWS)} />
          ) : (
            <NoProblems isFiltered={problems.length > 0} />
          )}
          {shown.length > MAX_ROWS ? (
            <p className="problems-panel__rest">
              {formatCount(shown.length - MAX_ROWS, 'more problem')} of the same list.
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function NoProblems({ isFiltered }: { readonly isFiltered: boolean }): ReactElement | null {
  const report = useReportStore((state) => state.report);
  if (!report) return <EmptyState title={'Checking \u2026'} />;
  if (isFiltered) return <EmptyState title="All problems are hidden by the filter" />;
  if (report.totals.deviceCount === 0) {
    return (
      <EmptyState title="Nothing to check yet">
        Problems of the design are listed here as soon as it holds devices.
      </EmptyState>
    );
  }
  const checkedCount = report.rules.filter((rule) => rule.checkedCount > 0).length;
  const openCount = report.rules.filter((rule) => rule.state === 'not-checked').length;
  return (
    <EmptyState
      icon={<CircleCheck size={20} className="problems-panel__ok" aria-hidden />}
      title={`No problems found in ${formatCount(checkedCount, 'check')}`}
    >
      {openCount === 0
        ? 'Every rule that has something to look at holds.'
        : `${formatCount(openCount, 'rule')} could not be checked for every object: facts are missing.`}
    </EmptyState>
  );
}

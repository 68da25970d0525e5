/** All findings about the design, worst first, with a filter by severity. */
import { CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { useReportStore } from '../store/report-store.ts';
import { openFindings } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount } from '../ui/format.ts';
import { SeverityIcon } from '../ui/severity-icon.tsx';
import { SEVERITY_WORDS } from './describe-findings.ts';
import { FilterToggle } from './filter-toggle.tsx';
import { ProblemList } from './problem-list.tsx';

/** More rows than anybody reads; the rest is counted. */
const MAX_ROWS = 100;

interface ProblemsProps {
  readonly problems: readonly Diagnostic[];
  readonly hidden: ReadonlySet<Severity>;
}

interface FilterProps extends ProblemsProps {
  readonly onChange: (hidden: ReadonlySet<Severity>) => void;
}

export function ProblemFilters({ problems, hidden, onChange }: FilterProps): ReactElement {
  const toggle = (severity: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    onChange(next);
  };
  return (
    <div className="findings__toggles" role="group" aria-label="Show">
      {SEVERITY_WORDS.map(({ severity, one, many }) => {
        const count = problems.filter((problem) => problem.severity === severity).length;
        if (count === 0) return null;
        return (
          <FilterToggle
            key={severity}
            isOn={!hidden.has(severity)}
            onToggle={() => toggle(severity)}
            told={{ source: 'problems', figure: 'Problems' }}
          >
            <SeverityIcon severity={severity} size={13} />
            {formatCount(count, one, many)}
          </FilterToggle>
        );
      })}
    </div>
  );
}

export function ProblemsTab({ problems, hidden }: ProblemsProps): ReactElement {
  const shown = problems.filter((problem) => !hidden.has(problem.severity));
  if (shown.length === 0) return <NoProblems isFiltered={problems.length > 0} />;
  return (
    <>
      <ProblemList problems={shown.slice(0, MAX_ROWS)} />
      {shown.length > MAX_ROWS ? (
        <p className="findings__rest">{formatCount(shown.length - MAX_ROWS, 'more problem')} of the same list.</p>
      ) : null}
    </>
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
      icon={<CircleCheck size={20} className="findings__ok" aria-hidden />}
      title={`No problems found in ${formatCount(checkedCount, 'check')}`}
    >
      {openCount === 0
        ? 'Every rule that has something to look at holds. '
        : `${formatCount(openCount, 'rule')} could not be checked for every object: facts are missing. `}
      <Button tone="quiet" className="findings__show-rules" onClick={() => openFindings('rules')}>
        Show the rules
      </Button>
    </EmptyState>
  );
}

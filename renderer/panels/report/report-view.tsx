/** The report an architect hands over: everything the design says, in one document, made from the figures of the other views. */
import { FileText, Printer } from 'lucide-react';
import { type ReactElement, useDeferredValue } from 'react';
import { runAction } from '../../store/action-registry.ts';
import { useDesignStore } from '../../store/design-store.ts';
import { setPaper, useReportDocument } from '../../store/report-document.ts';
import { useReportStore } from '../../store/report-store.ts';
import type { Settings } from '../../store/settings.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { ReportContents } from './report-contents.tsx';
import { ReportDocument } from './report-document.tsx';
import { ReportPrint } from './report-print.tsx';
import { useReportContent } from './use-report-content.ts';
import './report.css';
import './report-print.css';

const PAPERS = [
  { value: 'a4', label: 'A4' },
  { value: 'letter', label: 'US Letter' },
];

export function ReportView(): ReactElement {
  const isEmpty = useDesignStore(({ edit: { design } }) => Object.keys(design.devices).length === 0);
  const gathered = useReportContent();
  // Drawn in slices: an edit or a gesture beside it need not wait for a document of thousands of cells.
  const shown = useDeferredValue(gathered?.content ?? null, null);
  const isStale = useReportStore((state) => state.isStale);
  const isPrinting = useReportDocument((state) => state.isPrinting);
  if (isEmpty) {
    return (
      <EmptyState icon={<FileText size={22} aria-hidden />} title="Nothing to report yet">
        Place devices and link them: this becomes the document to hand over, with its figures, parts, rules and sources.
      </EmptyState>
    );
  }
  if (gathered === null || shown === null) {
    return <EmptyState icon={<FileText size={22} aria-hidden />} title="The design is being analysed" />;
  }
  const { content, isComplete, hasFailed } = gathered;
  const isWaiting = isPrinting && !isComplete && !hasFailed;
  return (
    <div className="view report" data-testid="report-view">
      <ReportBar note={describeState(isStale, isWaiting, hasFailed)} isWaiting={isWaiting} />
      <div className="report__body">
        <ReportContents />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <section className="report__scroll" tabIndex={0} aria-label="Report" data-stale={isStale || undefined}>
          <ReportDocument content={shown} printedOn={null} />
        </section>
      </div>
      {isPrinting && isComplete ? <ReportPrint content={content} /> : null}
    </div>
  );
}

function describeState(isStale: boolean, isWaiting: boolean, hasFailed: boolean): string {
  if (hasFailed) return 'Formulas and phases could not be worked out; the design itself is untouched';
  if (isWaiting) return 'Prints as soon as the figures of the last edit are here \u2026';
  return isStale
    ? 'Figures of the edit before; the newest are on their way \u2026'
    : 'Made from the figures of all views';
}

interface ReportBarProps {
  readonly note: string;
  /** Printing was asked for, and figures of the newest edit are not here yet. */
  readonly isWaiting: boolean;
}

function ReportBar({ note, isWaiting }: ReportBarProps): ReactElement {
  const paper = useReportDocument((state) => state.paper);
  return (
    <div className="view-bar">
      <p role="status">{note}</p>
      <span className="report__tools">
        <Select
          label="Paper"
          value={paper}
          options={PAPERS}
          onChange={(next) => setPaper(next as Settings['reportDocument']['paper'])}
          testId="report-paper-size"
        />
        <Button tone="primary" onClick={() => void runAction('print-report')} disabled={isWaiting}>
          <Printer size={14} aria-hidden /> Print
        </Button>
      </span>
    </div>
  );
}

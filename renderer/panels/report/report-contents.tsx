/** Contents of the report: a click goes to a section, a tick leaves it out. */
import type { ReactElement } from 'react';
import { showAllSections, toggleSection, useReportDocument } from '../../store/report-document.ts';
import { Button } from '../../ui/button.tsx';
import { anchorOf } from './report-document.tsx';
import { REPORT_SECTIONS } from './sections.ts';

/** Takes the focus along, so that the keyboard goes on from there. */
function goTo(sectionId: string): void {
  const section = document.getElementById(anchorOf(sectionId, false));
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
}

export function ReportContents(): ReactElement {
  const hidden = useReportDocument((state) => state.hidden);
  return (
    <nav className="report-contents" aria-label="Contents of the report">
      <h3>Contents</h3>
      <ol>
        {REPORT_SECTIONS.map(({ id, title }) => {
          const isShown = !hidden.includes(id);
          return (
            <li key={id}>
              <input
                type="checkbox"
                aria-label={`Include ${title}`}
                title={isShown ? 'Leave out of the report' : 'Take into the report'}
                checked={isShown}
                onChange={() => toggleSection(id)}
                data-testid={`report-include-${id}`}
              />
              <button type="button" className="report-contents__entry" disabled={!isShown} onClick={() => goTo(id)}>
                {title}
              </button>
            </li>
          );
        })}
      </ol>
      {hidden.length > 0 ? (
        <Button tone="quiet" onClick={showAllSections}>
          Include all
        </Button>
      ) : null}
    </nav>
  );
}

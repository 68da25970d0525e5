/** The report from its title to its sources, without the sections that are left out. */
import { memo, type ReactElement } from 'react';
import { useReportDocument } from '../../store/report-document.ts';
import { BlockView } from './block-view.tsx';
import type { ReportContent } from './content.ts';
import { useIsPaper } from './medium.ts';
import { REPORT_SECTIONS, type ReportSection } from './sections.ts';
import { ReportTitle } from './title-block.tsx';

interface ReportDocumentProps {
  readonly content: ReportContent;
  readonly printedOn: string | null;
}

/** Of the element that holds a section; while it is printed, the document is there twice. */
export function anchorOf(sectionId: string, isPaper: boolean): string {
  return `report-${isPaper ? 'page' : 'section'}-${sectionId}`;
}

export const ReportDocument = memo(function ReportDocument({ content, printedOn }: ReportDocumentProps): ReactElement {
  const isPaper = useIsPaper();
  const hidden = useReportDocument((state) => state.hidden);
  const shown = REPORT_SECTIONS.filter(({ id }) => !hidden.includes(id));
  return (
    <article className="report-document" aria-label={`Report on ${content.design.name}`}>
      <ReportTitle design={content.design} printedOn={printedOn} />
      {isPaper ? (
        <ol className="report-toc">
          {shown.map(({ id, title }, at) => (
            <li key={id}>
              <a href={`#${anchorOf(id, isPaper)}`}>
                <span className="report-section__number">{at + 1}</span> {title}
              </a>
            </li>
          ))}
        </ol>
      ) : null}
      {shown.map((section, at) => (
        <Section key={section.id} section={section} number={at + 1} content={content} />
      ))}
    </article>
  );
});

interface SectionProps {
  readonly section: ReportSection;
  readonly number: number;
  readonly content: ReportContent;
}

/** Made by itself, so that a long report can be drawn in slices between which the window answers. */
const Section = memo(function Section({ section, number, content }: SectionProps): ReactElement {
  const isPaper = useIsPaper();
  const { id, title, list } = section;
  return (
    <section id={anchorOf(id, isPaper)} className="report-section">
      <h3 tabIndex={isPaper ? undefined : -1}>
        <span className="report-section__number">{number}</span> {title}
      </h3>
      {list(content).map((block, place) => (
        <BlockView key={place} block={block} content={content} />
      ))}
    </section>
  );
});

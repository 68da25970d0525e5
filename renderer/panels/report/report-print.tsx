/** The report on paper: prints once it is drawn; over when the system's dialog is. */
import { type ReactElement, useLayoutEffect, useState } from 'react';
import { endPrinting, useReportDocument } from '../../store/report-document.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import type { ReportContent } from './content.ts';
import { MediumContext } from './medium.ts';
import { installPageRule } from './page-rule.ts';
import { ReportDocument } from './report-document.tsx';

export function ReportPrint({ content }: { readonly content: ReportContent }): ReactElement {
  const [printedOn] = useState(() => new Date().toLocaleDateString('en-CA'));
  const paper = useReportDocument((state) => state.paper);
  const { name, titleBlock } = content.design;
  const revision = titleBlock?.revision ? `revision ${titleBlock.revision}` : '';
  const title = [name, revision, titleBlock?.date || printedOn].filter(Boolean).join(' \u00b7 ');
  useLayoutEffect(() => installPageRule(paper, title), [paper, title]);
  useLayoutEffect(() => {
    window.addEventListener('afterprint', endPrinting);
    window.print();
    return () => window.removeEventListener('afterprint', endPrinting);
  }, []);
  return (
    <PrintSheet orientation="portrait">
      <div className="report-paper" data-testid="report-paper">
        <MediumContext value="paper">
          <ReportDocument content={content} printedOn={printedOn} />
        </MediumContext>
      </div>
    </PrintSheet>
  );
}

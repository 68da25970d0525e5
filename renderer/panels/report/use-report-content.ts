/** Gathers what the report is made from: the newest figures, and what the worker tells of them when asked. */
import { useEffect, useState } from 'react';
import type { BomSection } from '#core/analysis/bom-report.ts';
import { listMetricIds } from '#core/analysis/explain/explain.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { Report } from '#core/analysis/report.ts';
import { catalog, design } from '../../store/design-store.ts';
import { explainMetric, findEstimate, splitBom, useReportStore } from '../../store/report-store.ts';
import type { ReportContent } from './content.ts';

interface Answers {
  readonly derivations: readonly Explanation[];
  readonly phases: readonly BomSection[];
}

/** Tiers stand in the product of their fabric already. */
const isOwnFigure = (metricId: string): boolean => !metricId.startsWith('oversubscription-tier/');

async function ask(report: Report): Promise<Answers> {
  const [phases, ...derivations] = await Promise.all([
    splitBom('phase'),
    ...listMetricIds(report).filter(isOwnFigure).map(explainMetric),
  ]);
  return { phases, derivations: derivations.filter((found) => found !== null) };
}

interface Gathered {
  readonly content: ReportContent;
  /** Everything in it is of the newest edit. */
  readonly isComplete: boolean;
  /** The worker could not answer what the report asks beside its figures. */
  readonly hasFailed: boolean;
}

/** null = nothing has been analysed yet. Until all answers to the newest report are here, the one before is shown whole. */
export function useReportContent(): Gathered | null {
  const report = useReportStore((state) => state.report);
  const isStale = useReportStore((state) => state.isStale);
  const [content, setContent] = useState<ReportContent | null>(null);
  const [failed, setFailed] = useState<Report | null>(null);
  useEffect(() => {
    if (report === null) setContent(null);
    if (report === null || isStale) return undefined;
    let isCurrent = true;
    const { byId } = catalog();
    const figures: ReportContent = {
      design: design(),
      report,
      estimate: findEstimate(report),
      derivations: null,
      phases: null,
      findPart: (partId) => byId.get(partId),
    };
    setContent((shown) => shown ?? figures);
    ask(report).then(
      (answers) => {
        if (isCurrent) setContent({ ...figures, ...answers });
      },
      () => {
        if (!isCurrent) return;
        setContent(figures);
        setFailed(report);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [report, isStale]);
  if (content === null) return null;
  const isComplete = !isStale && content.report === report && content.derivations !== null;
  return { content, isComplete, hasFailed: failed === report };
}

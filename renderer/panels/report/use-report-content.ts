/** Gathers what the report is made from: the newest figures, and what the worker tells of them when asked. */
import { useEffect, useMemo, useState } from 'react';
import { listMetricIds } from '#core/analysis/explain/explain.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { BomSection } from '#core/analysis/bom-report.ts';
import type { Report } from '#core/analysis/report.ts';
import { catalog, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { explainMetric, findEstimate, splitBom, useReportStore } from '../../store/report-store.ts';
import type { ReportContent } from './content.ts';

interface Asked {
  readonly report: Report;
  readonly derivations: readonly Explanation[];
  readonly phases: readonly BomSection[];
}

/** Tiers stand in the product of their fabric already. */
const isOwnFigure = (metricId: string): boolean => !metricId.startsWith('oversubscription-tier/');

async function ask(report: Report): Promise<Asked> {
  const [phases, ...derivations] = await Promise.all([
    splitBom('phase'),
    ...listMetricIds(report).filter(isOwnFigure).map(explainMetric),
  ]);
  return { report, phases, derivations: derivations.filter((found) => found !== null) };
}

interface Gathered {
  readonly content: ReportContent;
  /** Everything in it is of the newest edit. */
  readonly isComplete: boolean;
  /** The worker could not answer what the report asks beside its figures. */
  readonly hasFailed: boolean;
}

/** null = nothing has been analysed yet. While answers to the newest report are on their way, those to the one before stand in. */
export function useReportContent(): Gathered | null {
  const design = useDesignStore(selectDesign);
  const report = useReportStore((state) => state.report);
  const isStale = useReportStore((state) => state.isStale);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState<Report | null>(null);
  useEffect(() => {
    if (report === null || isStale) return undefined;
    let isCurrent = true;
    ask(report).then(
      (next) => {
        if (isCurrent) setAsked(next);
      },
      () => {
        if (isCurrent) setFailed(report);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [report, isStale]);
  return useMemo(() => {
    if (report === null) return null;
    const content: ReportContent = {
      design,
      report,
      estimate: findEstimate(report),
      derivations: asked?.derivations ?? null,
      phases: asked?.phases ?? null,
      findPart: (partId) => catalog().byId.get(partId),
    };
    const isComplete = !isStale && asked?.report === report;
    return { content, isComplete, hasFailed: failed === report };
  }, [design, report, isStale, asked, failed]);
}

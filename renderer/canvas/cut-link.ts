/** What the bisection cut on show takes of a link. */
import type { CutLink } from '#core/analysis/bandwidth-report.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';

/** null = no cut is on show, or it does not go through this link. */
export function useCutLink(linkId: string): CutLink | null {
  const fabricId = useViewStore((state) => state.shownCut);
  return useReportStore((state) => {
    if (fabricId === null) return null;
    const fabric = state.report?.fabrics.find((entry) => entry.fabricId === fabricId);
    return fabric?.bisection?.cutLinks.find((cut) => cut.linkId === linkId) ?? null;
  });
}

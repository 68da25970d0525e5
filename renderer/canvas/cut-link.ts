/** What the bisection cut on show takes of a link. */
import type { CutLink } from '#core/analysis/bandwidth-report.ts';
import type { Report } from '#core/analysis/report.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { formatBandwidth, formatNumber } from '../ui/format.ts';

/** null = no cut is on show, or it does not go through this link. */
export function useCutLink(linkId: string): CutLink | null {
  const fabricId = useViewStore((state) => state.shownCut);
  return useReportStore((state) => findCutLink(state.report, fabricId, linkId));
}

export function findCutLink(report: Report | null, fabricId: string | null, linkId: string): CutLink | null {
  if (fabricId === null) return null;
  const fabric = report?.fabrics.find((entry) => entry.fabricId === fabricId);
  return fabric?.bisection?.cutLinks.find((cut) => cut.linkId === linkId) ?? null;
}

/** `cut: 256 · 102 Tb/s` */
export function describeCut({ connectionCount, bandwidthGbps }: CutLink): string {
  return `cut: ${formatNumber(connectionCount)} \u00b7 ${formatBandwidth(bandwidthGbps)}`;
}

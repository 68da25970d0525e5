/** What labels of links say besides what the links are made of: of the overlay, of the path on show and of the cut on show. */
import { useMemo } from 'react';
import { useReportStore } from '../store/report-store.ts';
import { useRoute } from '../store/route-store.ts';
import { useSimulationStore } from '../store/simulation-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { describeCut, findCutLink } from './cut-link.ts';
import type { LabelSigns } from './label-size.ts';
import { readLinePaint } from './overlay/line-paint.ts';
import { describeHops } from './route/route-badge.tsx';

/** Of a line all the links that it stands for. */
export type ReadSigns = (linkIds: readonly [string, ...string[]]) => LabelSigns;

/** The same function while all labels say the same; null = they say no more. */
export function useLabelSigns(): ReadSigns | null {
  const overlay = useViewStore((state) => state.overlay);
  // The caption says the speed already.
  const hasFigures = overlay !== 'none' && overlay !== 'speed';
  const flow = useSimulationStore((state) => (overlay === 'load' ? state.flow : null));
  const route = useRoute((state) => state.route);
  const fabricId = useViewStore((state) => state.shownCut);
  const report = useReportStore((state) => (fabricId === null && !hasFigures ? null : state.report));
  return useMemo(() => {
    if (!hasFigures && route === null && fabricId === null) return null;
    // Figures of load follow the run, all others the report.
    void flow;
    return (linkIds) => {
      const cut = findCutLink(report, fabricId, linkIds[0]);
      return {
        figure: hasFigures ? (readLinePaint(linkIds)?.figure ?? '') : '',
        hops: describeHops({ route }, linkIds),
        cut: cut ? describeCut(cut) : '',
      };
    };
  }, [hasFigures, flow, route, fabricId, report]);
}

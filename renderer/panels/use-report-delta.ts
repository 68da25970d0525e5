/** The report as it was before the edits of the last few seconds, so that a figure can tell how it changed. */
import { useEffect, useRef, useState } from 'react';
import type { Report } from '#core/analysis/report.ts';
import { reportStore } from '../store/report-store.ts';

/** Long enough to read a few figures. */
const SHOWN_MS = 5000;

export function useReportDelta(): Report | null {
  const [baseline, setBaseline] = useState<Report | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const unsubscribe = reportStore.subscribe((state, previous) => {
      if (state.report === previous.report) return;
      clearTimeout(timer.current);
      if (!state.previousReport) {
        setBaseline(null);
        return;
      }
      // A burst of edits is told as one change: from before the first to after the last.
      setBaseline((old) => old ?? state.previousReport);
      timer.current = setTimeout(() => setBaseline(null), SHOWN_MS);
    });
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
    };
  }, []);
  return baseline;
}

/**
 * The report that the canvas shows. The panels have their figures first: what they mean for ten thousand items is worked out in turns of
 * their own, between which the window answers the hand, and the canvas then finds it done.
 */
import { useEffect, useRef, useState } from 'react';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { runInTurns } from '../store/next-turn.ts';
import { useReportStore } from '../store/report-store.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { buildScene } from './far/far-scene.ts';
import { indexReport } from './index-report.ts';

/** null = none yet; another design has none at once. */
export function useArrangedReport(design: Design): Report | null {
  const newest = useReportStore((state) => state.report);
  const [arranged, setArranged] = useState(newest);
  const drawn = useRef(design);
  useEffect(() => {
    drawn.current = design;
  }, [design]);
  useEffect(() => {
    let isStale = false;
    const arrange = async (): Promise<void> => {
      if (newest) await workOut(newest, drawn.current);
      if (!isStale) setArranged(newest);
    };
    void arrange();
    return () => {
      isStale = true;
    };
  }, [newest]);
  return newest && arranged;
}

function workOut(report: Report, design: Design): Promise<void> {
  return runInTurns([() => indexReport(report), () => buildScene(design, layOutCanvas(design), indexReport(report))]);
}

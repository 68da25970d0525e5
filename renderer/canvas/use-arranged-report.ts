/**
 * The report that the canvas shows. The panels have their figures first: what they mean for ten thousand items is worked out in turns of
 * their own, between which the window answers the hand, and the canvas then finds it done.
 */
import { useEffect, useRef, useState } from 'react';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { nextTurn } from '../store/next-turn.ts';
import { useReportStore } from '../store/report-store.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { buildScene } from './far/far-scene.ts';
import { indexReport } from './index-report.ts';

interface Drawing {
  readonly design: Design;
  readonly layout: CanvasLayout;
}

/** null = none yet; another design has none at once. */
export function useArrangedReport(design: Design, layout: CanvasLayout): Report | null {
  const newest = useReportStore((state) => state.report);
  const [arranged, setArranged] = useState(newest);
  const drawing = useRef<Drawing>({ design, layout });
  useEffect(() => {
    drawing.current = { design, layout };
  }, [design, layout]);
  useEffect(() => {
    let isStale = false;
    const arrange = async (): Promise<void> => {
      if (newest) await workOut(newest, drawing.current);
      if (!isStale) setArranged(newest);
    };
    void arrange();
    return () => {
      isStale = true;
    };
  }, [newest]);
  return newest && arranged;
}

async function workOut(report: Report, { design, layout }: Drawing): Promise<void> {
  await nextTurn();
  const index = indexReport(report);
  await nextTurn();
  buildScene(design, layout, index);
  await nextTurn();
}

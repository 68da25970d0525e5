/** In figures: the cables of the selection, whose runs are drawn on the plan. */
import { type ReactElement, useEffect } from 'react';
import { explainRunCables, explainRunLength } from '#core/analysis/explain/explain-floor.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { requestFloorRuns, useFloorRuns } from '../../store/floor-runs-store.ts';
import { useFloorStore } from '../../store/floor-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { formatLength, formatNumber } from '../../ui/format.ts';
import { FactList } from '../../ui/section.tsx';
import { explainFact } from '../explained-fact.tsx';

/** Asks anew whenever the selection changes, and when the report of a new design is there. */
export function useRunsOfSelection(): void {
  const selection = useViewStore((state) => state.selection);
  const design = useDesignStore(selectDesign);
  const isStale = useReportStore((state) => state.isStale);
  const isShown = useFloorStore((state) => state.layers.runs);
  useEffect(() => {
    if (!isStale) void requestFloorRuns(isShown ? selection : null);
  }, [selection, design, isStale, isShown]);
  useEffect(() => () => void requestFloorRuns(null), []);
}

export function RunFigures(): ReactElement | null {
  const runs = useFloorRuns();
  if (runs === null || runs.cableCount === 0) return null;
  const cables: ExplainSource = () => explainRunCables(runs);
  const length: ExplainSource = () => explainRunLength(runs);
  return (
    <section className="fl-aside__part" aria-label="Cables of the selection" data-testid="floor-runs">
      <h3 className="fl-aside__title">Cables of the selection</h3>
      <FactList
        facts={[
          explainFact('Cables', cables, formatNumber(runs.cableCount)),
          explainFact('Longest run', length, formatLength(runs.longestM)),
          explainFact('All together', length, formatLength(runs.totalM, 0)),
          runs.inRackCount > 0 ? explainFact('Stay in their rack', cables, formatNumber(runs.inRackCount)) : null,
          runs.offFloorCount > 0
            ? explainFact('As planned: an end is not on the floor', cables, formatNumber(runs.offFloorCount))
            : null,
        ]}
      />
    </section>
  );
}

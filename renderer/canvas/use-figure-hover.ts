/** One listener for all figures of the canvas: the one that the pointer rests on tells how it is counted, but not to a busy hand. */
import { type PointerEvent, useCallback, useRef } from 'react';
import { type ExplainedFigure, hoverFigure, leaveFigure } from '../store/explain-store.ts';
import { findFigureAt } from './figure-at.ts';
import { hideHint } from './hint.ts';
import { readInteraction } from './interaction.ts';

export function useFigureHover() {
  const last = useRef<ExplainedFigure | null>(null);

  const leave = useCallback(() => {
    if (last.current) leaveFigure();
    last.current = null;
  }, []);

  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      const on = event.target instanceof Element ? event.target.closest('[data-figure]') : null;
      const { linking, moving, editing } = readInteraction();
      const isBusy = event.buttons !== 0 || event.pointerType === 'touch' || linking || moving.size > 0 || editing;
      if (!on || isBusy) {
        leave();
        return;
      }
      const figure = last.current?.anchor === on ? last.current : findFigureAt(on);
      if (!figure) {
        leave();
        return;
      }
      last.current = figure;
      // The card says more than the hint of the label around it.
      hideHint();
      hoverFigure(figure);
    },
    [leave],
  );

  return { onPointerMove, leave };
}

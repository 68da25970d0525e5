/** One listener for all figures of the canvas: the one that the pointer rests on tells how it is counted, but not to a busy hand. */
import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type PointerEvent, useCallback, useRef, useState } from 'react';
import { type ExplainedFigure, hoverFigure, leaveFigure } from '../store/explain-store.ts';
import { createStands, type StandAt } from '../store/figure-stands.ts';
import { findFarFigure } from './far/far-figures.ts';
import { isOnPane } from './far/use-far-pointer.ts';
import { findFigureAt } from './figure-at.ts';
import { hideHint } from './hint.ts';
import { readInteraction } from './interaction.ts';

export function useFigureHover() {
  const flow = useReactFlow();
  const last = useRef<ExplainedFigure | null>(null);
  const [standAt] = useState(createStands);

  const leave = useCallback(() => {
    if (last.current) leaveFigure();
    last.current = null;
  }, []);

  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const { linking, moving, editing } = readInteraction();
      const isBusy = event.buttons !== 0 || event.pointerType === 'touch' || linking || moving.size > 0 || editing;
      const on = event.target instanceof Element ? event.target.closest('[data-figure]') : null;
      let figure: ExplainedFigure | null = null;
      if (!isBusy && on) figure = last.current?.anchor === on ? last.current : findFigureAt(on);
      else if (!isBusy && isOnPane(event.target)) figure = findDrawn(event, flow, standAt);
      if (!figure) {
        leave();
        return;
      }
      last.current = figure;
      // The card says more than the hint of the label around it.
      hideHint();
      hoverFigure(figure);
    },
    [flow, leave, standAt],
  );

  return { onPointerMove, leave };
}

/** What the bitmap says there. */
function findDrawn(
  { clientX, clientY, currentTarget }: PointerEvent<HTMLElement>,
  flow: ReactFlowInstance,
  standAt: StandAt,
): ExplainedFigure | null {
  const found = findFarFigure(flow.screenToFlowPosition({ x: clientX, y: clientY }));
  if (!found) return null;
  const { box, name, source } = found;
  const { x, y, zoom } = flow.getViewport();
  const place = { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom };
  return { anchor: standAt(currentTarget, `${name} ${box.x} ${box.y}`, place), source, figure: name };
}

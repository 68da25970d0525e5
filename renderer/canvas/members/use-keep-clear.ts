/** Shifts the drawing so that what a panel is about is not under that panel. */
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { design } from '../../store/design-store.ts';
import { layOutCanvas } from '../canvas-layout.ts';
import { stepAside } from '../use-kept-fit.ts';
import { chooseDuration } from '../use-viewport.ts';

const gapPx = 24;

/** Once, as the panel opens at the right edge of the drawing. */
export function useKeepClear(panel: RefObject<HTMLElement | null>, canvasId: string): void {
  const flow = useReactFlow();
  useEffect(() => {
    const element = panel.current;
    const pane = element?.parentElement;
    const box = layOutCanvas(design()).boxes.get(canvasId);
    if (!element || !pane || !box) return;
    const left = flow.flowToScreenPosition({ x: box.x, y: box.y }).x;
    const right = flow.flowToScreenPosition({ x: box.x + box.width, y: box.y }).x;
    const covered = right + gapPx - element.getBoundingClientRect().left;
    const room = left - gapPx - pane.getBoundingClientRect().left;
    const shift = Math.min(covered, room);
    if (shift <= 0) return;
    const { x, y, zoom } = flow.getViewport();
    stepAside(flow, { x: x - shift, y, zoom }, chooseDuration());
  }, [flow, panel, canvasId]);
}

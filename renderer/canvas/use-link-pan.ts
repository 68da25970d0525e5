/** While a link is dragged near the edge of the canvas, the canvas moves on, so that far targets come into reach. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { readInteraction, useInteraction } from './interaction.ts';

const edgePx = 36;
const fastestPx = 14;

export function useLinkPan(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const isDragging = useInteraction((state) => state.linking?.isHeld ?? false);

  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);

    function step(): void {
      const pane = store.getState().domNode?.getBoundingClientRect();
      const pointer = readInteraction().linking?.pointer;
      if (pane && pointer) {
        const dx = computeSpeed(pointer.x, pane.left, pane.right);
        const dy = computeSpeed(pointer.y, pane.top, pane.bottom);
        const { x, y, zoom } = flow.getViewport();
        if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
      }
      frame = requestAnimationFrame(step);
    }
  }, [isDragging, flow, store]);
}

/** Px a frame, faster the nearer the edge; what is seen moves against the pointer. */
function computeSpeed(at: number, from: number, to: number): number {
  if (at < from + edgePx) return Math.min(1, (from + edgePx - at) / edgePx) * fastestPx;
  if (at > to - edgePx) return -Math.min(1, (at - (to - edgePx)) / edgePx) * fastestPx;
  return 0;
}

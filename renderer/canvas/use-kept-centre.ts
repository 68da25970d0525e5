/** What is at the centre of the canvas stays there when its width changes: a view beside it, a panel opened or dragged wider. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

export function useKeptCentre(): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    // Behind another tab the canvas has no size: what counts is how wide it was when it was seen last.
    let lastWidth = store.getState().width;
    return store.subscribe(({ width }) => {
      if (width === 0 || width === lastWidth) return;
      const shift = lastWidth === 0 ? 0 : (width - lastWidth) / 2;
      lastWidth = width;
      const { x, y, zoom } = flow.getViewport();
      if (shift !== 0) void flow.setViewport({ x: x + shift, y, zoom });
    });
  }, [flow, store]);
}

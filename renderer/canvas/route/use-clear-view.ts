/** Moves the view once a path shows, so that the card does not lie over what it is about. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Route } from '#core/analysis/route.ts';
import { toCanvasId } from '../canvas-id.ts';
import { chooseDuration } from '../use-viewport.ts';

/** Of the card with its margin, and of the links beside the devices, px on the screen. */
const CARD_WIDTH = 324;
const LINK_ROOM = 72;

export function useClearView(route: Route | null): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || route === null) return;
    isDone.current = true;
    const nodes = route.stops.flatMap(({ deviceId }) => flow.getNode(toCanvasId('device', deviceId)) ?? []);
    if (nodes.length === 0) return;
    const bounds = flow.getNodesBounds(nodes);
    const { x, y, zoom } = flow.getViewport();
    const left = bounds.x * zoom + x;
    const right = left + bounds.width * zoom + LINK_ROOM;
    const shift = Math.min(right - (store.getState().width - CARD_WIDTH), left - LINK_ROOM);
    if (shift > 0) void flow.setViewport({ x: x - shift, y, zoom }, { duration: chooseDuration() });
  }, [route, flow, store]);
}

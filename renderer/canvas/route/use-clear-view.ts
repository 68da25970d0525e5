/** Moves the view once a path shows, so that nothing lies over what it is about. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Route } from '#core/analysis/route.ts';
import { toCanvasId } from '../canvas-id.ts';
import type { CanvasNode } from '../canvas-node.ts';
import type { LinkEdge } from '../project-edges.ts';
import { isClear, locateCorner, placeView } from '../place-view.ts';
import { chooseDuration } from '../use-viewport.ts';

/** Of the links that loop beside the devices. */
const LINK_ROOM = 72;
/** Kept free at each edge, in shares of the canvas. */
const MARGIN = 0.03;

export function useClearView(route: Route | null): void {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const store = useStoreApi();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || route === null) return;
    isDone.current = true;
    const nodes = route.stops.flatMap(({ deviceId }) => flow.getNode(toCanvasId('device', deviceId)) ?? []);
    if (nodes.length === 0) return;
    const { x, y, width, height } = flow.getNodesBounds(nodes);
    const path = { x: x - LINK_ROOM, y, width: width + 2 * LINK_ROOM, height };
    const view = flow.getViewport();
    if (isClear(path, view, store)) return;
    // As large as it is, and no farther from where it is than it has to, where there is room for that.
    const near = locateCorner(path, view, store.getState());
    void flow.setViewport(placeView(store, path, MARGIN, view.zoom, near), { duration: chooseDuration() });
  }, [route, flow, store]);
}

/** How far right a label reaches, on the plane. */
function findLabelEnd(data: LinkEdge['data']): number | null {
  return data ? data.label.x + (data.labelSizes[0].width + HOPS_WIDTH) / 2 : null;
}

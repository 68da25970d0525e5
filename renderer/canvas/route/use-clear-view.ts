/** Moves the view once a path shows, so that nothing lies over what it is about. */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Route } from '#core/analysis/route.ts';
import { surround } from '../../store/free-spot.ts';
import { toCanvasId } from '../canvas-id.ts';
import type { CanvasNode } from '../canvas-node.ts';
import type { LinkEdge } from '../project-edges.ts';
import { isClear, locateCorner, placeView } from '../place-view.ts';
import type { Box } from '../route-link.ts';
import { stepAside } from '../use-kept-fit.ts';
import { chooseDuration } from '../use-viewport.ts';

/** Of the links that loop beside the devices. */
const LINK_ROOM = 72;
/** Of what a path adds to the label of a link. */
const HOPS_WIDTH = 84;
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
    const devices = { x: x - LINK_ROOM, y, width: width + 2 * LINK_ROOM, height };
    const labels = route.hops.flatMap(
      ({ linkId }) => surroundLabel(flow.getEdge(toCanvasId('link', linkId))?.data) ?? [],
    );
    const path = surround([devices, ...labels]) ?? devices;
    const view = flow.getViewport();
    if (isClear(path, view, store)) return;
    // As large as it is, and no farther from where it is than it has to, where there is room for that.
    const near = locateCorner(path, view, store.getState());
    stepAside(flow, placeView(store, path, MARGIN, view.zoom, near), chooseDuration());
  }, [route, flow, store]);
}

/** Of a label on the plane, with what the path will say on it. */
function surroundLabel(data: LinkEdge['data']): Box | null {
  if (!data) return null;
  const { label, labelSizes } = data;
  const width = labelSizes[0].width + HOPS_WIDTH;
  return { x: label.x - width / 2, y: label.y, width, height: 0 };
}

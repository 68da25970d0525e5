/** Where the canvas has to look to show a box whole, beside what floats over it; and whether it does so already. */
import type { useStoreApi, Viewport } from '@xyflow/react';
import { type Edges, measureFloats, placeClear, touchesAny } from '../store/clear-view.ts';
import type { Box } from './route-link.ts';

export type FlowStore = ReturnType<typeof useStoreApi>;

interface Corner {
  readonly left: number;
  readonly top: number;
}

interface Pane {
  readonly width: number;
  readonly height: number;
}

/** A canvas that is hidden has a size of React Flow's own making: nothing can be centred on it. */
export function isInSight(store: FlowStore): boolean {
  const { width, domNode } = store.getState();
  return width > 0 && domNode !== null && domNode.offsetWidth === width;
}

/** The view that shows the box whole, beside what floats over the canvas, and no nearer than asked for. */
export function placeView(store: FlowStore, box: Box, margin: number, mostZoom: number, near?: Corner): Viewport {
  const { width, height, minZoom } = store.getState();
  const limits = { marginX: margin * width, marginY: margin * height, leastScale: minZoom, mostScale: mostZoom, near };
  const { left, top, scale } = placeClear(box, { width, height }, listFloats(store), limits);
  return { x: left - box.x * scale, y: top - box.y * scale, zoom: scale };
}

/** Where the corner of a box is on the canvas; nothing when all of the box is out of sight. */
export function locateCorner(box: Box, view: Viewport, pane: Pane): Corner | undefined {
  const edges = project(box, view);
  return touchesAny(edges, [{ left: 0, top: 0, right: pane.width, bottom: pane.height }]) ? edges : undefined;
}

/** Whether all of the box is on the canvas, whatever floats over it. */
export function isInside(box: Box, view: Viewport, { width, height }: Pane): boolean {
  const { left, top, right, bottom } = project(box, view);
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** Whether all of the box is on the canvas, and nothing floats over it. */
export function isClear(box: Box, view: Viewport, store: FlowStore): boolean {
  return isInside(box, view, store.getState()) && !touchesAny(project(box, view), listFloats(store));
}

export function isSameView(a: Viewport, b: Viewport): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}

function project(box: Box, { x, y, zoom }: Viewport): Edges {
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return { left, top, right: left + box.width * zoom, bottom: top + box.height * zoom };
}

/** What floats over the canvas, px on its pane. */
function listFloats(store: FlowStore): Edges[] {
  const { domNode } = store.getState();
  return domNode ? measureFloats(domNode) : [];
}

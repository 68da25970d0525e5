/** Where the canvas looks: fit on opening, zoom commands of the window, bringing an object into view, and telling the stores. */
import { type ReactFlowInstance, useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { design, designStore, useDesignStore } from '../store/design-store.ts';
import { type CanvasCommandKind, reportViewport, useViewStore, viewStore } from '../store/view-store.ts';
import { isMotionReduced } from '../ui/motion.ts';
import { findCanvasId, toCanvasId } from './canvas-id.ts';
import { surroundDrawing } from './drawing-extent.ts';
import { FIT_MARGIN, FIT_MAX_ZOOM, rememberPane } from './guess-fit.ts';
import { resetInteraction, setInteraction } from './interaction.ts';
import { surround } from '../store/free-spot.ts';
import { type FlowStore, isClear, isInSight, isSameView, locateCorner, placeView } from './place-view.ts';
import type { Box } from './route-link.ts';
import { findShownId } from './trunk-refs.ts';
import { rememberFit, useKeptFit } from './use-kept-fit.ts';

/** Kept free at each edge, in shares of the canvas. */
const selectionMargin = 0.083;
const comingMargin = 0.1;
/** Objects come into view at least this large, so that they can be read. */
const readableZoom = 0.75;

/** Kept while another tab hides the canvas, so that coming back shows the same place. */
let lastView: { documentSerial: number; viewport: Viewport } | null = null;

let lastFocusSerial = 0;
let lastCommandSerial = 0;
let lastCameraSerial = 0;

export function useViewport(boxes: ReadonlyMap<string, Box>) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const documentSerial = useDesignStore((state) => state.documentSerial);
  const focusRequest = useViewStore((state) => state.focusRequest);
  const command = useViewStore((state) => state.canvasCommand);
  const cameraRequest = useViewStore((state) => state.cameraRequest);
  const currentBoxes = useRef(boxes);
  useLayoutEffect(() => {
    currentBoxes.current = boxes;
  }, [boxes]);

  const tellViewport = useCallback(() => {
    const { width, height } = store.getState();
    if (!isInSight(store)) return;
    rememberPane({ width, height });
    const viewport = flow.getViewport();
    lastView = { documentSerial: designStore.getState().documentSerial, viewport };
    const { x, y, zoom } = viewport;
    reportViewport({ x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom }, zoom);
  }, [flow, store]);

  const fitAll = useCallback(
    (duration: number) => {
      const all = surroundDrawing(design(), currentBoxes.current);
      // React Flow knows only what is mounted, so the view that holds everything is worked out here.
      const fitting = all && placeView(store, all, FIT_MARGIN, FIT_MAX_ZOOM);
      const wanted = fitting ?? { x: 80, y: 60, zoom: 1 };
      rememberFit(wanted, duration);
      if (!isSameView(wanted, flow.getViewport())) void flow.setViewport(wanted, { duration });
    },
    [flow, store],
  );

  useEffect(() => {
    resetInteraction();
    const known = lastView?.documentSerial === documentSerial ? lastView.viewport : null;
    if (known) void flow.setViewport(known);
    // At once, so that no frame shows the new drawing by the view of the old one.
    else if (isInSight(store)) fitAll(0);
    // React Flow learns its own size and its nodes in effects of its own: wait for both.
    return whenSized(store, () => {
      if (!known) fitAll(0);
      requestAnimationFrame(tellViewport);
    });
  }, [documentSerial, flow, store, fitAll, tellViewport]);

  // Before what asks for a place of its own: that has the last word.
  useKeptFit({ boxes: currentBoxes, fitAll, chooseDuration, whenSized });

  useEffect(() => {
    if (!focusRequest || focusRequest.serial <= lastFocusSerial) return;
    lastFocusSerial = focusRequest.serial;
    const boxesToShow = listBoxes(focusRequest.ref, currentBoxes.current);
    const canvasId = findCanvasId(focusRequest.ref);
    if (canvasId !== null) setInteraction({ active: findShownId(canvasId) });
    return whenSized(store, () => {
      bringIntoView(flow, store, surround(boxesToShow), readableZoom);
    });
  }, [focusRequest, flow, store]);

  useEffect(() => {
    if (!command || command.serial <= lastCommandSerial) return;
    lastCommandSerial = command.serial;
    return whenSized(store, () => run(command.kind, chooseDuration()));

    function run(kind: CanvasCommandKind, duration: number): void {
      if (kind === 'fit') fitAll(duration);
      if (kind === 'zoom-in') void flow.zoomIn({ duration });
      if (kind === 'zoom-out') void flow.zoomOut({ duration });
      if (kind !== 'zoom-selection' && kind !== 'show-selection') return;
      const chosen = viewStore.getState().selection.flatMap((ref) => listBoxes(ref, currentBoxes.current));
      const target = surround(chosen);
      if (kind === 'show-selection') bringIntoView(flow, store, target, 0);
      else if (target) {
        void flow.setViewport(placeView(store, target, selectionMargin, store.getState().maxZoom), { duration });
      }
    }
  }, [command, flow, store, fitAll]);

  // A canvas that grows or shrinks shows another middle. One that has not been fitted yet has nothing to keep.
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    if (lastView?.documentSerial === documentSerial) tellViewport();
  }, [documentSerial, tellViewport, width, height]);

  useEffect(() => {
    if (!cameraRequest || cameraRequest.serial <= lastCameraSerial) return;
    lastCameraSerial = cameraRequest.serial;
    const { centre, zoom } = cameraRequest;
    return whenSized(store, () => void flow.setCenter(centre.x, centre.y, { zoom, duration: chooseDuration() }));
  }, [cameraRequest, flow, store]);

  return { tellViewport, fitAll };
}

/**
 * Runs `act` in a coming frame, once React Flow has its nodes and its size: both come in effects of its own, a canvas behind
 * another tab has no size until it is shown, and one beside another view gets its own a frame late. Returns the way to give up.
 */
function whenSized(store: FlowStore, act: () => void): () => void {
  let seenWidth = 0;
  let frame = requestAnimationFrame(check);
  return () => cancelAnimationFrame(frame);

  function check(): void {
    const { width } = store.getState();
    if (isInSight(store) && width === seenWidth) {
      act();
      return;
    }
    seenWidth = width;
    frame = requestAnimationFrame(check);
  }
}

/** Moves the view only when that is needed to see the box; zooms in to what is asked for at least, out to what fits. */
function bringIntoView(flow: ReactFlowInstance, store: FlowStore, target: Box | null, leastZoom: number): void {
  if (!target) return;
  const { zoom } = flow.getViewport();
  if (zoom >= Math.min(0.5, leastZoom) && isClear(target, flow.getViewport(), store)) return;
  const mostZoom = Math.max(zoom, leastZoom);
  // What is in sight in part comes in from there, and no farther than it has to.
  const near = mostZoom === zoom ? locateCorner(target, flow.getViewport(), store.getState()) : undefined;
  const nearest = near && placeView(store, target, comingMargin, zoom, near);
  const next = nearest?.zoom === zoom ? nearest : placeView(store, target, comingMargin, mostZoom);
  void flow.setViewport(next, { duration: chooseDuration() });
}

/**
 * Boxes of the nodes an object is drawn by: a link by its two ends, a fabric by the ends of all its links, what a unit hides by its
 * tile.
 */
function listBoxes(ref: ObjectRef, boxes: ReadonlyMap<string, Box>): Box[] {
  const { links } = design();
  const shown =
    ref.kind === 'fabric'
      ? Object.values(links).filter((link) => link.fabricId === ref.id)
      : [ref.kind === 'link' ? links[ref.id] : undefined];
  const deviceIds = shown.flatMap((link) => (link ? [link.a.deviceId, link.b.deviceId] : []));
  const canvasIds = deviceIds.map((id) => toCanvasId('device', id));
  const own = findCanvasId(ref);
  if (own !== null) canvasIds.push(own);
  return canvasIds.flatMap((canvasId) => boxes.get(findShownId(canvasId)) ?? []);
}

/** 0 for people who asked for less motion. */
export function chooseDuration(): number {
  return isMotionReduced() ? 0 : 240;
}

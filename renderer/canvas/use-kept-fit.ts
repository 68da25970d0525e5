/**
 * A drawing that was in sight as a whole stays so: when a legend opens or grows over it, when what lay beside it is gone, and when
 * the width of the canvas changes, by a view beside it or a panel that opens. One that was moved by hand stays where it is.
 */
import { type ReactFlowInstance, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { design } from '../store/design-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { surroundDrawing } from './drawing-extent.ts';
import { FIT_MARGIN } from './guess-fit.ts';
import { type FlowStore, isClear, isInSight, isInside, isSameView, locateCorner, placeView } from './place-view.ts';
import type { Box } from './route-link.ts';

/** The view that showed everything, for as long as nobody looks elsewhere. */
let lastFit: Viewport | null = null;
let arrivesAtMs = 0;

/** `duration`: until the view is there, ms. */
export function rememberFit(view: Viewport, duration: number): void {
  lastFit = view;
  arrivesAtMs = performance.now() + duration;
}

/** Whether the drawing stands as it was fitted, or is on its way there. */
function standsFitted(view: Viewport): boolean {
  return lastFit !== null && (isSameView(lastFit, view) || performance.now() < arrivesAtMs);
}

/** Moves the view aside for a card that opens over it: that is not by hand, so a fitted drawing goes on to count as one. */
export function stepAside(
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  view: Viewport,
  duration: number,
): void {
  if (standsFitted(flow.getViewport())) rememberFit(view, duration);
  void flow.setViewport(view, { duration });
}

interface Fitting {
  /** Of all that is drawn. */
  readonly boxes: RefObject<ReadonlyMap<string, Box>>;
  /** Shows everything, over so many milliseconds. */
  readonly fitAll: (duration: number) => void;
  readonly chooseDuration: () => number;
  /** Waits for the canvas to have its size; returns the way to give up. */
  readonly whenSized: (store: FlowStore, act: () => void) => () => void;
}

export function useKeptFit(fitting: Fitting): void {
  useRoomForLegend(fitting);
  useRoomOfWelcome(fitting);
  useNewWidth(fitting);
}

function useRoomForLegend({ boxes, fitAll, chooseDuration, whenSized }: Fitting): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const overlay = useViewStore((state) => state.overlay);
  useEffect(() => {
    if (overlay === 'none') return;
    // Some legends grow once there is an answer.
    const observer = new ResizeObserver(makeRoom);
    const giveUp = whenSized(store, () => {
      makeRoom();
      const legend = document.querySelector('.cv-legend');
      if (legend) observer.observe(legend);
    });
    return () => {
      giveUp();
      observer.disconnect();
    };

    function makeRoom(): void {
      const view = flow.getViewport();
      if (!isInSight(store) || !standsFitted(view)) return;
      const all = surroundDrawing(design(), boxes.current);
      if (all && !isClear(all, lastFit ?? view, store)) fitAll(chooseDuration());
    }
  }, [overlay, flow, store, boxes, fitAll, chooseDuration, whenSized]);
}

/** The card of the first run takes much room: what stood beside it has all of it again. */
function useRoomOfWelcome({ fitAll, chooseDuration, whenSized }: Fitting): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const showsWelcome = useViewStore((state) => state.showsWelcome);
  useEffect(() => {
    if (showsWelcome) return;
    return whenSized(store, () => {
      if (standsFitted(flow.getViewport())) fitAll(chooseDuration());
    });
  }, [showsWelcome, flow, store, fitAll, chooseDuration, whenSized]);
}

/** What is at the centre stays there; a drawing that was whole is whole again. */
function useNewWidth({ boxes, fitAll }: Fitting): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    // Behind another tab the canvas has a size that is none: what counts is how wide it was when it was seen last.
    let last = isInSight(store) ? store.getState().width : 0;
    return store.subscribe(({ width, height }) => {
      if (width === last || !isInSight(store)) return;
      const before = last;
      last = width;
      if (before === 0) return;
      const view = flow.getViewport();
      if (standsFitted(view)) {
        fitAll(0);
        return;
      }
      const kept = { ...view, x: view.x + (width - before) / 2 };
      const all = surroundDrawing(design(), boxes.current);
      const wasWhole = all !== null && isInside(all, view, { width: before, height });
      const isLost = wasWhole && !isClear(all, kept, store);
      const near = isLost ? locateCorner(all, kept, { width, height }) : undefined;
      void flow.setViewport(isLost ? placeView(store, all, FIT_MARGIN, view.zoom, near) : kept);
    });
  }, [flow, store, boxes, fitAll]);
}

/**
 * The canvas by keyboard. It is one tab stop: arrows walk between neighbours, Alt with arrows moves the selection. After a
 * click the hand leads, and plain arrows nudge what was clicked, as drawing tools do.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, type PointerEvent, useCallback, useEffect, useMemo } from 'react';
import { design } from '../store/design-store.ts';
import { cancelLayout } from '../store/graph-layout.ts';
import { closeRoute, routeStore } from '../store/route-store.ts';
import { clearSelection, select, useViewStore, viewStore } from '../store/view-store.ts';
import { findCanvasId, parseCanvasId, toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { GRID } from './device-shape.ts';
import { type Direction, findFirst, findNeighbour } from './find-neighbour.ts';
import { focusCanvas } from './focus-canvas.ts';
import { readInteraction, setInteraction } from './interaction.ts';
import { cancelLink } from './link-gesture.ts';
import { aimAtActive, finishAtActive, startLinkFrom } from './link-keys.ts';
import { listLines, type Trunk } from './merge-links.ts';
import { canNudge, nudgeSelection } from './nudge.ts';
import { closeGroup, openItem } from './open-item.ts';
import type { Box, Point } from './route-link.ts';
import { findShownId, listRefs } from './trunk-refs.ts';
import { narrowFrames } from './unit-layout.ts';
import { chooseDuration } from './use-viewport.ts';

const directions: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const farStep = 5;
let lastCommandSerial = 0;

export function useCanvasKeys(drawnBoxes: ReadonlyMap<string, Box>, cancelMove: () => boolean) {
  const boxes = useMemo(() => narrowFrames(drawnBoxes, layOutCanvas(design()).units), [drawnBoxes]);
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    // The item the keys are on may have gone into a tile.
    const { active } = readInteraction();
    if (active !== null) setInteraction({ active: findShownId(active) });
  }, [boxes]);

  /** Middle of an item in client coordinates. */
  const locate = useCallback(
    (canvasId: string | null): Point => {
      const box = canvasId === null ? undefined : boxes.get(canvasId);
      return flow.flowToScreenPosition(box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 });
    },
    [boxes, flow],
  );

  const command = useViewStore((state) => state.canvasCommand);
  useEffect(() => {
    if (command?.kind !== 'draw-link' || command.serial <= lastCommandSerial) return;
    lastCommandSerial = command.serial;
    startLinkFrom(locate);
    focusCanvas();
  }, [command, locate]);

  const moveActive = useCallback(
    (canvasId: string | null, extend: boolean) => {
      if (canvasId === null) return;
      setInteraction({ active: canvasId, isKeyboardLeading: true });
      showBox(boxes.get(canvasId));
      if (readInteraction().linking) {
        aimAtActive(canvasId, locate(canvasId));
        return;
      }
      const refs = listRefs(canvasId);
      const ids = new Set(refs.map(findCanvasId));
      const { selection } = viewStore.getState();
      select(extend ? [...selection.filter((other) => !ids.has(findCanvasId(other))), ...refs] : refs);

      function showBox(box: Box | undefined): void {
        if (!box) return;
        const { width, height } = store.getState();
        const { x, y, zoom } = flow.getViewport();
        const left = box.x * zoom + x;
        const top = box.y * zoom + y;
        const isShown = left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height;
        if (isShown) return;
        const duration = chooseDuration();
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration });
      }
    },
    [boxes, flow, locate, store],
  );

  const onArrow = useCallback(
    (event: KeyboardEvent, direction: Direction) => {
      event.preventDefault();
      const { linking, isKeyboardLeading, active } = readInteraction();
      const isNudge = !linking && (event.altKey || (!isKeyboardLeading && canNudge()));
      if (isNudge) {
        const distance = event.shiftKey ? GRID * farStep : GRID;
        nudgeSelection(direction, distance, event.timeStamp);
        return;
      }
      moveActive(findNeighbour(boxes, findAnchor(active), direction), event.shiftKey);

      /** A link has no place of its own here: walking on starts at the device it begins at. */
      function findAnchor(canvasId: string | null): string | null {
        if (canvasId === null || boxes.has(canvasId)) return canvasId;
        const link = design().links[parseCanvasId(canvasId).id];
        return link ? findShownId(toCanvasId('device', link.a.deviceId)) : null;
      }
    },
    [boxes, moveActive],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.target instanceof HTMLInputElement || event.defaultPrevented) return;
      const direction = directions[event.key];
      if (direction && !event.ctrlKey && !event.metaKey) {
        onArrow(event, direction);
        return;
      }
      // A drag is given up whatever is held down for it.
      if (event.key === 'Escape' && cancelMove()) {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { linking, active, tool, openedGroup } = readInteraction();
      switch (event.key) {
        case 'Escape':
          if (cancelLayout()) {
            event.preventDefault();
            return;
          }
          if (linking || tool !== 'select') {
            // One mode is left at a time; the window's own Escape would clear the selection as well.
            event.preventDefault();
            if (linking) cancelLink();
            else setInteraction({ tool: 'select' });
          } else if (routeStore.getState().isOpen) closeRoute();
          else if (openedGroup !== null) {
            // Else the window's own Escape would clear the selection as well.
            event.preventDefault();
            closeGroup();
          } else clearSelection();
          return;
        case 'Enter':
          if (linking) {
            // Else the same press would go on to the button that takes the focus.
            event.preventDefault();
            finishAtActive(locate(active));
          } else if (active !== null) openItem(active);
          return;
        case 'Home':
          event.preventDefault();
          moveActive(findFirst(boxes), false);
          return;
        case '.':
        case ',':
          moveActive(findNextLink(active, event.key === '.' ? 1 : -1), false);
          return;
        case 'F2':
          event.preventDefault();
          renameActive(active);
          return;
        case 'l':
        case 'L':
          // The window has the same key for when the focus is elsewhere.
          event.preventDefault();
          startLinkFrom(locate);
          return;
        case 'v':
          setInteraction({ tool: 'select' });
          return;
        case 'h':
          setInteraction({ tool: 'pan' });
          return;
        default:
      }
    },
    [boxes, cancelMove, locate, moveActive, onArrow],
  );

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || !event.currentTarget.matches(':focus-visible')) return;
      // Focus that a name field, a menu or a dialog hands back is not somebody walking in with Tab.
      const from = event.relatedTarget;
      if (from instanceof Element && from.closest('.cv-root, [role="menu"], [role="dialog"]')) return;
      const [first] = viewStore.getState().selection;
      const chosen = first ? findCanvasId(first) : null;
      setInteraction({ isKeyboardLeading: true, active: chosen ?? readInteraction().active ?? findFirst(boxes) });
    },
    [boxes],
  );

  const onPointerDownCapture = useCallback((event: PointerEvent<HTMLElement>) => {
    setInteraction({ isKeyboardLeading: false });
    if (event.target instanceof HTMLInputElement) return;
    event.currentTarget.focus({ preventScroll: true });
    setInteraction({ isKeyboardLeading: false });
  }, []);

  return { onKeyDown, onFocus, onPointerDownCapture };
}

function renameActive(active: string | null): void {
  const { selection } = viewStore.getState();
  const only = selection.length === 1 && selection[0] ? findCanvasId(selection[0]) : null;
  const canvasId = only ?? active;
  if (canvasId !== null && !canvasId.startsWith('link:')) setInteraction({ editing: { canvasId, field: 'name' } });
}

/** The next line of the active device or tile, or after the active link the next one of where it begins. */
function findNextLink(active: string | null, step: 1 | -1): string | null {
  if (active === null) return null;
  const lines = listLines(design());
  const isLink = parseCanvasId(active).kind === 'link';
  const startId = isLink ? lines.find((line) => toLineId(line) === active)?.aId : active;
  const own = lines.filter(({ aId, bId }) => aId === startId || bId === startId);
  if (own.length === 0) return null;
  const at = own.findIndex((line) => toLineId(line) === active);
  const next = at < 0 ? own.at(step > 0 ? 0 : -1) : own[(at + step + own.length) % own.length];
  return next ? toLineId(next) : null;
}

function toLineId({ links }: Trunk): string {
  return toCanvasId('link', links[0].id);
}

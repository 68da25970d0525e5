/** The hand on the far view: hover explains, a click selects, a double click goes there, a marquee takes what it touches. */
import { useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { clearSelection, select, toggleSelect, viewStore } from '../../store/view-store.ts';
import { parseCanvasId } from '../canvas-id.ts';
import { hideHint, showHintAt } from '../hint.ts';
import { readInteraction, setInteraction } from '../interaction.ts';
import type { Box } from '../route-link.ts';
import { chooseDuration } from '../use-viewport.ts';
import { touches } from './box-grid.ts';
import { isFarFigure } from './far-figures.ts';
import type { FarContent } from './paint-picture.ts';
import { setFarHand } from './far-hand.ts';
import { type FarHit, pickFar } from './pick-far.ts';

/** What is gone to fills the view up to here, and is at least readable. */
const nearZoom = 0.75;
const fillShare = 0.8;

type At = Pick<MouseEvent, 'clientX' | 'clientY'>;
type Click = At & Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export function useFarPointer(content: FarContent, boxes: ReadonlyMap<string, Box>) {
  const flow = useReactFlow();
  const hovered = useRef<string | null>(null);
  const pressed = useRef<{ x: number; y: number } | null>(null);

  const hitAt = useCallback(
    ({ clientX, clientY }: At): FarHit | null =>
      pickFar(content, flow.screenToFlowPosition({ x: clientX, y: clientY }), flow.getZoom()),
    [content, flow],
  );

  const goTo = useCallback(
    (box: Box) => {
      const pane = document.querySelector('.cv-root')?.getBoundingClientRect();
      if (!pane) return;
      const fitting = fillShare * Math.min(pane.width / box.width, pane.height / box.height);
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      // A block is looked into, one item is looked at.
      const zoom = Math.min(nearZoom, Math.max(fitting, flow.getZoom() * 1.5));
      void flow.setCenter(centre.x, centre.y, { zoom, duration: chooseDuration() });
    },
    [flow],
  );

  useEffect(() => {
    setFarHand({ hitAt, goTo });
    return () => setFarHand(null);
  }, [hitAt, goTo]);

  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      const isPane = event.buttons === 0 && isOnPane(event.target);
      // A figure tells how it is counted, which is more.
      const isFigure = isPane && isFarFigure(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      const hit = isPane && !isFigure ? hitAt(event) : null;
      const key = hit ? `${hit.title} ${hit.facts.join()}` : null;
      if (key === hovered.current) return;
      hovered.current = key;
      if (hit) showHintAt(event, hit.title, hit.facts);
      else if (isPane) hideHint();
    },
    [flow, hitAt],
  );

  const onPaneClick = useCallback(
    (event: Click) => {
      const hit = hitAt(event);
      const adds = event.shiftKey || event.ctrlKey || event.metaKey;
      if (!hit || hit.refs.length === 0) {
        if (!adds) clearSelection();
        return;
      }
      if (hit.canvasId !== null) setInteraction({ active: hit.canvasId });
      const [only] = hit.refs;
      if (!adds) select(hit.refs);
      else if (hit.refs.length === 1 && only) toggleSelect(only);
      else select([...viewStore.getState().selection, ...hit.refs]);
    },
    [hitAt],
  );

  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      const hit = isOnPane(event.target) ? hitAt(event) : null;
      if (!hit) return;
      hideHint();
      goTo(hit.box);
    },
    [hitAt, goTo],
  );

  /** Enter goes to the item the keyboard is on; true when that was done. */
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>): boolean => {
      const { active, linking } = readInteraction();
      const box = active === null ? undefined : boxes.get(active);
      if (!content.isFar || event.key !== 'Enter' || !box || linking || event.target instanceof HTMLInputElement)
        return false;
      event.preventDefault();
      goTo(box);
      return true;
    },
    [content.isFar, boxes, goTo],
  );

  const onPointerDownCapture = useCallback((event: PointerEvent) => {
    pressed.current = { x: event.clientX, y: event.clientY };
  }, []);

  /** From afar nothing is mounted that React Flow could find under its marquee. */
  const onMarqueeEnd = useCallback(
    (event: MouseEvent) => {
      if (!content.isFar || !pressed.current) return;
      const from = flow.screenToFlowPosition(pressed.current);
      const to = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const area = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      };
      const touched = [...boxes].filter(([, box]) => touches(box, area)).map(([id]) => parseCanvasId(id));
      const adds = event.shiftKey || event.ctrlKey || event.metaKey;
      select(adds ? [...viewStore.getState().selection, ...touched] : touched);
    },
    [content.isFar, boxes, flow],
  );

  return { hitAt, onKeyDown, onPointerMove, onPaneClick, onDoubleClick, onPointerDownCapture, onMarqueeEnd };
}

/** Where nothing is mounted. */
export function isOnPane(target: EventTarget): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane');
}

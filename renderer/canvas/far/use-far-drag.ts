/** Dragging a tile of the far view: the bitmap draws it on its way, and on release the design changes as with a node. */
import { useReactFlow } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { select, viewStore } from '../../store/view-store.ts';
import { findCanvasId, parseCanvasId } from '../canvas-id.ts';
import type { CanvasLayout } from '../canvas-layout.ts';
import { readInteraction } from '../interaction.ts';
import { type DragKeys, readDragKeys } from '../drag-keys.ts';
import type { Point } from '../route-link.ts';
import { chooseBlocks } from './far-view.ts';
import type { FarContent } from './paint-picture.ts';
import { pickFar } from './pick-far.ts';

const slackPx = 4;

/** What a drag does to the drawing; see use-node-moves.ts. */
export interface Mover {
  readonly isLocked: (canvasId: string) => boolean;
  readonly begin: () => void;
  /** `pointer` in client coordinates. */
  readonly moveTo: (moved: Map<string, Point>, keys: DragKeys, pointer: Point) => void;
  readonly drop: (pointer: Point, keys: DragKeys) => void;
}

/** `onClick`: what a press means that did not become a drag; React Flow is not told of it. */
export function useFarDrag(
  content: FarContent,
  { spots }: CanvasLayout,
  mover: Mover,
  onClick: (event: PointerEvent) => void,
) {
  const flow = useReactFlow();

  const findTile = useCallback(
    (event: ReactPointerEvent): string | null => {
      const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
      const { classList } = event.target as Element;
      // While the hand pans, by the tool or the space bar, React Flow marks the pane.
      const isFree = classList.contains('react-flow__pane') && !classList.contains('draggable');
      if (!content.isFar || event.button !== 0 || isAdding || !isFree || readInteraction().tool !== 'select')
        return null;
      const zoom = flow.getZoom();
      if (chooseBlocks(content.scene, zoom)) return null;
      const hit = pickFar(content, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }), zoom);
      const tile = hit?.tileId ?? null;
      return tile === null || mover.isLocked(tile) ? null : tile;
    },
    [content, flow, mover],
  );

  const onPointerDownCapture = useCallback(
    (event: ReactPointerEvent) => {
      const tile = findTile(event);
      const start = tile === null ? undefined : spots.get(tile)?.position;
      if (tile === null || !start) return;
      // Else React Flow would draw a marquee.
      event.stopPropagation();
      const from = { x: event.clientX, y: event.clientY };
      let isDragging = false;

      const onMove = (move: PointerEvent): void => {
        if (!isDragging && Math.hypot(move.clientX - from.x, move.clientY - from.y) < slackPx) return;
        if (!isDragging) {
          isDragging = true;
          const { selection } = viewStore.getState();
          if (!selection.some((ref) => findCanvasId(ref) === tile)) select([parseCanvasId(tile)]);
          mover.begin();
        }
        const zoom = flow.getZoom();
        const to = { x: start.x + (move.clientX - from.x) / zoom, y: start.y + (move.clientY - from.y) / zoom };
        mover.moveTo(new Map([[tile, to]]), readDragKeys(move), { x: move.clientX, y: move.clientY });
      };
      const onUp = (up: PointerEvent): void => {
        stop();
        if (isDragging) {
          mover.drop({ x: up.clientX, y: up.clientY }, readDragKeys(up));
          swallowClick();
        } else if (up.type === 'pointerup') {
          onClick(up);
        }
      };
      const stop = (): void => {
        window.removeEventListener('pointermove', onMove);
        window.removeEventListener('pointerup', onUp);
        window.removeEventListener('pointercancel', onUp);
      };
      window.addEventListener('pointermove', onMove);
      window.addEventListener('pointerup', onUp);
      window.addEventListener('pointercancel', onUp);
    },
    [findTile, flow, mover, onClick, spots],
  );

  return { onPointerDownCapture };
}

/** The click that follows a drag means nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}

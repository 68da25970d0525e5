/** The canvas's context menu: of the item under the pointer, or by the menu key of what is selected, and then beside it. */
import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback, useRef } from 'react';
import { viewStore } from '../store/view-store.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { findCanvasId } from './canvas-id.ts';
import { hideHint } from './hint.ts';
import { readInteraction } from './interaction.ts';
import { listMenuEntries, openMenuOn } from './menu-entries.ts';
import { pickLineId } from './pick-line.ts';
import type { Box } from './route-link.ts';
import { findShownId } from './trunk-refs.ts';

type HitAt = (at: { clientX: number; clientY: number }) => { canvasId: string | null } | null;

/** `hitAt` answers where nothing is mounted under the pointer. */
export function useItemMenu(boxes: ReadonlyMap<string, Box>, hitAt: HitAt) {
  const flow = useReactFlow();
  const on = useRef<string | null>(null);

  const onContextMenuCapture = useCallback(
    (event: MouseEvent) => {
      hideHint();
      const target = event.target instanceof Element ? event.target : null;
      // The menu key reports the focused element, which is the canvas as a whole, and its middle.
      const isKey = target?.classList.contains('cv-root') ?? false;
      if (!isKey) {
        const mounted = target?.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
        on.current = pickLineId(event) ?? mounted ?? hitAt(event)?.canvasId ?? null;
      } else if (event.nativeEvent.isTrusted) {
        on.current = findMeant();
        const box = on.current === null ? undefined : boxes.get(on.current);
        if (box && target) {
          event.preventDefault();
          event.stopPropagation();
          openAt(target, flow.flowToScreenPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
          return;
        }
      }
      openMenuOn(on.current);
    },
    [boxes, flow, hitAt],
  );
  const listEntries = useCallback((): MenuEntry[] => listMenuEntries(on.current, boxes), [boxes]);
  return { onContextMenuCapture, listEntries };
}

/** What the keys are on when it is selected, else the first thing that is. */
function findMeant(): string | null {
  const { active } = readInteraction();
  const selected = viewStore.getState().selection.flatMap((ref) => findCanvasId(ref) ?? []);
  const meant = selected.length === 0 || selected.includes(active ?? '') ? active : (selected[0] ?? null);
  return meant === null ? null : findShownId(meant);
}

/** Asks for the menu once more, from where the item is; one out of sight has it at the edge. */
function openAt(canvas: Element, { x, y }: { readonly x: number; readonly y: number }): void {
  const { left, right, top, bottom } = canvas.getBoundingClientRect();
  const clientX = Math.min(right - 8, Math.max(left + 8, x));
  const clientY = Math.min(bottom - 8, Math.max(top + 8, y));
  canvas.dispatchEvent(new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
}

/** While the card of a path is open: the device that the pointer or the keyboard rests on shows its path. */
import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import type { RouteEnd } from '#core/analysis/route.ts';
import { hoverRoute, routeStore, useRoute } from '../../store/route-store.ts';
import { parseCanvasId } from '../canvas-id.ts';
import { useInteraction } from '../interaction.ts';

/** So that what the pointer only crosses is left alone. */
const REST_MS = 150;

export function useRouteHover(): (event: PointerEvent) => void {
  const isOpen = useRoute((state) => state.isOpen);
  const active = useInteraction((state) => (state.isKeyboardLeading ? state.active : null));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (isOpen) hoverRoute(active === null ? null : findEnd(active));
  }, [isOpen, active]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (event: PointerEvent) => {
      if (!isOpen || event.buttons !== 0) return;
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-canvas-id]') : null;
      const end = findEnd(target?.dataset['canvasId'] ?? '');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => hoverRoute(end), REST_MS);
    },
    [isOpen],
  );
}

/** The first of a group; null = no device, or one that is an end of the path already. */
function findEnd(canvasId: string): RouteEnd | null {
  const { kind, id } = parseCanvasId(canvasId);
  const { from, to } = routeStore.getState();
  return kind !== 'device' || id === from?.deviceId || id === to?.deviceId ? null : { deviceId: id, member: 0 };
}

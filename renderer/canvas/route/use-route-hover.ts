/** While the card of a path is open: the device that the pointer or the keyboard rests on shows its path. */
import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { hoverRoute, useRoute } from '../../store/route-store.ts';
import { parseCanvasId } from '../canvas-id.ts';
import { useInteraction } from '../interaction.ts';

/** So that what the pointer only crosses is left alone. */
const REST_MS = 150;

export function useRouteHover(): (event: PointerEvent) => void {
  const isOpen = useRoute((state) => state.isOpen);
  const active = useInteraction((state) => (state.isKeyboardLeading ? state.active : null));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (isOpen) hoverRoute(active === null ? null : findDevice(active));
  }, [isOpen, active]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (event: PointerEvent) => {
      if (!isOpen || event.buttons !== 0) return;
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-canvas-id]') : null;
      const deviceId = findDevice(target?.dataset['canvasId'] ?? '');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => hoverRoute(deviceId), REST_MS);
    },
    [isOpen],
  );
}

function findDevice(canvasId: string): string | null {
  const { kind, id } = parseCanvasId(canvasId);
  return kind === 'device' ? id : null;
}

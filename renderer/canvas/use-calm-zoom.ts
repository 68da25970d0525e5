/**
 * The zoom for what need not follow it in every frame. While a view moves it is moved as one picture; whatever changes on it has the browser
 * draw and divide all of it anew.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { VIEW_REST_MS } from './view-rest.ts';

/** `read` stays the same function. Its value follows a single jump at once and a zoom when it rests, or `isLive` eight times a second. */
export function useCalmZoom<T extends number | string>(read: (zoom: number) => T, isLive = false): T {
  const store = useStoreApi();
  const [value, setValue] = useState<T>(() => read(store.getState().transform[2]));
  useEffect(() => {
    let changedAt = Number.NEGATIVE_INFINITY;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer = undefined;
      setValue(read(store.getState().transform[2]));
    };
    /** Rest begins with the frame that shows the change: a frame that takes long would else count as one. */
    const awaitRest = (then: () => void): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        changedAt = performance.now();
        then();
      });
    };
    const follow = (): void => {
      const now = performance.now();
      const isJump = now - changedAt > VIEW_REST_MS;
      changedAt = now;
      if (isJump) {
        show();
        awaitRest(() => {});
        return;
      }
      if (isLive && timer !== undefined) return;
      clearTimeout(timer);
      timer = undefined;
      awaitRest(() => {
        timer = setTimeout(show, VIEW_REST_MS);
      });
    };
    show();
    const stopFollowing = store.subscribe((state, previous) => {
      if (state.transform[2] !== previous.transform[2]) follow();
    });
    return () => {
      stopFollowing();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [store, read, isLive]);
  return value;
}

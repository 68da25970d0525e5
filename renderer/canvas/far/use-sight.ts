/** Follows the viewport and says what is near; the canvas renders again only when that changes. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDesignStore } from '../../store/design-store.ts';
import { VIEW_REST_MS } from '../view-rest.ts';
import type { BoxGrid } from './box-grid.ts';
import { followZoom, settleSight } from './follow-sight.ts';
import { chooseFirstSight, NODE_BUDGET, type Sight, WHOLE_COUNT } from './sight.ts';

/** A new document is fitted to the view two frames after it is there: what the view before would show of it need not be mounted. */
const FRAMES_TO_FIT = 3;

export function useSight(grid: BoxGrid): Sight {
  const store = useStoreApi();
  const documentSerial = useDesignStore((state) => state.documentSerial);
  const lastDocument = useRef(documentSerial);
  const [sight, setSight] = useState(() => chooseFirstSight(grid.size));
  useEffect(() => {
    const follow = (choose: typeof settleSight): void => {
      const { width, height, transform } = store.getState();
      if (width === 0) return;
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      setSight((current) => choose(current, grid, view, zoom));
    };
    const settle = (): void => follow(settleSight);
    const startAnew = (): void => {
      setSight((current) => (current.region || current.kept ? { isFar: current.isFar, region: null } : current));
      settle();
    };
    let changedAt = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const move = (isZoom: boolean): void => {
      const now = performance.now();
      // A view that jumps once has nothing to wait for.
      follow(isZoom && now - changedAt < VIEW_REST_MS ? followZoom : settleSight);
      changedAt = now;
      clearTimeout(rest);
      rest = setTimeout(settle, VIEW_REST_MS);
    };
    let frame = 0;
    const followLater = (frames: number): void => {
      frame = requestAnimationFrame(() => (frames > 1 ? followLater(frames - 1) : startAnew()));
    };
    if (lastDocument.current === documentSerial) startAnew();
    else {
      lastDocument.current = documentSerial;
      setSight(chooseFirstSight(grid.size));
      followLater(FRAMES_TO_FIT);
    }
    const stopFollowing = store.subscribe((state, previous) => {
      const isSame =
        state.transform === previous.transform && state.width === previous.width && state.height === previous.height;
      if (!isSame) move(state.transform[2] !== previous.transform[2]);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      stopFollowing();
    };
  }, [grid, store, documentSerial]);
  return useMemo(() => (isFitting(sight, grid) ? sight : chooseFirstSight(grid.size)), [sight, grid]);
}

/** What suited the drawing before can be far too much of this one: that is known before anything of it is mounted. */
function isFitting(sight: Sight, grid: BoxGrid): boolean {
  const { isFar, region } = sight.kept ?? sight;
  if (isFar || grid.size <= WHOLE_COUNT) return true;
  return region !== null && grid.find(region).length <= NODE_BUDGET;
}

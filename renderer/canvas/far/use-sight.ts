/** Follows the viewport and says what is near; the canvas renders again only when that changes. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDesignStore } from '../../store/design-store.ts';
import type { BoxGrid } from './box-grid.ts';
import { chooseFirstSight, chooseSight, NODE_BUDGET, type Sight, WHOLE_COUNT } from './sight.ts';

/** A new document is fitted to the view two frames after it is there: what the view before would show of it need not be mounted. */
const FRAMES_TO_FIT = 3;

export function useSight(grid: BoxGrid): Sight {
  const store = useStoreApi();
  const documentSerial = useDesignStore((state) => state.documentSerial);
  const lastDocument = useRef(documentSerial);
  const [sight, setSight] = useState(() => chooseFirstSight(grid.size));
  useEffect(() => {
    const follow = (isNewGrid: boolean): void => {
      const { width, height, transform } = store.getState();
      if (width === 0) return;
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      setSight((current) => {
        const known = isNewGrid && current.region ? { ...current, region: null } : current;
        return chooseSight(known, grid, view, zoom);
      });
    };
    let frame = 0;
    const followLater = (frames: number): void => {
      frame = requestAnimationFrame(() => (frames > 1 ? followLater(frames - 1) : follow(true)));
    };
    if (lastDocument.current === documentSerial) follow(true);
    else {
      lastDocument.current = documentSerial;
      setSight(chooseFirstSight(grid.size));
      followLater(FRAMES_TO_FIT);
    }
    const stopFollowing = store.subscribe((state, previous) => {
      const isSame =
        state.transform === previous.transform && state.width === previous.width && state.height === previous.height;
      if (!isSame) follow(false);
    });
    return () => {
      cancelAnimationFrame(frame);
      stopFollowing();
    };
  }, [grid, store, documentSerial]);
  return useMemo(() => (isFitting(sight, grid) ? sight : chooseFirstSight(grid.size)), [sight, grid]);
}

/** What suited the drawing before can be far too much of this one: that is known before anything of it is mounted. */
function isFitting(sight: Sight, grid: BoxGrid): boolean {
  if (sight.isFar || grid.size <= WHOLE_COUNT) return true;
  return sight.region !== null && grid.find(sight.region).length <= NODE_BUDGET;
}

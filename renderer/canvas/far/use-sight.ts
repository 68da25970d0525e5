/** Follows the viewport and says what is near; the canvas renders again only when that changes. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { BoxGrid } from './box-grid.ts';
import { chooseFirstSight, chooseSight, type Sight } from './sight.ts';

export function useSight(grid: BoxGrid): Sight {
  const store = useStoreApi();
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
    follow(true);
    return store.subscribe((state, previous) => {
      const isSame =
        state.transform === previous.transform && state.width === previous.width && state.height === previous.height;
      if (!isSame) follow(false);
    });
  }, [grid, store]);
  return sight;
}

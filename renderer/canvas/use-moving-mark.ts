/**
 * Marks the canvas while the view moves: the style sheet then asks the browser to move the layer as it is, and to draw it sharp
 * again only when the view has come to rest.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

const restMs = 150;

export function useMovingMark(): void {
  const store = useStoreApi();
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const stopFollowing = store.subscribe(({ transform, domNode }, previous) => {
      if (transform === previous.transform || !domNode) return;
      clearTimeout(rest);
      domNode.dataset['moving'] = '';
      rest = setTimeout(() => delete domNode.dataset['moving'], restMs);
    });
    return () => {
      stopFollowing();
      clearTimeout(rest);
    };
  }, [store]);
}

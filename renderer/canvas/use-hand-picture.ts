/** Keeps the picture of what the hand moves: in every frame of a drag, and when what is mounted or the view changes on the way. */
import { useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createHandPicture, type Stage } from './hand-picture.ts';
import { readInteraction, subscribeTo } from './interaction.ts';

const pieces = ['moving', 'leaving', 'ghosts', 'guides'] as const;

export function useHandPicture({ design, layout, nodes, edges, index }: Stage): void {
  const store = useStoreApi();
  const [picture] = useState(createHandPicture);
  const stage = useRef<Stage | null>(null);
  const draw = useCallback(() => {
    const { domNode, width, height, transform } = store.getState();
    if (domNode && stage.current) picture.draw(domNode, { width, height, transform }, stage.current);
  }, [picture, store]);

  useLayoutEffect(() => {
    stage.current = { design, layout, nodes, edges, index };
    if (!isBusy()) return undefined;
    // React Flow mounts what is new to it a little later, but before the next frame.
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [design, layout, nodes, edges, index, draw]);

  useEffect(() => {
    const stops = pieces.map((piece) => subscribeTo(piece)(draw));
    const stopFollowing = store.subscribe(({ transform }, previous) => {
      if (transform !== previous.transform && isBusy()) draw();
    });
    return () => {
      stopFollowing();
      for (const stop of stops) stop();
    };
  }, [draw, store]);
}

function isBusy(): boolean {
  const { moving, guides } = readInteraction();
  return moving.size > 0 || guides.length > 0;
}

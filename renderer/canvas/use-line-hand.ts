/**
 * The hand on lines, beside racks and over them: the one under the pointer is marked and its card shows, a click selects it. A drag that
 * begins on a line over a rack moves the rack. Marks are set on the elements, because nothing else has to be drawn for them.
 */
import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useCallback, useRef } from 'react';
import { select, toggleSelect } from '../store/view-store.ts';
import type { CanvasNode } from './canvas-node.ts';
import { hideHint, showHintAt } from './hint.ts';
import { readInteraction, setInteraction } from './interaction.ts';
import { listLinkFacts } from './link-hint.ts';
import { mayShowLine, pickLine, pickLineId, type PointerSpot } from './pick-line.ts';
import type { LinkEdge } from './project-edges.ts';
import { listRefs } from './trunk-refs.ts';

type Line = HTMLElement | SVGElement;

/** With Shift, Ctrl or Cmd it joins what is selected, or leaves it. */
export function clickLine(canvasId: string, { shiftKey, ctrlKey, metaKey }: MouseEvent): void {
  const refs = listRefs(canvasId);
  setInteraction({ active: canvasId });
  if (shiftKey || ctrlKey || metaKey) refs.forEach(toggleSelect);
  else select(refs);
}

export function useLineHand() {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const over = useRef<Line | null>(null);
  const rack = useRef<Element | null>(null);

  const rest = useCallback(
    (line: Line | null, spot: PointerSpot | null) => {
      const frame = line && spot?.target instanceof Element ? spot.target.closest('.cv-rack') : null;
      if (rack.current !== frame) {
        rack.current?.removeAttribute('data-over-line');
        frame?.setAttribute('data-over-line', '');
        rack.current = frame;
      }
      if (over.current === line) return;
      over.current?.removeAttribute('data-over');
      line?.setAttribute('data-over', '');
      over.current = line;
      const data = line && flow.getEdge(line.dataset['canvasId'] ?? '')?.data;
      if (data && spot) showHintAt(spot, data.caption, listLinkFacts(data));
      else hideHint();
    },
    [flow],
  );

  const leave = useCallback(() => rest(null, null), [rest]);

  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      const { tool, linking, moving } = readInteraction();
      const isBusy = event.buttons !== 0 || tool === 'link' || linking !== null || moving.size > 0;
      rest(isBusy ? null : pickLine(event), event);
    },
    [rest],
  );

  /** What is gone over to may show a card of its own: this one goes first. */
  const onPointerOut = useCallback(
    ({ relatedTarget }: PointerEvent) => {
      if (over.current && !mayShowLine(relatedTarget)) leave();
    },
    [leave],
  );

  const onClickCapture = useCallback((event: MouseEvent) => {
    const { tool, linking } = readInteraction();
    const canvasId = tool === 'link' || linking ? null : pickLineId(event);
    if (canvasId === null) return;
    // The rack that lies over it is not meant.
    event.stopPropagation();
    clickLine(canvasId, event);
  }, []);

  return { onPointerMove, onPointerOut, onClickCapture, leave };
}

/** The lines a dragged box shares with others, and the equal gaps it makes. As thick at every zoom. */
import { useStore } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { type Guide, useInteraction } from './interaction.ts';
import { useLayer } from './use-layer.ts';

export function AlignmentGuides() {
  const guides = useInteraction((state) => state.guides);
  const zoom = useStore((state) => (guides.length > 0 ? state.transform[2] : 1));
  const layer = useLayer('viewport-portal');
  if (guides.length === 0 || !layer) return null;
  return createPortal(
    guides.map((guide) => (
      <div
        key={`${guide.kind} ${guide.axis} ${guide.at} ${guide.from}`}
        className={`cv-guide cv-guide-${guide.kind} cv-guide-${guide.axis}`}
        data-testid={`guide-${guide.kind}`}
        style={placeGuide(guide, zoom)}
      />
    )),
    layer,
  );
}

type GuideStyle = CSSProperties & { '--thin'?: string };

/** Px on the screen. */
const overhang = 16;
const tickHeight = 9;

function placeGuide({ kind, axis, at, from, to }: Guide, zoom: number): GuideStyle {
  const isGap = kind === 'gap';
  const thick = (isGap ? tickHeight : 1) / zoom;
  const beyond = isGap ? 0 : overhang / zoom;
  // A line lies across its axis, a gap along it.
  const isUpright = (axis === 'x') !== isGap;
  const along = { start: from - beyond, length: to - from + 2 * beyond };
  const style = isUpright
    ? { left: at - thick / 2, width: thick, top: along.start, height: along.length }
    : { top: at - thick / 2, height: thick, left: along.start, width: along.length };
  return isGap ? { ...style, '--thin': `${1 / zoom}px` } : style;
}

/**
 * The dots under near nodes. They are part of what moves with the view, so that a pan paints nothing anew; and being larger than
 * anything that stands on them they keep it all in one layer: nodes far apart would get a layer each.
 */
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useLayer } from './use-layer.ts';

/** Every third step of the snap grid. */
const gapPx = 24;
const radiusPx = 0.625;

export function DotGround() {
  const layer = useLayer('viewport-portal');
  const ground = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ground.current;
    if (!element) return;
    const dress = (): void => {
      element.style.backgroundImage = drawDot(getComputedStyle(element).color);
    };
    dress();
    const themes = new MutationObserver(dress);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
    return () => themes.disconnect();
  }, [layer]);
  return layer && createPortal(<div ref={ground} className="cv-ground" aria-hidden="true" />, layer);
}

/** An image of its own, because gradients have no smooth edges at this size. */
function drawDot(colour: string): string {
  const middle = gapPx / 2 + radiusPx;
  const dot = `<circle cx="${middle}" cy="${middle}" r="${radiusPx}" fill="${colour}"/>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${gapPx}" height="${gapPx}">${dot}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(image)}")`;
}

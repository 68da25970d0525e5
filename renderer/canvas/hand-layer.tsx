/**
 * A bitmap for what changes its shape while the hand moves something: links that swing, and the lines it is pulled into. It lies over frames
 * in the hand and below devices in it. hand-picture.ts draws on it; as elements the browser would paint the whole page for them.
 */
import { createPortal } from 'react-dom';
import { useLayer } from './use-layer.ts';

export function HandLayer() {
  const layer = useLayer('viewport-portal');
  return (
    layer && createPortal(<canvas className="cv-hand" data-testid="hand-layer" hidden aria-hidden="true" />, layer)
  );
}

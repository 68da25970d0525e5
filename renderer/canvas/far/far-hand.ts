/** What is under a point where no node is mounted, for gestures that listen outside the far view. Set by the far view itself. */
import type { Point, Box } from '../route-link.ts';
import type { FarHit } from './pick-far.ts';

interface FarHand {
  readonly hitAt: (at: { readonly clientX: number; readonly clientY: number }) => FarHit | null;
  /** Brings it close. */
  readonly goTo: (box: Box) => void;
}

let hand: FarHand | null = null;

export function setFarHand(next: FarHand | null): void {
  hand = next;
}

/** The item at a point in client coordinates, wherever it is drawn; `refs` empty = a block of tiles, which can only be gone to. */
export interface Under {
  /** null = a trunk or a block of the far view. */
  readonly canvasId: string | null;
  readonly hit: FarHit | null;
}

/** null = the empty plane, or beside the canvas. */
export function findUnder({ x, y }: Point): Under | null {
  const element = document.elementFromPoint(x, y);
  const canvasId = element?.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  if (canvasId !== undefined) return { canvasId, hit: null };
  const hit = element?.classList.contains('react-flow__pane') ? hand?.hitAt({ clientX: x, clientY: y }) : null;
  return hit ? { canvasId: hit.canvasId, hit } : null;
}

/** Brings a block of the far view close. */
export function goToBlock(under: Under): void {
  if (under.hit) hand?.goTo(under.hit.box);
}

/** Tiles too small to be told apart: what is meant shows from nearer. */
export function isBlock({ hit }: Under): boolean {
  return hit !== null && hit.refs.length === 0;
}

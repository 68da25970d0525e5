/** The elements of the page that the hand moves: wrappers of nodes, and labels of links. */
import { type ElementShift, shiftAsLayer, shiftInPlace } from './element-shift.ts';
import type { Box, Point } from './route-link.ts';

export interface HeldElements {
  /** Where it neither was nor will be in sight nothing is done: the browser has no layer of it that could move. */
  readonly move: (element: HTMLElement | undefined, shift: Point, isInSight: boolean) => void;
  /** Keeps the element's corner. */
  readonly stretch: (element: HTMLElement | undefined, size: Box) => void;
  /** Everything is back where it stands. */
  readonly letGo: () => void;
}

/** So many elements are a layer each; of more the browser would have too many. */
const MOST_LAYERS = 160;

/** `count`: about how many there will be. */
export function holdElements(count: number): HeldElements {
  const startShift = count > MOST_LAYERS ? shiftInPlace : shiftAsLayer;
  const shifts = new Map<HTMLElement, ElementShift>();
  const seen = new Set<HTMLElement>();
  return {
    move(element, shift, isInSight) {
      if (!element || (!isInSight && !seen.has(element))) return;
      if (isInSight) seen.add(element);
      else seen.delete(element);
      const own = shifts.get(element) ?? startShift(element);
      if (!shifts.has(element)) {
        element.dataset['inHand'] = '';
        shifts.set(element, own);
      }
      own.to(shift);
    },
    stretch(element, { width, height }) {
      if (!element) return;
      element.dataset['stretched'] = '';
      element.style.setProperty('--stretched-width', `${width}px`);
      element.style.setProperty('--stretched-height', `${height}px`);
    },
    letGo() {
      for (const [element, shift] of shifts) {
        shift.end();
        delete element.dataset['inHand'];
        delete element.dataset['stretched'];
        for (const side of ['width', 'height']) element.style.removeProperty(`--stretched-${side}`);
      }
    },
  };
}

/**
 * Moves an element away from where it stands, many times a second. As a layer it is moved by animations that stand still: of them the browser
 * knows that they move a finished picture, while any other change of place has it divide the whole page into layers anew.
 */
import type { Point } from './route-link.ts';

export interface ElementShift {
  /** Px from where it stands. */
  readonly to: (shift: Point) => void;
  /** Back where it stands. */
  readonly end: () => void;
}

/** Px to either side that an animation reaches, a px a millisecond. */
const reach = 500_000;

export function shiftAsLayer(element: HTMLElement): ElementShift {
  const along = createAxis(element, (by) => `${by}px 0px`);
  const across = createAxis(element, (by) => `0px ${by}px`);
  return {
    to({ x, y }) {
      along.currentTime = reach + x;
      across.currentTime = reach + y;
    },
    end() {
      along.cancel();
      across.cancel();
    },
  };
}

function createAxis(element: HTMLElement, write: (by: number) => string): Animation {
  const translate = [write(-reach), write(reach)];
  const axis = element.animate({ translate }, { duration: 2 * reach, fill: 'both', composite: 'add' });
  axis.pause();
  return axis;
}

/** For elements of which there are too many to be a layer each. */
export function shiftInPlace(element: HTMLElement): ElementShift {
  return {
    to({ x, y }) {
      element.style.translate = `${x}px ${y}px`;
    },
    end() {
      element.style.removeProperty('translate');
    },
  };
}

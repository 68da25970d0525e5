/**
 * The centre of the window shows one view or two side by side. `view` is the one being worked in; `otherView` stands beside
 * it. Both are never the same: going to a view that is in sight already goes to its half.
 */

export const CENTRE_VIEWS = [
  'topology',
  'racks',
  'floor',
  'cables',
  'bom',
  'ports',
  'power',
  'simulate',
  'rails',
  'report',
  'compare',
] as const;
export type CentreView = (typeof CENTRE_VIEWS)[number];
export type Half = 'left' | 'right';

export interface Halves {
  readonly view: CentreView;
  /** null = the centre is not split. */
  readonly otherView: CentreView | null;
  /** The half that `view` is in; `left` while the centre is not split. */
  readonly activeHalf: Half;
}

const otherHalf = (half: Half): Half => (half === 'left' ? 'right' : 'left');

/** What a half shows; null = there is no such half. */
export function viewOfHalf({ view, otherView, activeHalf }: Halves, half: Half): CentreView | null {
  return half === activeHalf ? view : otherView;
}

/** Whether the view is in sight, in either half. */
export function isShown({ view, otherView }: Halves, wanted: CentreView): boolean {
  return view === wanted || otherView === wanted;
}

/** The other half becomes the one being worked in; each keeps its view. */
export function switchHalves(halves: Halves): Halves {
  const { view, otherView, activeHalf } = halves;
  return otherView === null ? halves : { view: otherView, otherView: view, activeHalf: otherHalf(activeHalf) };
}

/** Brings the view to sight: in its own half when it has one, else in the half being worked in. */
export function reveal({ view, otherView, activeHalf }: Halves, wanted: CentreView): Halves {
  const halves = { view, otherView, activeHalf };
  return wanted === otherView ? switchHalves(halves) : { ...halves, view: wanted };
}

/** Chooses the view of a half, which becomes the one being worked in. A view that the other half shows changes places with this one's. */
export function putInHalf({ view, otherView, activeHalf }: Halves, half: Half, wanted: CentreView): Halves {
  const halves = half === activeHalf ? { view, otherView, activeHalf } : switchHalves({ view, otherView, activeHalf });
  if (wanted === halves.otherView) return { ...halves, view: wanted, otherView: halves.view };
  return { ...halves, view: wanted };
}

/** Two halves, the new one at the right of what was there; the old view stays the one being worked in. */
export function split({ view }: Halves, beside: CentreView | null): Halves {
  const fallback: CentreView = view === 'topology' ? 'racks' : 'topology';
  return { view, otherView: beside === null || beside === view ? fallback : beside, activeHalf: 'left' };
}

/** One view again: the one being worked in. */
export function unsplit({ view }: Halves): Halves {
  return { view, otherView: null, activeHalf: 'left' };
}

/** For a view that is no longer to be had: the canvas comes in its place, or the other half alone. */
export function dropView(halves: Halves, gone: CentreView): Halves {
  const { view, otherView, activeHalf } = halves;
  if (otherView === gone) return unsplit(halves);
  if (view !== gone) return { view, otherView, activeHalf };
  return otherView === 'topology' ? unsplit(switchHalves(halves)) : { view: 'topology', otherView, activeHalf };
}

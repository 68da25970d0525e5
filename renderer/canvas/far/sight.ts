/**
 * How much of the drawing is mounted as nodes. Sixty frames a second end at a few hundred mounted nodes, so near the viewport
 * there are at most NODE_BUDGET of them, and from afar none: then a bitmap shows tiles. Pure.
 */
import type { Box } from '../route-link.ts';
import type { BoxGrid } from './box-grid.ts';

export const NODE_BUDGET = 300;
/** So few are all mounted, wherever the view is. */
export const WHOLE_COUNT = 150;
/** Below this nothing of a node can be read. */
export const FAR_ZOOM = 0.35;
/** Coming back needs a little more, so that nothing flickers at the border. */
const returnFactor = 1.06;
/** Room around the view that is mounted too, in shares of its size: the most that stays within the budget is taken. */
const margins = [0.4, 0.2, 0.08, 0];
/** A region this much larger than the view is given up for a tighter one. */
const looseFactor = 2.5;

export interface Sight {
  readonly isFar: boolean;
  /** What is near enough to be mounted; null = everything, or nothing from afar. */
  readonly region: Box | null;
  /** From afar: what was near stays mounted, unseen, until the view rests. */
  readonly kept?: Sight;
}

/** Before the canvas knows its size. */
export function chooseFirstSight(itemCount: number): Sight {
  return { isFar: itemCount > WHOLE_COUNT, region: null };
}

/** The same object while nothing has to change. */
export function chooseSight(current: Sight, grid: BoxGrid, view: Box, zoom: number): Sight {
  const farBelow = current.isFar ? FAR_ZOOM * returnFactor : FAR_ZOOM;
  if (zoom < farBelow) return current.isFar ? current : { isFar: true, region: null };
  if (grid.size <= WHOLE_COUNT) return !current.isFar && !current.region ? current : { isFar: false, region: null };
  if (current.region && isStillGood(current.region, view)) return current;
  const budget = current.isFar ? NODE_BUDGET / returnFactor : NODE_BUDGET;
  for (const margin of margins) {
    const region = grow(view, margin);
    if (grid.find(region).length <= budget) return { isFar: false, region };
  }
  return current.isFar ? current : { isFar: true, region: null };
}

function isStillGood(region: Box, view: Box): boolean {
  const isInside =
    view.x >= region.x &&
    view.y >= region.y &&
    view.x + view.width <= region.x + region.width &&
    view.y + view.height <= region.y + region.height;
  return isInside && region.width <= view.width * looseFactor;
}

function grow(view: Box, share: number): Box {
  const dx = view.width * share;
  const dy = view.height * share;
  return { x: view.x - dx, y: view.y - dy, width: view.width + 2 * dx, height: view.height + 2 * dy };
}

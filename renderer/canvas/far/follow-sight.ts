/**
 * What is mounted while the view moves and when it rests. To mount or unmount hundreds of nodes takes longer than a frame, so while the
 * zoom changes nothing of it is done: tiles stand for what comes near, and what goes far is only hidden. Pure.
 */
import type { Box } from '../route-link.ts';
import type { BoxGrid } from './box-grid.ts';
import { chooseSight, FAR_ZOOM, type Sight } from './sight.ts';

/** Down to here a zoom that began near still shows the nodes: to change to tiles and back takes longer than a frame. */
const heldDownTo = 0.7 * FAR_ZOOM;

/** In a zoom: the same object, or one for which nothing has to be mounted. */
export function followZoom(current: Sight, grid: BoxGrid, view: Box, zoom: number): Sight {
  const next = chooseSight(current, grid, view, zoom);
  if (next.isFar) return current.isFar || zoom >= heldDownTo ? current : { ...next, kept: current };
  const { kept } = current;
  return kept && chooseSight(kept, grid, view, zoom) === kept ? kept : current;
}

/** The view rests, or moves without a zoom. */
export function settleSight(current: Sight, grid: BoxGrid, view: Box, zoom: number): Sight {
  return chooseSight(current.kept ? { isFar: true, region: null } : current, grid, view, zoom);
}

/** How much of the drawing is written out at a zoom: what could not be read makes room for what matters most. Pure. */

/** From afar names, counts and lines; then names and figures in larger letters; near everything. */
export type Detail = 'far' | 'middle' | 'near' | 'close';

const middleZoom = 0.5;
const nearZoom = 0.74;
/** From here on words keep the size that they are drawn at. */
const closeZoom = 1;

export function chooseDetail(zoom: number): Detail {
  if (zoom < middleZoom) return 'far';
  if (zoom < nearZoom) return 'middle';
  return zoom < closeZoom ? 'near' : 'close';
}

/** What the smallest words grow by where they are drawn smaller than they are, so that they are read at the same size. */
export function chooseEnlargement(zoom: number): number {
  return Math.round(100 / Math.min(closeZoom, Math.max(nearZoom, zoom))) / 100;
}

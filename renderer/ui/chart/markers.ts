/** Marker shapes that tell series apart without colour. */
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape';

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar] as const;

/** Path data of a marker around the origin; `size` is its area in square pixels. */
export function createMarkerPath(marker: number, size: number): string {
  return symbol(SHAPES[marker % SHAPES.length], size)() ?? '';
}

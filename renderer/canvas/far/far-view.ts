/** Between the plane and the bitmap: what part is painted, how large, and what of it is shown in which detail. Pure. */
import type { Box, Point } from '../route-link.ts';
import { chooseStep, type FarBlocks, groupTiles } from './far-blocks.ts';
import type { FarScene } from './far-scene.ts';

/** Screen px of a plane point: (point - x) * zoom. */
export interface FarView extends Box {
  readonly zoom: number;
}

/** A rack narrower than this on the screen has no room for a name. */
const leastTilePx = 46;
/** As wide as a rack frame. */
const tileWidthPx = 272;
/** This few tiles are named however small they are, beside themselves. */
const fewTiles = 24;

/** null = tiles stand for themselves. */
export function chooseBlocks(scene: FarScene, zoom: number): FarBlocks | null {
  if (scene.tiles.length <= fewTiles || zoom * tileWidthPx >= leastTilePx) return null;
  return groupTiles(scene, chooseStep(zoom));
}

export function toScreen(view: FarView, box: Box): Box {
  return {
    x: (box.x - view.x) * view.zoom,
    y: (box.y - view.y) * view.zoom,
    width: box.width * view.zoom,
    height: box.height * view.zoom,
  };
}

export function middleOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

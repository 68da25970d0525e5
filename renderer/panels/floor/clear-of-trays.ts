/** Writing on the plan keeps off the trays that cross it: a plate would cut a tray in two, and a tray through letters nobody reads. */
import type { Drawing } from './drawing.ts';

const GAP_PX = 5;

/**
 * Where something that wide would begin, the nearest to `left` at which no cross tray runs through it at that height; `left` itself
 * when there is no such place from `least` on.
 */
export function keepClearOfTrays(
  { camera, scene }: Drawing,
  { left, width, y, least }: { left: number; width: number; y: number; least: number },
): number {
  if (!scene.layers.trays) return left;
  const yM = camera.yM + y / camera.scale;
  const crossings = scene.trays
    .filter((tray) => tray.kind === 'cross' && tray.y1M <= yM && yM <= tray.y2M)
    .map(({ x1M }) => (x1M - camera.xM) * camera.scale);
  const isClear = (from: number): boolean =>
    from >= least && crossings.every((x) => x < from - GAP_PX + 1 || x > from + width + GAP_PX - 1);
  const places = [left, ...crossings.flatMap((x) => [x + GAP_PX, x - GAP_PX - width])];
  const clear = places.filter(isClear).toSorted((a, b) => Math.abs(a - left) - Math.abs(b - left));
  return clear[0] ?? left;
}

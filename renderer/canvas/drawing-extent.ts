/** How far the drawing reaches, the links that loop beside its outermost racks included. */
import type { Design } from '#core/design/design.ts';
import { surround } from '../store/free-spot.ts';
import { layOutCanvas, locateEnd, type Spot } from './canvas-layout.ts';
import { isOuter, measureLoops, widen } from './loop-reach.ts';
import type { Box } from './route-link.ts';

const known = new WeakMap<ReadonlyMap<string, Box>, Box>();

/** `boxes`: of all that is drawn; null for nothing. Worked out once for each drawing. */
export function surroundDrawing(design: Design, boxes: ReadonlyMap<string, Box>): Box | null {
  const before = known.get(boxes);
  if (before) return before;
  const around = surround([...boxes.values()]);
  if (!around) return null;
  const { spots } = layOutCanvas(design);
  const outer = listOuter(spots, boxes, around);
  const links = Object.values(design.links).filter(({ a, b }) => outer.has(a.deviceId) || outer.has(b.deviceId));
  const reach = measureLoops(design.fabrics, links, (deviceId) => locateEnd(spots, boxes, deviceId), around);
  const extent = widen(around, reach);
  known.set(boxes, extent);
  return extent;
}

/** Ids of devices at the left and right: what hangs on none of them is not looked at. */
function listOuter(spots: ReadonlyMap<string, Spot>, boxes: ReadonlyMap<string, Box>, around: Box): Set<string> {
  const outer = new Set<string>();
  for (const { id, type, objectId, parentId } of spots.values()) {
    const box = type === 'device' ? boxes.get(parentId ?? id) : undefined;
    if (box && isOuter(box, around)) outer.add(objectId);
  }
  return outer;
}

/** Where on the canvas a copy goes: beside the original while that is looked at, else near the middle of what is looked at. */
import type { Design, Position } from '#core/design/design.ts';
import { findFreeSpot, listBoxes, snapToGrid, surround } from './free-spot.ts';

/** Half of a small window, px on screen: whatever lies within is in sight. */
const SIGHT = { x: 420, y: 260 };

interface View {
  readonly canvasCentre: Position;
  readonly canvasZoom: number;
}

/** The offset for all positions of the fragment, into free space. */
export function placeFragment(design: Design, fragment: Design, view: View): Position {
  const box = surround(listBoxes(fragment));
  if (!box) return { x: 0, y: 0 };
  const { canvasCentre: centre, canvasZoom: zoom } = view;
  const isInSight =
    Math.abs(box.x + box.width / 2 - centre.x) * zoom <= SIGHT.x &&
    Math.abs(box.y + box.height / 2 - centre.y) * zoom <= SIGHT.y;
  const wanted = isInSight
    ? box
    : { ...box, x: snapToGrid(centre.x - box.width / 2), y: snapToGrid(centre.y - box.height / 2) };
  const spot = findFreeSpot(wanted, listBoxes(design));
  return { x: spot.x - box.x, y: spot.y - box.y };
}

/** Where on the canvas a copy goes: beside the original while that is looked at, else into the middle of what is looked at. */
import type { Design, Position } from '#core/design/design.ts';
import { listFreeDevices } from '#core/edit/pick-fragment.ts';

/** From copy to copy, px: two steps of the grid. */
const STEP = 48;
/** Half of a small window, px on screen: whatever lies within is in sight. */
const SIGHT = { x: 420, y: 260 };

interface View {
  readonly canvasCentre: Position;
  readonly canvasZoom: number;
}

/** The offset for all positions of the fragment. `at` = where its middle goes. No item comes to lie exactly on another. */
export function placeFragment(design: Design, fragment: Design, view: View, at?: Position): Position {
  const items = [...Object.values(fragment.racks), ...listFreeDevices(fragment)].map((item) => item.position);
  if (items.length === 0) return { x: 0, y: 0 };
  const middle = { x: findMiddle(items.map(({ x }) => x)), y: findMiddle(items.map(({ y }) => y)) };
  const target = at ?? view.canvasCentre;
  const isInSight =
    Math.abs(middle.x - target.x) * view.canvasZoom <= SIGHT.x &&
    Math.abs(middle.y - target.y) * view.canvasZoom <= SIGHT.y;
  const start =
    at === undefined && isInSight ? { x: 0, y: 0 } : { x: snap(target.x - middle.x), y: snap(target.y - middle.y) };
  const taken = new Set([...Object.values(design.racks), ...Object.values(design.devices)].map(toKey));
  let offset = start;
  for (let step = 1; items.some((item) => taken.has(keyOf(item, offset))); step += 1) {
    offset = { x: start.x + step * STEP, y: start.y + step * STEP };
  }
  return offset;
}

function findMiddle(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return (least + most) / 2;
}

/** Positions of the fragment keep their places on the grid. */
function snap(value: number): number {
  return Math.round(value / STEP) * STEP;
}

function toKey({ position }: { readonly position: Position }): string {
  return `${position.x} ${position.y}`;
}

function keyOf({ x, y }: Position, offset: Position): string {
  return `${x + offset.x} ${y + offset.y}`;
}

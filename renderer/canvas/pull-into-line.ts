/**
 * Where dragged nodes go: pulled into line with what is in sight and stays, or straight along one axis with Shift, or exactly where the
 * pointer is with Ctrl or Cmd. Pure.
 */
import type { Design } from '#core/design/design.ts';
import { alignBox } from './align.ts';
import type { Axis } from './box-span.ts';
import { type CanvasLayout, layOutCanvas } from './canvas-layout.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import type { DragKeys } from './drag-keys.ts';
import type { InteractionState } from './interaction.ts';
import { surround } from '../store/free-spot.ts';
import type { Box, Point } from './route-link.ts';

export interface DragView {
  /** What is in sight, on the plane. */
  readonly sight: Box;
  /** On the plane, within which a box is pulled into line with another. */
  readonly reachPx: number;
}

/** `moved` holds positions relative to the parent; alignment is a matter of the plane, so only its pull is added to them. */
export function pullIntoLine(
  design: Design,
  moved: ReadonlyMap<string, Point>,
  { isFree, isStraight }: DragKeys,
  { sight, reachPx }: DragView,
): Pick<InteractionState, 'moving' | 'guides'> {
  const layout = layOutCanvas(design);
  const way = findWay(layout, moved);
  const axis: Axis = Math.abs(way.x) >= Math.abs(way.y) ? 'x' : 'y';
  // Straight: what the pointer went across is taken back.
  const back = { x: isStraight && axis === 'y' ? -way.x : 0, y: isStraight && axis === 'x' ? -way.y : 0 };
  const straight = shift(moved, back);
  const around = surround([...straight].flatMap(([id, position]) => placeBox(layout, id, position)));
  if (isFree || !around) return { moving: straight, guides: [] };
  const others = listOthers(design, layout, moved, sight);
  const { dx, dy, guides } = alignBox(around, others, reachPx, isStraight ? [axis] : ['x', 'y']);
  return { moving: shift(straight, { x: dx, y: dy }), guides };
}

/** How far the drag has come. */
function findWay({ spots }: CanvasLayout, moved: ReadonlyMap<string, Point>): Point {
  for (const [id, { x, y }] of moved) {
    const start = spots.get(id)?.position;
    if (start) return { x: x - start.x, y: y - start.y };
  }
  return { x: 0, y: 0 };
}

function shift(moved: ReadonlyMap<string, Point>, by: Point): ReadonlyMap<string, Point> {
  if (by.x === 0 && by.y === 0) return moved;
  return new Map([...moved].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
}

function placeBox({ spots, boxes }: CanvasLayout, id: string, position: Point): Box[] {
  const box = boxes.get(id);
  const start = spots.get(id)?.position;
  if (!box || !start) return [];
  return [{ ...box, x: box.x + position.x - start.x, y: box.y + position.y - start.y }];
}

/** In sight and not moving along: no frame around what moves, nothing in a rack or a unit that moves. */
export function listOthers(
  design: Design,
  { boxes, spots }: CanvasLayout,
  moved: ReadonlyMap<string, Point>,
  sight: Box,
): Box[] {
  const left = new Set(moved.keys());
  for (const unit of Object.values(design.units ?? {})) {
    const unitId = toCanvasId('unit', unit.id);
    const memberIds = unit.members.map(({ kind, id }) => toCanvasId(kind, id));
    if (moved.has(unitId)) for (const id of memberIds) left.add(id);
    else if (memberIds.some((id) => moved.has(id))) left.add(unitId);
  }
  const others: Box[] = [];
  for (const [id, box] of boxes) {
    if (left.has(id) || !isSeen(box, sight)) continue;
    const parentId = spots.get(id)?.parentId;
    if (parentId === undefined || parseCanvasId(parentId).kind === 'unit') others.push(box);
  }
  return others;
}

function isSeen(box: Box, sight: Box): boolean {
  return (
    box.x < sight.x + sight.width &&
    box.x + box.width > sight.x &&
    box.y < sight.y + sight.height &&
    box.y + box.height > sight.y
  );
}

/** What the end of a drag does to the design: one undo step, whatever it takes. */
import type { Command } from '#core/edit/command.ts';
import { createGestureId, design, dispatch } from '../store/design-store.ts';
import { select } from '../store/view-store.ts';
import { parseCanvasId } from './canvas-id.ts';
import { layOutCanvas, type Spot } from './canvas-layout.ts';
import type { FrameDrop } from './frame-drop.ts';
import { type MovedNode, planCopies, planMoves } from './plan-moves.ts';
import type { Point } from './route-link.ts';

/** `moving`: where the hand has things, relative to their parents. */
export function commitMoves(moving: ReadonlyMap<string, Point>, drop: FrameDrop): void {
  runAll(planMoves(design(), listMoved(moving), drop));
}

/** The originals stay; the copies are selected. */
export function commitCopies(moving: ReadonlyMap<string, Point>, drop: FrameDrop): void {
  const { commands, copies } = planCopies(design(), listMoved(moving), drop);
  if (runAll(commands)) select(copies);
}

/** A refusal is told and ends the list only where nothing could follow from it. */
function runAll(commands: readonly Command[]): boolean {
  const gestureId = createGestureId();
  for (const command of commands) {
    const isRefused = dispatch(command, gestureId).length > 0;
    if (isRefused && command.name !== 'placeDevice' && command.name !== 'moveItems') return false;
  }
  return true;
}

function listMoved(moving: ReadonlyMap<string, Point>): MovedNode[] {
  const { spots, boxes } = layOutCanvas(design());
  return [...moving].flatMap(([canvasId, position]) => {
    const spot = spots.get(canvasId);
    const box = boxes.get(canvasId);
    if (!spot || !box) return [];
    const absolute = { x: box.x + position.x - spot.position.x, y: box.y + position.y - spot.position.y };
    return [{ canvasId, position: absolute, rackId: findRack(spot) }];
  });
}

function findRack({ parentId }: Spot): string | null {
  const parent = parentId === undefined ? null : parseCanvasId(parentId);
  return parent?.kind === 'rack' ? parent.id : null;
}

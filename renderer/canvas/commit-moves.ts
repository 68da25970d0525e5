/** What the end of a drag does to the design: one undo step, whatever it takes. */
import { findRecord } from '#core/design/records.ts';
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
  if (runAll(planMoves(design(), listMoved(moving), drop))) selectTile(drop);
}

/** The originals stay; the copies are selected, or the tile that hides them. */
export function commitCopies(moving: ReadonlyMap<string, Point>, drop: FrameDrop): void {
  const { commands, copies } = planCopies(design(), listMoved(moving), drop);
  if (!runAll(commands)) return;
  select(copies);
  selectTile(drop);
}

/** What has gone into a collapsed unit is out of sight: its tile stands for it. */
function selectTile({ unitId }: FrameDrop): void {
  if (unitId !== null && findRecord(design().units ?? {}, unitId)?.collapsed) select([{ kind: 'unit', id: unitId }]);
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

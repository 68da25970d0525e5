/** While members are dragged the frames of their units follow. Pure. */
import type { Design } from '#core/design/design.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { toCanvasId } from './canvas-id.ts';
import type { Box, Point } from './route-link.ts';
import { surroundMembers } from './unit-layout.ts';

/**
 * Frames that are elsewhere than in the layout, by canvas id. `moving`: where the hand has the nodes now; members of units have no
 * parent, so these are places on the plane. `leaving`: those that no frame is drawn around any more.
 */
export function stretchFrames(
  design: Design,
  layout: CanvasLayout,
  moving: ReadonlyMap<string, Point>,
  leaving: ReadonlySet<string>,
): Map<string, Box> {
  const frames = new Map<string, Box>();
  if (moving.size === 0) return frames;
  for (const [canvasId, { unitId, isCollapsed, room }] of layout.units) {
    const unit = design.units?.[unitId];
    if (isCollapsed || !unit?.members.some(({ kind, id }) => moving.has(toCanvasId(kind, id)))) continue;
    const frame = surroundMembers(unit, room, (memberId) => {
      const box = leaving.has(memberId) ? undefined : layout.boxes.get(memberId);
      return box && { ...box, ...moving.get(memberId) };
    });
    if (frame) frames.set(canvasId, frame);
  }
  return frames;
}

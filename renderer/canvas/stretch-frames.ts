/** While members are dragged the frames of their units follow. Pure. */
import type { Design } from '#core/design/design.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import type { CanvasNode } from './canvas-node.ts';
import { nodeSize } from './node-frame.ts';
import type { Point } from './route-link.ts';
import { surroundMembers } from './unit-layout.ts';

/**
 * `moving`: where the hand has the nodes now; members of units have no parent, so these are places on the plane. `leaving`: those
 * that no frame is drawn around any more.
 */
export function stretchFrames(
  design: Design,
  layout: CanvasLayout,
  nodes: readonly CanvasNode[],
  moving: ReadonlyMap<string, Point>,
  leaving: ReadonlySet<string>,
): readonly CanvasNode[] {
  if (moving.size === 0 || layout.units.size === 0) return nodes;
  return nodes.map((node) => {
    const unit = node.type === 'unit' && !node.data.isCollapsed ? design.units?.[node.data.unitId] : undefined;
    const room = layout.units.get(node.id)?.room;
    if (!unit || !room) return node;
    const frame = surroundMembers(unit, room, (canvasId) => {
      const box = leaving.has(canvasId) ? undefined : layout.boxes.get(canvasId);
      return box && { ...box, ...moving.get(canvasId) };
    });
    if (!frame) return node;
    return { ...node, position: { x: frame.x, y: frame.y }, ...nodeSize(frame.width, frame.height) };
  });
}

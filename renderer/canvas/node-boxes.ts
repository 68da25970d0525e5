/** Where nodes stand on the plane: children of a frame carry positions relative to it, everything else wants absolute boxes. */
import type { Box, Point } from './route-link.ts';

interface Placed {
  readonly id: string;
  readonly position: Point;
  readonly parentId?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

const plane: Point = { x: 0, y: 0 };

/** Absolute box of every node, by canvas id. Parents stand before their children in `nodes`. */
export function computeBoxes(nodes: Iterable<Placed>): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const node of nodes) {
    const origin = (node.parentId === undefined ? undefined : boxes.get(node.parentId)) ?? plane;
    boxes.set(node.id, {
      x: node.position.x + origin.x,
      y: node.position.y + origin.y,
      width: node.width ?? 0,
      height: node.height ?? 0,
    });
  }
  return boxes;
}

/** Edges included. */
export function contains(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

/** The frame under the point, the last drawn first; `except` leaves out those being dragged. */
export function findFrameAt(boxes: ReadonlyMap<string, Box>, point: Point, except: ReadonlySet<string>): string | null {
  let found: string | null = null;
  for (const [canvasId, box] of boxes) {
    if (canvasId.startsWith('rack:') && !except.has(canvasId) && contains(box, point)) found = canvasId;
  }
  return found;
}

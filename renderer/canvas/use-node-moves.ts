/**
 * Dragging nodes. While the pointer is down only the picture moves (snapped, pulled into line with neighbours); on release
 * the design changes, in one undo step. Escape puts everything back.
 */
import { type NodeChange, type OnNodeDrag, useReactFlow } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { createGestureId, design, dispatch } from '../store/design-store.ts';
import { alignBox } from './align.ts';
import { parseCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { hideHint } from './hint.ts';
import { readInteraction, setInteraction } from './interaction.ts';
import { findFrameAt, surround } from './node-boxes.ts';
import { planMoves } from './plan-moves.ts';
import type { Box, Point } from './route-link.ts';

/** Screen px within which a box is pulled into line with another. */
const alignReachPx = 6;

/** `boxes` are of everything on the plane, mounted or not. */
export function useNodeMoves(settledNodes: readonly CanvasNode[], boxes: ReadonlyMap<string, Box>) {
  const flow = useReactFlow();
  const isCancelled = useRef(false);

  const onNodeDragStart = useCallback(() => {
    isCancelled.current = false;
    hideHint();
    setInteraction({ isKeyboardLeading: false });
  }, []);

  const onMoveNodes = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      if (isCancelled.current) return;
      const moved = new Map<string, Point>();
      for (const change of changes) {
        if (change.type === 'position' && change.dragging && change.position) moved.set(change.id, change.position);
      }
      if (moved.size > 0) setInteraction(alignMoved(settledNodes, boxes, moved, alignReachPx / flow.getZoom()));
    },
    [settledNodes, boxes, flow],
  );

  const onNodeDrag = useCallback<OnNodeDrag<CanvasNode>>(
    (event, _node, dragged) => {
      if (isCancelled.current) return;
      const frame = findTargetFrame(boxes, flow.screenToFlowPosition(readPointer(event)), dragged);
      const isStaying = dragged.every((node) => node.type === 'device' && node.parentId === frame);
      setInteraction({ dropTarget: frame === null || isStaying ? null : { canvasId: frame, isAllowed: true } });
    },
    [boxes, flow],
  );

  const onNodeDragStop = useCallback<OnNodeDrag<CanvasNode>>(
    (event, _node, dragged) => {
      const { moving } = readInteraction();
      if (!isCancelled.current && moving.size > 0) {
        const frame = findTargetFrame(boxes, flow.screenToFlowPosition(readPointer(event)), dragged);
        commitMoves(settledNodes, boxes, moving, frame);
      }
      stopMoving();
    },
    [settledNodes, boxes, flow],
  );

  /** True when there was a drag to give up. */
  const cancelMove = useCallback((): boolean => {
    if (readInteraction().moving.size === 0) return false;
    isCancelled.current = true;
    stopMoving();
    return true;
  }, []);

  return { onMoveNodes, onNodeDragStart, onNodeDrag, onNodeDragStop, cancelMove };
}

function stopMoving(): void {
  setInteraction({ moving: new Map(), guides: [], dropTarget: null });
}

/** Moved positions are relative to the parent; alignment is a matter of the plane, so only its pull is added to them. */
function alignMoved(
  nodes: readonly CanvasNode[],
  boxes: ReadonlyMap<string, Box>,
  moved: ReadonlyMap<string, Point>,
  reachPx: number,
) {
  const movedBoxes: Box[] = [];
  const others: Box[] = [];
  for (const node of nodes) {
    const box = boxes.get(node.id);
    const position = moved.get(node.id);
    if (!box) continue;
    if (position) {
      movedBoxes.push({ ...box, x: box.x + position.x - node.position.x, y: box.y + position.y - node.position.y });
    } else if (node.parentId === undefined) {
      others.push(box);
    }
  }
  const around = surround(movedBoxes);
  if (!around) return { moving: moved, guides: [] };
  const { dx, dy, guides } = alignBox(around, others, reachPx);
  const moving = new Map([...moved].map(([id, position]) => [id, { x: position.x + dx, y: position.y + dy }]));
  return { moving, guides };
}

/** The rack under the pointer that takes the dragged devices; racks themselves do not go into racks. */
function findTargetFrame(
  boxes: ReadonlyMap<string, Box>,
  pointer: Point,
  dragged: readonly CanvasNode[],
): string | null {
  if (dragged.some((node) => node.type === 'rack')) return null;
  return findFrameAt(boxes, pointer, new Set());
}

function commitMoves(
  nodes: readonly CanvasNode[],
  boxes: ReadonlyMap<string, Box>,
  moving: ReadonlyMap<string, Point>,
  frame: string | null,
): void {
  const moved = nodes.flatMap((node) => {
    const position = moving.get(node.id);
    const box = boxes.get(node.id);
    if (!position || !box) return [];
    const absolute = { x: box.x + position.x - node.position.x, y: box.y + position.y - node.position.y };
    return [{ canvasId: node.id, position: absolute, rackId: node.type === 'device' ? node.data.rackId : null }];
  });
  const gestureId = createGestureId();
  for (const command of planMoves(design(), moved, frame === null ? null : parseCanvasId(frame).id)) {
    dispatch(command, gestureId);
  }
}

function readPointer(event: MouseEvent | TouchEvent): Point {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

/**
 * Dragging nodes. While the pointer is down only the picture moves (snapped, pulled into line with neighbours); on release
 * the design changes, in one undo step. Escape puts everything back, and so does a change of the design meanwhile.
 */
import { type NodeChange, type OnNodeDrag, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Design } from '#core/design/design.ts';
import { design, designStore } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import { findCanvasId, parseCanvasId, toCanvasId } from './canvas-id.ts';
import { layOutCanvas, type Spot } from './canvas-layout.ts';
import type { CanvasNode } from './canvas-node.ts';
import { commitCopies, commitMoves } from './commit-moves.ts';
import { type DragKeys, NO_KEYS, readDragKeys } from './drag-keys.ts';
import type { Mover } from './far/use-far-drag.ts';
import { findFrameDrop, NO_FRAMES, type FrameDrop } from './frame-drop.ts';
import { hideHint } from './hint.ts';
import { readInteraction, setInteraction } from './interaction.ts';
import { type DragView, pullIntoLine } from './pull-into-line.ts';
import type { Box, Point } from './route-link.ts';
import { showDrag } from './show-drag.ts';

/** Screen px within which a box is pulled into line with another. */
const alignReachPx = 6;

/** `boxes` are of everything on the plane, mounted or not. */
export function useNodeMoves(boxes: ReadonlyMap<string, Box>) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const isCancelled = useRef(false);
  const isDropping = useRef(false);
  /** Held at the last move of the pointer: React Flow tells them after the positions. */
  const keys = useRef<DragKeys>(NO_KEYS);

  const onNodeDragStart = useCallback(() => {
    isCancelled.current = false;
    keys.current = NO_KEYS;
    hideHint();
    setInteraction({ isKeyboardLeading: false });
  }, []);

  const moveTo = useCallback(
    (moved: Map<string, Point>) => {
      if (isCancelled.current) return;
      takeSelectionAlong(design(), moved);
      takeMembersAlong(design(), boxes, moved);
      if (moved.size > 0) setInteraction(pullIntoLine(design(), moved, keys.current, readDragView(store)));
    },
    [boxes, store],
  );

  /** Frames under the pointer (client coordinates) answer to what hangs over them. */
  const follow = useCallback(
    (pointer: Point, held: DragKeys) => {
      const { moving } = readInteraction();
      if (!isCancelled.current)
        showDrag(moving, readDrop(moving, flow.screenToFlowPosition(pointer), held), held, pointer);
    },
    [flow],
  );

  const drop = useCallback(
    (pointer: Point, held: DragKeys) => {
      const { moving } = readInteraction();
      if (!isCancelled.current && moving.size > 0) {
        const frames = readDrop(moving, flow.screenToFlowPosition(pointer), held);
        isDropping.current = true;
        if (held.isCopy) commitCopies(moving, frames);
        else commitMoves(moving, frames);
        isDropping.current = false;
      }
      stopMoving();
    },
    [flow],
  );

  const onMoveNodes = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const moved = new Map<string, Point>();
      for (const change of changes) {
        if (change.type === 'position' && change.dragging && change.position) moved.set(change.id, change.position);
      }
      moveTo(moved);
    },
    [moveTo],
  );

  const onNodeDrag = useCallback<OnNodeDrag<CanvasNode>>(
    (event) => {
      keys.current = readDragKeys(event);
      follow(readPointer(event), keys.current);
    },
    [follow],
  );
  const onNodeDragStop = useCallback<OnNodeDrag<CanvasNode>>(
    (event) => drop(readPointer(event), readDragKeys(event)),
    [drop],
  );

  /** True when there was a drag to give up. */
  const cancelMove = useCallback((): boolean => {
    if (readInteraction().moving.size === 0) return false;
    isCancelled.current = true;
    stopMoving();
    return true;
  }, []);

  // What is deleted, grouped or undone under the hand takes its end of the drag along: nothing would ever let go of the rest.
  useEffect(() => {
    const stop = designStore.subscribe((state, before) => {
      if (state.edit.design !== before.edit.design && !isDropping.current) cancelMove();
    });
    return () => {
      stop();
      cancelMove();
    };
  }, [cancelMove]);

  /** The same for tiles of the far view, which React Flow does not know. */
  const mover = useMemo<Mover>(
    () => ({
      isLocked(canvasId) {
        const spot = layOutCanvas(design()).spots.get(canvasId);
        return spot !== undefined && isHeld(design(), spot);
      },
      begin: onNodeDragStart,
      moveTo(moved, held, pointer) {
        keys.current = held;
        moveTo(moved);
        follow(pointer, held);
      },
      drop,
    }),
    [drop, follow, moveTo, onNodeDragStart],
  );

  return { mover, onMoveNodes, onNodeDragStart, onNodeDrag, onNodeDragStop, cancelMove };
}

/** What is in sight, and how near is near. */
export function readDragView(store: ReturnType<typeof useStoreApi>): DragView {
  const { width, height, transform } = store.getState();
  const [x, y, zoom] = transform;
  const sight = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  return { sight, reachPx: alignReachPx / zoom };
}

function stopMoving(): void {
  setInteraction({ moving: new Map(), guides: [], dropTarget: null, leaving: new Set(), dragNote: null, ghosts: [] });
}

function readDrop(moving: ReadonlyMap<string, Point>, pointer: Point, { isFree, isCopy }: DragKeys): FrameDrop {
  return isFree ? NO_FRAMES : findFrameDrop(design(), layOutCanvas(design()), moving, pointer, isCopy);
}

/** React Flow drags what is mounted; what else is selected comes along, unless it is locked or stands in a frame. */
function takeSelectionAlong(owner: Design, moved: Map<string, Point>): void {
  const { spots } = layOutCanvas(owner);
  const [first] = moved;
  const start = first && spots.get(first[0])?.position;
  const selected = new Set(viewStore.getState().selection.flatMap((ref) => findCanvasId(ref) ?? []));
  if (!start || !selected.has(first[0])) return;
  for (const canvasId of selected) {
    const spot = spots.get(canvasId);
    if (!spot || moved.has(canvasId) || spot.parentId !== undefined || isHeld(owner, spot)) continue;
    const { x, y } = spot.position;
    moved.set(canvasId, { x: x + first[1].x - start.x, y: y + first[1].y - start.y });
  }
}

function isHeld({ devices, racks, units }: Design, { type, objectId }: Spot): boolean {
  if (type === 'device') return devices[objectId]?.locked === true;
  if (type === 'rack') return racks[objectId]?.locked === true;
  const members = units?.[objectId]?.members ?? [];
  return members.some(({ kind, id }) => (kind === 'device' ? devices[id] : racks[id])?.locked === true);
}

/** Members of an open unit go where its frame goes; a collapsed one shows none. */
function takeMembersAlong(owner: Design, boxes: ReadonlyMap<string, Box>, moved: Map<string, Point>): void {
  for (const [canvasId, to] of moved) {
    const { kind, id } = parseCanvasId(canvasId);
    const from = boxes.get(canvasId);
    const unit = kind === 'unit' ? owner.units?.[id] : undefined;
    if (!unit || !from) continue;
    for (const member of unit.members) {
      const memberId = toCanvasId(member.kind, member.id);
      const box = boxes.get(memberId);
      if (box) moved.set(memberId, { x: box.x + to.x - from.x, y: box.y + to.y - from.y });
    }
  }
}

function readPointer(event: MouseEvent | TouchEvent): Point {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

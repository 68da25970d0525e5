/**
 * Keeps React Flow's selection and the window's the same: the view store is the truth, clicks and marquees are proposals. With
 * Shift, Ctrl or Cmd down both add to what was selected.
 */
import { type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useCallback, useRef } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { design } from '../store/design-store.ts';
import { select, viewStore } from '../store/view-store.ts';
import { findCanvasId, parseCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import type { CanvasNode } from './canvas-node.ts';
import { setInteraction } from './interaction.ts';
import { listInnerLinks } from './inner-links.ts';
import type { LinkEdge } from './project-edges.ts';
import { listRefs } from './trunk-refs.ts';

type SelectChange = { readonly type: 'select'; readonly id: string; readonly selected: boolean };
type Change = NodeChange<CanvasNode> | EdgeChange<LinkEdge>;

export function useSelection() {
  const store = useStoreApi();
  /** What the gesture adds to, by canvas id. */
  const base = useRef<ReadonlyMap<string, ObjectRef>>(new Map());
  const adds = useRef(false);
  const isMarquee = useRef(false);

  const onPointerDownCapture = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      adds.current = event.shiftKey || event.ctrlKey || event.metaKey;
      // React Flow learns of keys in an effect, a quick click before it does.
      store.setState({ multiSelectionActive: adds.current });
      base.current = adds.current ? indexSelection() : new Map();
    },
    [store],
  );
  const onSelectionStart = useCallback(() => {
    isMarquee.current = true;
    select([...base.current.values()]);
  }, []);
  const onSelectionEnd = useCallback(() => {
    isMarquee.current = false;
  }, []);
  const apply = useCallback(
    (changes: readonly Change[]) => applyChanges(changes, store.getState().multiSelectionActive),
    [store],
  );
  const onSelectNodes = useCallback(
    (changes: readonly Change[]) => {
      if (isMarquee.current) applyMarquee(changes, base.current);
      else apply(changes);
    },
    [apply],
  );
  const onSelectEdges = useCallback(
    (changes: readonly Change[]) => {
      // React Flow would take every link that leaves the marquee.
      if (!isMarquee.current) apply(changes);
    },
    [apply],
  );
  /** A press on one of several selected objects keeps them, for a drag; letting go where it was pressed means that one. */
  const onNodeClick = useCallback(({ shiftKey, ctrlKey, metaKey }: MouseEvent, { id }: CanvasNode) => {
    if (shiftKey || ctrlKey || metaKey || viewStore.getState().selection.length < 2) return;
    setInteraction({ active: id });
    select([parseCanvasId(id)]);
  }, []);
  return {
    onSelectNodes,
    onSelectEdges,
    onNodeClick,
    onPointerDownCapture,
    onSelectionStart,
    onSelectionEnd,
  };
}

function indexSelection(): Map<string, ObjectRef> {
  const chosen = new Map<string, ObjectRef>();
  for (const ref of viewStore.getState().selection) {
    const canvasId = findCanvasId(ref);
    if (canvasId !== null) chosen.set(canvasId, ref);
  }
  return chosen;
}

function listSelects(changes: readonly Change[]): SelectChange[] {
  return changes.filter((change): change is Change & SelectChange => change.type === 'select');
}

/** React Flow knows of what is mounted only: what takes the place of a selection takes the place of all of it. */
function applyChanges(changes: readonly Change[], adds: boolean): void {
  const selects = listSelects(changes);
  if (selects.length === 0) return;
  const replaces = !adds && selects.some((change) => change.selected);
  const chosen = replaces ? new Map<string, ObjectRef>() : indexSelection();
  for (const { id, selected } of selects) {
    for (const ref of listRefs(id)) {
      const ownId = findCanvasId(ref) ?? id;
      if (selected) chosen.set(ownId, ref);
      else chosen.delete(ownId);
    }
  }
  const last = selects.findLast((change) => change.selected);
  if (last) setInteraction({ active: last.id });
  select([...chosen.values()]);
}

/** What the marquee touches, the links among that, and what was selected before where the gesture adds. */
function applyMarquee(changes: readonly Change[], base: ReadonlyMap<string, ObjectRef>): void {
  const selects = listSelects(changes);
  if (selects.length === 0) return;
  const chosen = new Map([...indexSelection()].filter(([id, { kind }]) => kind !== 'link' || base.has(id)));
  for (const { id, selected } of selects) {
    if (selected && !isOpenUnit(id)) chosen.set(id, parseCanvasId(id));
    else if (!base.has(id)) chosen.delete(id);
  }
  for (const link of listInnerLinks(design(), [...chosen.values()])) {
    const id = findCanvasId(link);
    if (id !== null) chosen.set(id, link);
  }
  select([...chosen.values()]);
}

/** A marquee drawn inside its frame means what stands there. */
function isOpenUnit(canvasId: string): boolean {
  return layOutCanvas(design()).units.get(canvasId)?.isCollapsed === false;
}

/** Keeps React Flow's selection and the window's the same: the view store is the truth, clicks and marquees are proposals. */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { clearSelection, select, viewStore } from '../store/view-store.ts';
import { findCanvasId, parseCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { setInteraction } from './interaction.ts';
import type { LinkEdge } from './project-edges.ts';

type SelectChange = { readonly type: 'select'; readonly id: string; readonly selected: boolean };

export function useSelection() {
  const onSelectNodes = useCallback((changes: readonly NodeChange<CanvasNode>[]) => applyChanges(changes), []);
  const onSelectEdges = useCallback((changes: readonly EdgeChange<LinkEdge>[]) => applyChanges(changes), []);
  const onPaneClick = useCallback(() => clearSelection(), []);
  return { onSelectNodes, onSelectEdges, onPaneClick };
}

function applyChanges(changes: readonly { readonly type: string }[]): void {
  const selects = changes.filter((change): change is SelectChange => change.type === 'select');
  if (selects.length === 0) return;
  const chosen = new Map<string, ObjectRef>();
  for (const ref of viewStore.getState().selection) {
    const canvasId = findCanvasId(ref);
    if (canvasId !== null) chosen.set(canvasId, ref);
  }
  for (const { id, selected } of selects) {
    if (selected) chosen.set(id, parseCanvasId(id));
    else chosen.delete(id);
  }
  const last = selects.findLast((change) => change.selected);
  if (last) setInteraction({ active: last.id });
  select([...chosen.values()]);
}

/** What Enter and a double click do with an item of the canvas: a collapsed unit opens, a group of devices lists its members. */
import { findRecord } from '#core/design/records.ts';
import { design } from '../store/design-store.ts';
import { collapseUnits } from '../store/group-selection.ts';
import { select } from '../store/view-store.ts';
import { parseCanvasId } from './canvas-id.ts';
import { focusCanvas } from './focus-canvas.ts';
import { setInteraction } from './interaction.ts';
import { listRefs } from './trunk-refs.ts';

export function openItem(canvasId: string): void {
  const { kind, id } = parseCanvasId(canvasId);
  if (kind === 'unit' && findRecord(design().units ?? {}, id)?.collapsed) collapseUnits([id], false);
  else if (kind === 'device' && hasMembers(id)) openGroup(id);
  else select(listRefs(canvasId));
}

/** A group of one has nothing to list. */
export function hasMembers(deviceId: string): boolean {
  return (findRecord(design().devices, deviceId)?.count ?? 0) > 1;
}

export function openGroup(deviceId: string): void {
  setInteraction({ openedGroup: deviceId });
}

/** Closes the list and gives the focus back to the drawing. */
export function closeGroup(): void {
  setInteraction({ openedGroup: null });
  focusCanvas();
}

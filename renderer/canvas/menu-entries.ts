/** What the canvas's context menu offers, by what it was opened on. Actions of the window come from its table. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findRecord } from '#core/design/records.ts';
import { isBreakable } from '../store/break-items.ts';
import { findAction, runAction } from '../store/action-registry.ts';
import { design, dispatch } from '../store/design-store.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { select, toggleSelect, viewStore } from '../store/view-store.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { listAlikeEntries } from './alike-entries.ts';
import { listBreakEntries } from './break-entries.ts';
import { findCanvasId, parseCanvasId } from './canvas-id.ts';
import { setInteraction } from './interaction.ts';
import type { Box } from './route-link.ts';
import { listRefs } from './trunk-refs.ts';

const isMac = navigator.platform.startsWith('Mac');

/** What was selected before the menu opened on something else. */
let earlierSelection: readonly ObjectRef[] = [];

/** Opens on `hit` (null = empty canvas). An item outside the selection becomes the selection first, as everywhere. */
export function openMenuOn(hit: string | null): void {
  earlierSelection = [];
  if (hit === null) return;
  setInteraction({ active: hit });
  const { selection } = viewStore.getState();
  if (selection.some((ref) => findCanvasId(ref) === hit)) return;
  earlierSelection = selection;
  select(listRefs(hit));
}

export function listMenuEntries(hit: string | null, boxes: ReadonlyMap<string, Box>): MenuEntry[] {
  return hit === null ? listCanvasEntries() : listItemEntries(hit, boxes);
}

function listCanvasEntries(): MenuEntry[] {
  return [
    ...takeActions('paste', 'select-all'),
    { ...nameTool('select'), startsGroup: true },
    nameTool('pan'),
    ...takeActions('tidy', 'fit-view', 'zoom-in', 'zoom-out').map((entry, index) => ({
      ...entry,
      startsGroup: index === 0,
    })),
    ...takeActions('overlay-next', 'save-view', 'saved-views').map((entry, index) => ({
      ...entry,
      startsGroup: index === 0,
    })),
  ];
}

function nameTool(tool: 'select' | 'pan'): MenuEntry {
  const label = tool === 'select' ? 'Select by dragging' : 'Pan by dragging';
  return {
    id: `tool-${tool}`,
    label,
    shortcut: tool === 'select' ? 'V' : 'H',
    onSelect: () => setInteraction({ tool }),
  };
}

function listItemEntries(hit: string, boxes: ReadonlyMap<string, Box>): MenuEntry[] {
  const { kind, id } = parseCanvasId(hit);
  const entries: MenuEntry[] = [];
  if (kind !== 'link') {
    const edit = (field: 'name' | 'count') => () => setInteraction({ editing: { canvasId: hit, field } });
    entries.push({ id: 'rename', label: 'Rename', shortcut: 'F2', onSelect: edit('name') });
    if (kind !== 'unit') entries.push({ id: 'recount', label: 'Change the count', onSelect: edit('count') });
    entries.push(
      ...takeActions('list-members', 'group', 'ungroup', 'join-unit', 'leave-unit', 'toggle-unit')
        .filter(({ disabled }) => !disabled)
        .map((entry, index) => ({ ...entry, startsGroup: index === 0 })),
    );
    entries.push(
      ...takeActions('cut', 'copy', 'duplicate').map((entry, index) => ({ ...entry, startsGroup: index === 0 })),
    );
  }
  if (kind !== 'link') entries.push(...takeActions('lock').map((entry) => ({ ...entry, startsGroup: true })));
  if (kind === 'device') entries.push(...listDeviceEntries(id, hit, boxes));
  const ref = parseCanvasId(hit);
  if (isBreakable(ref)) entries.push(...listBreakEntries(ref));
  entries.push(...takeActions('make-tenant').filter(({ disabled }) => !disabled));
  if (kind === 'unit') entries.push(...listUnitEntries(id));
  else entries.push(...listAlikeEntries(ref, isMac));
  if (earlierSelection.length > 0) {
    const joined = [...earlierSelection, ref];
    entries.push({ id: 'add-to-selection', label: 'Add to the selection', onSelect: () => select(joined) });
  }
  if (viewStore.getState().selection.length > 1) {
    entries.push({ id: 'deselect', label: 'Take out of the selection', onSelect: () => toggleSelect(ref) });
  }
  const beside = kind === 'device' || kind === 'link' ? ['show-path'] : [];
  entries.push(...takeActions(...beside, 'explain-selection', 'zoom-selection'));
  entries.push(...takeActions('delete').map((entry) => ({ ...entry, startsGroup: true })));
  return entries;
}

function listDeviceEntries(id: string, hit: string, boxes: ReadonlyMap<string, Box>): MenuEntry[] {
  const entries: MenuEntry[] = [];
  const box = boxes.get(hit);
  const isPlaced = Object.values(design().placements).some((placement) => placement.deviceId === id);
  if (isPlaced && box) {
    const position = { x: box.x + box.width + 64, y: box.y };
    entries.push({
      id: 'unplace',
      label: 'Take out of the rack',
      onSelect: () => void dispatch({ name: 'unplaceDevice', args: { deviceId: id, position } }),
    });
  }
  return entries;
}

function listUnitEntries(id: string): MenuEntry[] {
  const members = findRecord(design().units ?? {}, id)?.members ?? [];
  return [
    {
      id: 'select-members',
      label: `Select its members (${members.length})`,
      startsGroup: true,
      onSelect: () => select(members),
    },
    ...takeActions('select-links'),
  ];
}

function takeActions(...ids: readonly string[]): MenuEntry[] {
  return ids.flatMap((id) => {
    const action = findAction(id);
    if (!action) return [];
    const shortcut = action.shortcut === null ? null : formatShortcut(action.shortcut, isMac);
    const label = action.describe?.() ?? action.label;
    return [{ id, label, shortcut, disabled: !action.enabled(), onSelect: () => void runAction(id) }];
  });
}

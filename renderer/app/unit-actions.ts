/** Scalable units: grouping what is selected, letting it go, and folding units into tiles. */
import { hasMembers, openGroup } from '../canvas/open-item.ts';
import type { Action } from '../store/action-registry.ts';
import {
  canGroup,
  canUngroup,
  collapseAllUnits,
  groupSelection,
  hasUnitsToFold,
  listUnitsOfSelection,
  toggleSelectedUnits,
  ungroupSelection,
} from '../store/group-selection.ts';
import { canLeaveUnit, joinUnit, leaveUnit, listUnitsToJoin } from '../store/unit-moves.ts';
import { setView, viewStore } from '../store/view-store.ts';
import { openWindowDialog } from '../store/window-dialog.ts';

/** The one selected group of devices; null = none, or several. */
function findGroup(): string | null {
  const { screen, selection } = viewStore.getState();
  const [only, ...others] = selection;
  if (screen !== 'studio' || others.length > 0 || only?.kind !== 'device') return null;
  return hasMembers(only.id) ? only.id : null;
}

export const unitActions: readonly Action[] = [
  {
    id: 'list-members',
    label: 'List members of the group',
    shortcut: null,
    enabled: () => findGroup() !== null,
    run() {
      const id = findGroup();
      if (id === null) return;
      setView('topology');
      openGroup(id);
    },
  },
  { id: 'group', label: 'Group into scalable unit', shortcut: '$mod+KeyG', enabled: canGroup, run: groupSelection },
  { id: 'ungroup', label: 'Ungroup', shortcut: '$mod+Shift+KeyG', enabled: canUngroup, run: ungroupSelection },
  {
    id: 'join-unit',
    label: 'Move into scalable unit \u2026',
    shortcut: 'Shift+KeyM',
    enabled: () => listUnitsToJoin().length > 0,
    describe() {
      const [only, ...others] = listUnitsToJoin();
      return only && others.length === 0 ? `Move into ${only.name}` : 'Move into scalable unit \u2026';
    },
    run() {
      const [only, ...others] = listUnitsToJoin();
      if (only && others.length === 0) joinUnit(only.id);
      else openWindowDialog('units');
    },
  },
  {
    id: 'leave-unit',
    label: 'Take out of scalable unit',
    shortcut: 'Shift+KeyX',
    enabled: canLeaveUnit,
    run: leaveUnit,
  },
  {
    id: 'toggle-unit',
    label: 'Collapse or open scalable unit',
    shortcut: 'Shift+KeyU',
    enabled: () => listUnitsOfSelection().length > 0,
    describe() {
      const units = listUnitsOfSelection();
      const verb = units.length > 0 && units.every(({ collapsed }) => collapsed) ? 'Open' : 'Collapse';
      return `${verb} scalable ${units.length > 1 ? 'units' : 'unit'}`;
    },
    run: toggleSelectedUnits,
  },
  {
    id: 'collapse-units',
    label: 'Collapse all scalable units',
    shortcut: null,
    enabled: () => hasUnitsToFold(true),
    run: () => collapseAllUnits(true),
  },
  {
    id: 'open-units',
    label: 'Open all scalable units',
    shortcut: null,
    enabled: () => hasUnitsToFold(false),
    run: () => collapseAllUnits(false),
  },
];

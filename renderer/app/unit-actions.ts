/** Scalable units: grouping what is selected, letting it go, and folding units into tiles. */
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

export const unitActions: readonly Action[] = [
  { id: 'group', label: 'Group into scalable unit', shortcut: '$mod+KeyG', enabled: canGroup, run: groupSelection },
  { id: 'ungroup', label: 'Ungroup', shortcut: '$mod+Shift+KeyG', enabled: canUngroup, run: ungroupSelection },
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

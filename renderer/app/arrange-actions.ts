/** Lining up, spreading, locking and tidying what is on the canvas, for menus, keys and the command list. */
import {
  alignSelection,
  canArrange,
  distributeSelection,
  listToLock,
  toggleLock,
} from '../canvas/arrange/arrange-selection.ts';
import { listAllBlocks } from '../canvas/arrange/block.ts';
import { tidiesSelection, tidy } from '../canvas/arrange/tidy.ts';
import { GRID } from '../canvas/device-shape.ts';
import { canNudge, nudgeSelection } from '../canvas/nudge.ts';
import type { Action } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { cancelLayout, isLayingOut } from '../store/graph-layout.ts';
import { isStudioOpen } from '../store/view-store.ts';

const ALIGNMENTS = [
  ['left', 'Align left edges', 'Alt+Shift+KeyL'],
  ['centre', 'Align centres', 'Alt+Shift+KeyC'],
  ['right', 'Align right edges', 'Alt+Shift+KeyR'],
  ['top', 'Align top edges', 'Alt+Shift+KeyT'],
  ['middle', 'Align middles', 'Alt+Shift+KeyM'],
  ['bottom', 'Align bottom edges', 'Alt+Shift+KeyB'],
] as const;

const AXES = [
  ['horizontally', 'Distribute horizontally', 'Alt+Shift+KeyH'],
  ['vertically', 'Distribute vertically', 'Alt+Shift+KeyV'],
] as const;

const NUDGES = ['left', 'right', 'up', 'down'] as const;

export const arrangeActions: readonly Action[] = [
  ...ALIGNMENTS.map(([alignment, label, shortcut]): Action => {
    return {
      id: `align-${alignment}`,
      label,
      shortcut,
      enabled: () => canArrange(2),
      run: () => alignSelection(alignment),
    };
  }),
  ...AXES.map(([axis, label, shortcut]): Action => {
    return {
      id: `distribute-${axis}`,
      label,
      shortcut,
      enabled: () => canArrange(3),
      run: () => distributeSelection(axis),
    };
  }),
  {
    id: 'tidy',
    label: 'Tidy up',
    describe: () => (tidiesSelection() ? 'Tidy up the selection' : 'Tidy up everything'),
    shortcut: 'Shift+KeyT',
    enabled: () => isStudioOpen() && listAllBlocks(design()).length > 0,
    run: tidy,
  },
  {
    id: 'cancel-tidy',
    label: 'Stop tidying up',
    shortcut: null,
    enabled: isLayingOut,
    run: () => void cancelLayout(),
  },
  {
    id: 'lock',
    label: 'Lock or unlock',
    describe: () => (listToLock(true).length === 0 && listToLock(false).length > 0 ? 'Unlock' : 'Lock in place'),
    shortcut: '$mod+Shift+KeyL',
    enabled: () => listToLock(true).length > 0 || listToLock(false).length > 0,
    run: toggleLock,
  },
  ...NUDGES.map((direction): Action => {
    return {
      id: `nudge-${direction}`,
      label: `Nudge ${direction}`,
      // The canvas takes the arrows itself: what they do depends on what has the focus.
      shortcut: null,
      enabled: () => isStudioOpen() && canNudge(),
      run: () => nudgeSelection(direction, GRID, performance.now()),
    };
  }),
];

/**
 * The one table of what a user can do. Menu bar, native menu, shortcuts, context menus and buttons are made from it.
 * Shortcuts are in tinykeys notation.
 */
import { isBlockRef } from '#core/design/block-ref.ts';
import { describeRedo, describeUndo } from '#core/edit/transact.ts';
import type { Action } from '../store/action-registry.ts';
import { design, designStore, redo, selectIsDirty, undo } from '../store/design-store.ts';
import { deleteSelection, duplicateSelection, listSelectable, renameSelected } from '../store/edit-selection.ts';
import { setRacks } from '../store/racks-store.ts';
import { printReport } from '../store/report-document.ts';
import { openRequirements } from '../store/requirements-store.ts';
import {
  clearSelection,
  hasLights,
  select,
  sendCanvasCommand,
  setTheme,
  setView,
  viewStore,
  isStudioOpen,
} from '../store/view-store.ts';
import { arrangeActions } from './arrange-actions.ts';
import { clipboardActions } from './clipboard-actions.ts';
import { exportCablesFile, exportWorkbookFile } from './document-exports.ts';
import { leaveDesign, newDesign, openWithDialog, saveDesign, saveDesignAs } from './document-files.ts';
import { compareActions } from './compare-actions.ts';
import { explainActions } from './explain-actions.ts';
import { failureActions } from './failure-actions.ts';
import { overlayActions } from './overlay-actions.ts';
import { zoomActions } from './interface-zoom.ts';
import { layoutActions } from './layout-actions.ts';
import { railActions } from './rail-actions.ts';
import { routeActions } from './route-actions.ts';
import { savedViewActions } from './saved-view-actions.ts';
import { selectionActions } from './selection-actions.ts';
import { simulationActions } from './simulation-actions.ts';
import { tenantActions } from './tenant-actions.ts';
import { resolveTheme } from './theme.ts';
import { unitActions } from './unit-actions.ts';
import { viewActions } from './view-actions.ts';
import { windowActions } from './window-actions.ts';

const always = (): boolean => true;
const hasSelection = (): boolean => isStudioOpen() && viewStore.getState().selection.length > 0;
const hasItems = (): boolean => isStudioOpen() && listSelectable().length > 0;
const selectsBlocks = (): boolean => isStudioOpen() && viewStore.getState().selection.some(isBlockRef);

const undoNow = (): string | null => describeUndo(designStore.getState().edit);
const redoNow = (): string | null => describeRedo(designStore.getState().edit);

/** Browsers keep Ctrl+N and Ctrl+W for themselves, so the window in a browser has its own keys for those two. */
function createFileActions(isBrowser: boolean): Action[] {
  return [
    {
      id: 'new',
      label: 'New design',
      shortcut: isBrowser ? 'Alt+KeyN' : '$mod+KeyN',
      worksInFields: true,
      enabled: always,
      run: newDesign,
    },
    {
      id: 'new-from-requirements',
      label: 'New from requirements \u2026',
      shortcut: isBrowser ? 'Alt+Shift+KeyN' : '$mod+Shift+KeyN',
      worksInFields: true,
      enabled: always,
      run: openRequirements,
    },
    {
      id: 'open',
      label: 'Open \u2026',
      shortcut: '$mod+KeyO',
      worksInFields: true,
      enabled: always,
      run: openWithDialog,
    },
    {
      id: 'save',
      label: 'Save',
      shortcut: '$mod+KeyS',
      worksInFields: true,
      enabled: () =>
        isStudioOpen() &&
        (selectIsDirty(designStore.getState()) || designStore.getState().file === null || isEditingField()),
      run: async () => void (await saveDesign()),
    },
    {
      id: 'save-as',
      label: 'Save as \u2026',
      shortcut: '$mod+Shift+KeyS',
      worksInFields: true,
      enabled: isStudioOpen,
      run: async () => void (await saveDesignAs()),
    },
    {
      id: 'export-workbook',
      label: 'Export workbook (.xlsx) \u2026',
      shortcut: '$mod+KeyE',
      enabled: isStudioOpen,
      run: exportWorkbookFile,
    },
    {
      id: 'export-cables',
      label: 'Export cable schedule (.csv) \u2026',
      shortcut: null,
      enabled: isStudioOpen,
      run: exportCablesFile,
    },
    {
      id: 'print-racks',
      label: 'Print racks \u2026',
      shortcut: '$mod+KeyP',
      enabled: () => isStudioOpen() && Object.keys(designStore.getState().edit.design.racks).length > 0,
      run() {
        setView('racks');
        setRacks({ isPrintOpen: true });
      },
    },
    {
      id: 'print-report',
      label: 'Print report \u2026',
      shortcut: '$mod+Shift+KeyP',
      enabled: () => isStudioOpen() && Object.keys(designStore.getState().edit.design.devices).length > 0,
      run: printReport,
    },
    {
      id: 'close-design',
      label: 'Close design',
      shortcut: isBrowser ? 'Alt+KeyW' : '$mod+KeyW',
      enabled: isStudioOpen,
      run: leaveDesign,
    },
  ];
}

/** A field that is being edited may hold text the design does not have yet. */
function isEditingField(): boolean {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
}

const editActions: readonly Action[] = [
  {
    id: 'undo',
    label: 'Undo',
    shortcut: '$mod+KeyZ',
    describe: () => (undoNow() ? `Undo: ${undoNow()}` : 'Undo'),
    enabled: () => isStudioOpen() && undoNow() !== null,
    run: undo,
  },
  {
    id: 'redo',
    label: 'Redo',
    shortcut: '$mod+Shift+KeyZ',
    otherShortcuts: ['$mod+KeyY'],
    describe: () => (redoNow() ? `Redo: ${redoNow()}` : 'Redo'),
    enabled: () => isStudioOpen() && redoNow() !== null,
    run: redo,
  },
  { id: 'duplicate', label: 'Duplicate', shortcut: '$mod+KeyD', enabled: selectsBlocks, run: duplicateSelection },
  {
    id: 'delete',
    label: 'Delete',
    shortcut: 'Delete',
    otherShortcuts: ['Backspace'],
    enabled: hasSelection,
    run: deleteSelection,
  },
  {
    id: 'rename',
    label: 'Rename',
    shortcut: 'F2',
    enabled: () =>
      isStudioOpen() &&
      viewStore.getState().selection.length === 1 &&
      viewStore.getState().selection[0]?.kind !== 'link',
    run: renameSelected,
  },
  {
    id: 'select-all',
    label: 'Select all',
    shortcut: '$mod+KeyA',
    enabled: hasItems,
    run: () => select(listSelectable()),
  },
  {
    id: 'clear-selection',
    label: 'Select nothing',
    shortcut: 'Escape',
    enabled: () => hasSelection() || (isStudioOpen() && hasLights()),
    run: clearSelection,
  },
];

const canvasActions: readonly Action[] = [
  {
    id: 'draw-link',
    label: 'Draw a link',
    shortcut: 'KeyL',
    enabled: () =>
      isStudioOpen() && viewStore.getState().view === 'topology' && Object.keys(design().devices).length > 0,
    run: () => sendCanvasCommand('draw-link'),
  },
  {
    id: 'fit-view',
    label: 'Fit design',
    shortcut: 'Shift+Digit1',
    enabled: isStudioOpen,
    run: () => sendCanvasCommand('fit'),
  },
  {
    id: 'zoom-in',
    label: 'Zoom in',
    shortcut: '$mod+Equal',
    otherShortcuts: ['$mod+NumpadAdd'],
    enabled: isStudioOpen,
    run: () => sendCanvasCommand('zoom-in'),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    shortcut: '$mod+Minus',
    otherShortcuts: ['$mod+NumpadSubtract'],
    enabled: isStudioOpen,
    run: () => sendCanvasCommand('zoom-out'),
  },
  {
    id: 'zoom-selection',
    label: 'Zoom to selection',
    shortcut: 'Shift+Digit2',
    enabled: hasSelection,
    run: () => sendCanvasCommand('zoom-selection'),
  },
];

const themeActions: readonly Action[] = [
  ...(['light', 'dark', 'system'] as const).map((theme) => ({
    id: `theme-${theme}`,
    label: theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`,
    shortcut: null,
    enabled: always,
    checked: () => viewStore.getState().theme === theme,
    run: () => setTheme(theme),
  })),
  {
    id: 'toggle-theme',
    label: 'Switch light and dark',
    shortcut: null,
    enabled: always,
    run: () => setTheme(resolveTheme(viewStore.getState().theme) === 'dark' ? 'light' : 'dark'),
  },
];

export function createActions(shell: 'electron' | 'loopback'): Action[] {
  return [
    ...createFileActions(shell === 'loopback'),
    ...editActions,
    ...clipboardActions,
    ...selectionActions,
    ...explainActions,
    ...arrangeActions,
    ...unitActions,
    ...canvasActions,
    ...overlayActions,
    ...routeActions,
    ...savedViewActions,
    ...viewActions,
    ...layoutActions,
    ...compareActions,
    ...simulationActions,
    ...tenantActions,
    ...railActions,
    ...failureActions,
    ...themeActions,
    ...zoomActions,
    ...windowActions,
  ];
}

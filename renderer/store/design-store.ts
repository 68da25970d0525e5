/**
 * The open document: its edit state (design, undo, redo) and the file it belongs to. `dispatch` is the only way a design
 * changes; everything derived lives in report-store and everything about looking lives in view-store.
 */
import { createStore, useStore } from 'zustand';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { type Catalog, createCatalog, extendCatalog } from '#core/catalog/catalog.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import type { Command } from '#core/edit/command.ts';
import {
  createEditState,
  type EditState,
  type HistoryStep,
  redo as redoEdit,
  transact,
  undo as undoEdit,
} from '#core/edit/transact.ts';
import type { FileStamp } from '#core/io/host.ts';
import { showNotice } from './notice-store.ts';

export interface DesignState {
  readonly edit: EditState;
  readonly gestureCounter: number;
  readonly file: FileStamp | null;
  /** Revision that stands in the file (or that the document was opened with). */
  readonly savedRevision: number;
  /** Newest history step at the last save; undoing back to it makes the document clean again. */
  readonly savedStep: HistoryStep | 'never' | null;
  readonly isOpen: boolean;
  /** Counts opened documents: tells one document from the next of the same revision. */
  readonly documentSerial: number;
}

/** The catalog that ships with the program, whatever design is open. */
export const builtInCatalog: Catalog = createCatalog(builtInParts, builtInPrices);

export const designStore = createStore<DesignState>(() => ({
  edit: createEditState(createDesign('Untitled')),
  gestureCounter: 0,
  file: null,
  savedRevision: 0,
  savedStep: null,
  isOpen: false,
  documentSerial: 0,
}));

export function useDesignStore<T>(selector: (state: DesignState) => T): T {
  return useStore(designStore, selector);
}

export function selectDesign(state: DesignState): Design {
  return state.edit.design;
}

/** True when the document holds changes that are not in its file. */
export function selectIsDirty(state: DesignState): boolean {
  if (!state.isOpen) return false;
  return (state.edit.undoStack.at(-1) ?? null) !== state.savedStep;
}

export function design(): Design {
  return designStore.getState().edit.design;
}

let catalogParts: Design['parts'] | null = null;
let catalogExtended: Catalog = builtInCatalog;

/** The built-in catalog with that design's own parts on top; the same object until those parts change. */
function catalogOf(owner: Design): Catalog {
  if (owner.parts !== catalogParts) {
    catalogParts = owner.parts;
    const ownParts = Object.values(owner.parts);
    catalogExtended = ownParts.length === 0 ? builtInCatalog : extendCatalog(builtInCatalog, ownParts);
  }
  return catalogExtended;
}

/** The catalog of the open design. */
export function catalog(): Catalog {
  return catalogOf(design());
}

export function useCatalog(): Catalog {
  return useStore(designStore, (state) => catalogOf(state.edit.design));
}

/** An id under which the commands of one gesture (a drag, a slider) join into one undo step. */
export function createGestureId(): string {
  designStore.setState((state) => ({ gestureCounter: state.gestureCounter + 1 }));
  return `gesture-${designStore.getState().gestureCounter}`;
}

/** Runs the command. Empty when done; else the reasons it was refused, which are shown to the user too. */
export function dispatch(command: Command, gestureId?: string): readonly Diagnostic[] {
  const state = designStore.getState();
  const result = transact(state.edit, command, catalogOf(state.edit.design), gestureId);
  if (!result.ok) {
    const first = result.error[0];
    const more = result.error.length - 1;
    if (first) showNotice('warning', more > 0 ? `${first.message} (and ${more} more)` : first.message);
    return result.error;
  }
  if (result.value !== state.edit) designStore.setState({ edit: result.value });
  return [];
}

export function undo(): void {
  designStore.setState((state) => ({ edit: undoEdit(state.edit) }));
}

export function redo(): void {
  designStore.setState((state) => ({ edit: redoEdit(state.edit) }));
}

export interface OpenOptions {
  /** Dirty from the start (recovered work). */
  readonly unsaved?: boolean;
  /** Steps that led to the design as it is opened. */
  readonly undoStack?: readonly HistoryStep[];
}

/** Replaces the document. */
export function openDesign(opened: Design, file: FileStamp | null, options: OpenOptions = {}): void {
  const edit = { ...createEditState(opened), undoStack: options.undoStack ?? [] };
  designStore.setState((state) => ({
    edit,
    file,
    savedRevision: edit.revision,
    savedStep: options.unsaved ? 'never' : (edit.undoStack.at(-1) ?? null),
    isOpen: true,
    documentSerial: state.documentSerial + 1,
  }));
}

export function closeDesign(): void {
  const edit = createEditState(createDesign('Untitled'));
  designStore.setState({ edit, file: null, savedRevision: edit.revision, savedStep: null, isOpen: false });
}

/** Records that `saved` (by default the state of now) stands in the file. */
export function markSaved(stamp: FileStamp, saved: EditState = designStore.getState().edit): void {
  designStore.setState({
    file: stamp,
    savedRevision: saved.revision,
    savedStep: saved.undoStack.at(-1) ?? null,
  });
}

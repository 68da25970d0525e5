/**
 * How the user is looking at the design: screen, selection, tab, theme, gestures under way. Nothing of it is saved in the
 * design. The selection never holds objects that no longer exist.
 */
import { createStore, useStore } from 'zustand';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { LinkEnd, Position } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { designStore } from './design-store.ts';
import { hasObject } from './has-object.ts';
import {
  type CentreView,
  dropView,
  type Half,
  type Halves,
  putInHalf,
  reveal,
  split,
  switchHalves,
  unsplit,
  viewOfHalf,
} from './halves.ts';
import { readSetting, type ThemeChoice, writeSetting } from './settings.ts';

export type { CentreView } from './halves.ts';

export type FindingsTab = 'problems' | 'rules';
/** What colours the canvas; 'none' = links by fabric, without words. */
export type CanvasOverlay = 'none' | 'fabric' | 'speed' | 'load' | 'failures' | 'tenant' | 'phase' | 'power';

/** A link gesture that ended on two valid handles; the popover takes it from here. */
export interface LinkDraft {
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly screenX: number;
  readonly screenY: number;
}

export type CanvasCommandKind = 'fit' | 'zoom-in' | 'zoom-out' | 'zoom-selection' | 'show-selection' | 'draw-link';

export interface ViewState extends Halves {
  readonly screen: 'start' | 'studio';
  readonly selection: readonly ObjectRef[];
  readonly theme: ThemeChoice;
  readonly focusRequest: { readonly ref: ObjectRef; readonly serial: number } | null;
  readonly linkDraft: LinkDraft | null;
  /** Part being dragged from the palette. */
  readonly dragPart: string | null;
  /** Objects lit up without being selected, e.g. those a BOM row counts. */
  readonly highlighted: readonly ObjectRef[];
  /** Id of the fabric whose worst bisection cut is shown on the canvas. */
  readonly shownCut: string | null;
  readonly overlay: CanvasOverlay;
  readonly canvasCommand: { readonly kind: CanvasCommandKind; readonly serial: number } | null;
  /** Where the canvas is asked to look. */
  readonly cameraRequest: { readonly centre: Position; readonly zoom: number; readonly serial: number } | null;
  /** The same for the floor plan, while it is the open view. */
  readonly floorCommand: { readonly kind: CanvasCommandKind; readonly serial: number } | null;
  /** Centre of the visible canvas in design coordinates, and its zoom; kept up to date by the canvas. */
  readonly canvasCentre: Position;
  readonly canvasZoom: number;
  readonly problemsOpen: boolean;
  readonly findingsTab: FindingsTab;
  /** The filled example of the very first run is on the screen, with a few words about it. */
  readonly showsWelcome: boolean;
  /** Object whose name field asks for focus in the inspector. */
  readonly renameRequest: { readonly ref: ObjectRef; readonly serial: number } | null;
}

export const viewStore = createStore<ViewState>(() => ({
  screen: 'start',
  selection: [],
  ...readSetting('halves'),
  theme: readSetting('theme'),
  focusRequest: null,
  linkDraft: null,
  dragPart: null,
  highlighted: [],
  shownCut: null,
  overlay: 'none',
  canvasCommand: null,
  cameraRequest: null,
  floorCommand: null,
  canvasCentre: { x: 0, y: 0 },
  canvasZoom: 1,
  problemsOpen: readSetting('problemsOpen'),
  findingsTab: 'problems',
  showsWelcome: false,
  renameRequest: null,
}));

export function useViewStore<T>(selector: (state: ViewState) => T): T {
  return useStore(viewStore, selector);
}

/** Whether a design is on the screen, and not the start screen. */
export function isStudioOpen(): boolean {
  return viewStore.getState().screen === 'studio';
}

let lastSerial = 0;
function createSerial(): number {
  lastSerial += 1;
  return lastSerial;
}

function isSameRef(a: ObjectRef, b: ObjectRef): boolean {
  return a.kind === b.kind && a.id === b.id && a.member === b.member && a.blockId === b.blockId;
}

const UNLIT: Pick<ViewState, 'highlighted' | 'shownCut'> = { highlighted: [], shownCut: null };

/** Whether anything is lit up on the canvas beside the selection. */
export function hasLights(): boolean {
  const { highlighted, shownCut } = viewStore.getState();
  return highlighted.length > 0 || shownCut !== null;
}

function dimLights(): void {
  if (hasLights()) viewStore.setState(UNLIT);
}

export function select(refs: readonly ObjectRef[]): void {
  const { selection } = viewStore.getState();
  if (selection.length === refs.length && selection.every((ref, at) => isSameRef(ref, refs[at] as ObjectRef))) {
    dimLights();
    return;
  }
  viewStore.setState({ selection: refs, ...UNLIT });
}

export function toggleSelect(ref: ObjectRef): void {
  const { selection } = viewStore.getState();
  const without = selection.filter((other) => !isSameRef(other, ref));
  select(without.length < selection.length ? without : [...selection, ref]);
}

export function clearSelection(): void {
  select([]);
}

/** Where an object is looked at that is not on the canvas. */
const VIEW_OF: Readonly<Partial<Record<ObjectRef['kind'], CentreView>>> = {
  room: 'floor',
  row: 'floor',
  cdu: 'floor',
  feed: 'power',
  zone: 'power',
};

viewStore.subscribe(({ view, otherView, activeHalf }, previous) => {
  if (view === previous.view && otherView === previous.otherView && activeHalf === previous.activeHalf) return;
  // A comparison is gone by the next run.
  const kept = dropView({ view, otherView, activeHalf }, 'compare');
  writeSetting('halves', kept);
  if (kept.otherView !== null) writeSetting('besideView', viewOfHalf(kept, 'right'));
});

/** Selects the object and asks the view that shows it to bring it to sight: the canvas, for most. */
export function requestFocus(ref: ObjectRef): void {
  const plain: ObjectRef = { kind: ref.kind, id: ref.id };
  const selectable = ref.kind !== 'design' && ref.kind !== 'part';
  viewStore.setState({
    ...reveal(viewStore.getState(), VIEW_OF[ref.kind] ?? 'topology'),
    selection: selectable ? [plain] : [],
    ...UNLIT,
    focusRequest: { ref, serial: createSerial() },
  });
}

export function setLinkDraft(draft: LinkDraft | null): void {
  viewStore.setState({ linkDraft: draft });
}

export function setDragPart(partId: string | null): void {
  viewStore.setState({ dragPart: partId });
}

export function setHighlighted(refs: readonly ObjectRef[]): void {
  viewStore.setState({ highlighted: refs, shownCut: null });
}

/** Shows the links that the worst bisection cut of a fabric goes through; null = none. */
export function setShownCut(fabricId: string | null): void {
  viewStore.setState(
    fabricId === null
      ? { shownCut: null }
      : { shownCut: fabricId, highlighted: [], ...reveal(viewStore.getState(), 'topology') },
  );
}

export function setOverlay(overlay: CanvasOverlay): void {
  viewStore.setState({ overlay });
}

/** Brings a view to sight: in the half that shows it already, else in the one being worked in. */
export function setView(view: CentreView): void {
  viewStore.setState((state) => reveal(state, view));
}

/** Chooses the view of one half of a split centre. */
export function setHalf(half: Half, view: CentreView): void {
  viewStore.setState((state) => putInHalf(state, half, view));
}

/** Works in that half from now on. */
export function enterHalf(half: Half): void {
  viewStore.setState((state) => (state.activeHalf === half ? state : switchHalves(state)));
}

/** Two views side by side, the second one that which stood there last; or one view again. */
export function setSplit(isSplit: boolean): void {
  viewStore.setState((state) => (isSplit ? split(state, readSetting('besideView')) : unsplit(state)));
}

export function setScreen(screen: ViewState['screen']): void {
  const cleared = { screen, selection: [], ...UNLIT, linkDraft: null, focusRequest: null };
  viewStore.setState((state) => ({ ...cleared, ...reveal(state, 'topology') }));
}

/** Goes to the floor plan while that is looked at, to the canvas otherwise. */
export function sendCanvasCommand(kind: CanvasCommandKind): void {
  const command = { kind, serial: createSerial() };
  if (viewStore.getState().view === 'floor') viewStore.setState({ floorCommand: command });
  else viewStore.setState((state) => ({ ...reveal(state, 'topology'), canvasCommand: command }));
}

/** Brings what is selected into sight where the canvas is looked at; it moves no further than it must. */
export function showSelection(): void {
  if (viewStore.getState().view === 'topology') sendCanvasCommand('show-selection');
}

/** Asks the canvas to look there, now or when it is next in sight. */
export function moveCamera(centre: Position, zoom: number): void {
  viewStore.setState({ cameraRequest: { centre, zoom, serial: createSerial() } });
}

/** Called by the canvas whenever its viewport came to rest. */
export function reportViewport(centre: Position, zoom: number): void {
  viewStore.setState({ canvasCentre: centre, canvasZoom: zoom });
}

export function setTheme(theme: ThemeChoice): void {
  writeSetting('theme', theme);
  viewStore.setState({ theme });
}

export function setProblemsOpen(problemsOpen: boolean): void {
  writeSetting('problemsOpen', problemsOpen);
  viewStore.setState({ problemsOpen });
}

/** Opens the panel of findings at one of its tabs. */
export function openFindings(findingsTab: FindingsTab): void {
  viewStore.setState({ findingsTab });
  setProblemsOpen(true);
}

export function setShowsWelcome(showsWelcome: boolean): void {
  viewStore.setState({ showsWelcome });
}

export function requestRename(ref: ObjectRef): void {
  viewStore.setState({ selection: [ref], renameRequest: { ref, serial: createSerial() } });
}

designStore.subscribe((state, previous) => {
  if (state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen) {
    viewStore.setState({
      selection: [],
      ...UNLIT,
      linkDraft: null,
      focusRequest: null,
      renameRequest: null,
      showsWelcome: false,
    });
    return;
  }
  if (state.edit.design === previous.edit.design) return;
  const { selection, highlighted, shownCut, linkDraft } = viewStore.getState();
  const exists = (ref: ObjectRef): boolean => hasObject(state.edit.design, ref);
  if (!selection.every(exists)) viewStore.setState({ selection: selection.filter(exists) });
  if (!highlighted.every(exists)) viewStore.setState({ highlighted: highlighted.filter(exists) });
  if (shownCut !== null && !findRecord(state.edit.design.fabrics, shownCut)) viewStore.setState({ shownCut: null });
  if (
    linkDraft &&
    !(linkDraft.a.deviceId in state.edit.design.devices && linkDraft.b.deviceId in state.edit.design.devices)
  ) {
    viewStore.setState({ linkDraft: null });
  }
});

/**
 * What the hand is doing on the canvas right now: dragging nodes, drawing a link, renaming, hovering a frame with a part.
 * Lives outside React state so that only the components that show a piece of it render again while the pointer moves.
 */
import { useSyncExternalStore } from 'react';
import type { LinkEnd } from '#core/design/design.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import type { Box, Point } from './route-link.ts';

/** A link being drawn. Screen points are client coordinates. */
export interface LinkGesture {
  readonly from: LinkEnd;
  /** false: started by a click or a key, so it goes on until the next click or Enter. */
  readonly isHeld: boolean;
  readonly pointer: Point;
  /** Port under the pointer or chosen by key, and why it cannot take the link (null = it can). */
  readonly target: { readonly end: LinkEnd; readonly refusal: string | null } | null;
  /** Canvas id of a rack or unit under the pointer, in which the other end has to be chosen. */
  readonly over: string | null;
  /** Blocks that cannot take this link, `deviceId\nblockId`. */
  readonly refusals: ReadonlyMap<string, string>;
  /** Devices none of whose blocks can take it. */
  readonly closedDevices: ReadonlySet<string>;
}

/** A line across the axis, which the dragged box shares with others. */
export interface LineGuide {
  readonly kind: 'line';
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A gap along the axis, as wide as another. */
export interface GapGuide extends Omit<LineGuide, 'kind'> {
  readonly kind: 'gap';
}

export type Guide = LineGuide | GapGuide;

/** The small card that explains what is under the pointer. */
export interface Hint {
  readonly title: string;
  readonly lines: readonly string[];
  /** Client coordinates of the element's box. */
  readonly anchor: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** An outline with a name: of what is not drawn there as a node. */
export interface Ghost {
  readonly box: Box;
  readonly name: string;
}

export interface InteractionState {
  readonly hint: Hint | null;
  readonly linking: LinkGesture | null;
  /** Why the link just let go of could not be; stays for a moment where the hand was. */
  readonly refused: { readonly reason: string; readonly pointer: Point } | null;
  /** Which of several is asked for, at a point in client coordinates. */
  readonly choice: { readonly title: string; readonly entries: readonly MenuEntry[]; readonly at: Point } | null;
  /** Canvas id of the node whose text is being edited in place. */
  readonly editing: { readonly canvasId: string; readonly field: 'name' | 'count' } | null;
  /** Canvas id of what a dragged part or device would land on, and whether it may. */
  readonly dropTarget: { readonly canvasId: string; readonly isAllowed: boolean } | null;
  /** Positions of nodes under the pointer, relative to their parents; the design changes on release only. */
  readonly moving: ReadonlyMap<string, Point>;
  readonly guides: readonly Guide[];
  /** Canvas ids of dragged members that have left the frame of their unit. */
  readonly leaving: ReadonlySet<string>;
  /** What letting go would do beside moving, in words beside the pointer (client coordinates). */
  readonly dragNote: { readonly text: string; readonly pointer: Point; readonly isRefusal?: boolean } | null;
  /** Boxes on the plane of what stays where it is while its copy is dragged. */
  readonly ghosts: readonly Ghost[];
  /** Canvas id of the item the keyboard is on. */
  readonly active: string | null;
  /** The ring around the active item shows only while the keyboard leads. */
  readonly isKeyboardLeading: boolean;
  /** 'break' breaks what is clicked; 'link' draws one link, from what is pressed first. */
  readonly tool: 'select' | 'pan' | 'break' | 'link';
  /** Id of the device group whose members are listed. */
  readonly openedGroup: string | null;
  /** Read out by screen readers. */
  readonly announcement: string;
}

const initial: InteractionState = {
  hint: null,
  linking: null,
  refused: null,
  choice: null,
  editing: null,
  dropTarget: null,
  moving: new Map(),
  guides: [],
  leaving: new Set(),
  dragNote: null,
  ghosts: [],
  active: null,
  isKeyboardLeading: false,
  tool: 'select',
  openedGroup: null,
  announcement: '',
};

let state = initial;
type Listener = () => void;
const listeners = new Set<Listener>();
/** Of those that show one piece only. */
const listenersOf = new Map<keyof InteractionState, Set<Listener>>();

export function readInteraction(): InteractionState {
  return state;
}

export function setInteraction(patch: Partial<InteractionState>): void {
  const changed = (Object.keys(patch) as (keyof InteractionState)[]).filter((key) => patch[key] !== state[key]);
  if (changed.length === 0) return;
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
  for (const key of changed) for (const listener of listenersOf.get(key) ?? []) listener();
}

/** Back to rest, e.g. when another document opens. The chosen tool stays. */
export function resetInteraction(): void {
  setInteraction({ ...initial, tool: state.tool });
}

export function announce(announcement: string): void {
  setInteraction({ announcement });
}

function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `selector` must give the same value for the same state. */
export function useInteraction<T>(selector: (state: InteractionState) => T): T {
  return useSyncExternalStore(subscribe, () => selector(state));
}

const subscribers = new Map<keyof InteractionState, typeof subscribe>();

/** What calls a listener back when the piece has changed, and gives the way to stop; the same function for the same piece. */
export function subscribeTo(key: keyof InteractionState): typeof subscribe {
  const known = subscribers.get(key);
  if (known) return known;
  const own = new Set<Listener>();
  listenersOf.set(key, own);
  const subscribeOne = (listener: Listener): (() => void) => {
    own.add(listener);
    return () => own.delete(listener);
  };
  subscribers.set(key, subscribeOne);
  return subscribeOne;
}

/** For what there is hundreds of: asked only when its piece changes, not in every frame of a drag. */
export function usePiece<K extends keyof InteractionState, T>(key: K, selector: (piece: InteractionState[K]) => T): T {
  return useSyncExternalStore(subscribeTo(key), () => selector(state[key]));
}

/** Key of a port block in `refusals`. */
export function toPortKey(end: LinkEnd): string {
  return `${end.deviceId}\n${end.blockId}`;
}

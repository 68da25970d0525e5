/** How the user is looking at the racks: side, order, size, where the keyboard is, and which racks are to be printed. */
import { createStore, useStore } from 'zustand';
import type { RackFace } from '#core/netlist/rack-elevation.ts';
import type { RackGrouping } from '#core/netlist/rack-order.ts';
import { designStore } from './design-store.ts';
import { setView } from './view-store.ts';

/** Where the keyboard is: a rack by its number over all groups, and its head, a device or nothing in it. */
export interface RackCursor {
  readonly rack: number;
  /** Key of a device of the elevation; `head` = the rack itself. */
  readonly key: string;
  /** Counts requests for focus; 0 = the cursor follows the focus and asks for nothing. */
  readonly serial: number;
}

interface RacksState {
  readonly face: RackFace;
  readonly grouping: RackGrouping;
  /** Height of a unit on the screen; null = as the view has room. */
  readonly unitPx: number | null;
  readonly cursor: RackCursor | null;
  /** Asked to bring a rack into sight. */
  readonly reveal: { readonly rack: number; readonly serial: number } | null;
  readonly isShelfOpen: boolean;
  readonly isPrintOpen: boolean;
}

export const UNIT_STEPS_PX: readonly number[] = [11, 14, 18, 24];
export const RACK_HEAD = 'head';

const START = { cursor: null, reveal: null, isPrintOpen: false } as const;

export const racksStore = createStore<RacksState>(() => ({
  ...START,
  face: 'front',
  grouping: 'group',
  unitPx: null,
  isShelfOpen: true,
}));

export function useRacksStore<T>(selector: (state: RacksState) => T): T {
  return useStore(racksStore, selector);
}

export function setRacks(part: Partial<Pick<RacksState, 'face' | 'grouping' | 'isShelfOpen' | 'isPrintOpen'>>): void {
  racksStore.setState(part);
}

/** One step larger or smaller than the height shown now; null = as the view has room. */
export function setUnitPx(unitPx: number | null): void {
  racksStore.setState({ unitPx });
}

let lastSerial = 0;

/** Moves the keyboard there and asks for focus. */
export function focusInRack(rack: number, key: string): void {
  lastSerial += 1;
  racksStore.setState({ cursor: { rack, key, serial: lastSerial }, reveal: { rack, serial: lastSerial } });
}

/** The focus went there by itself, by pointer or Tab. */
export function noteFocus(rack: number, key: string): void {
  const { cursor } = racksStore.getState();
  if (cursor?.rack !== rack || cursor.key !== key) racksStore.setState({ cursor: { rack, key, serial: 0 } });
}

/** Brings the rack into sight, without moving the focus. */
export function revealRack(rack: number): void {
  lastSerial += 1;
  racksStore.setState({ reveal: { rack, serial: lastSerial } });
}

/** Opens the view of the racks at one of them. */
export function showRack(rack: number): void {
  setView('racks');
  focusInRack(rack, RACK_HEAD);
}

designStore.subscribe((state, previous) => {
  if (state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen) {
    racksStore.setState({ ...START, face: 'front', grouping: 'group' });
  }
});

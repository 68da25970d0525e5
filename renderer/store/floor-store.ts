/** How the user is looking at the floor: camera, what colours the racks, which layers show, what is being moved. */
import { createStore, useStore } from 'zustand';
import type { Room } from '#core/design/floor.ts';
import type { RackTarget } from '#core/design/rack-move.ts';
import { designStore } from './design-store.ts';

export type FloorColour = 'kind' | 'fabric' | 'power' | 'heat' | 'feed' | 'problems' | 'phase';
export type FloorLayer = 'aisles' | 'trays' | 'zones' | 'runs' | 'grid';
export type FloorAside = 'shelf' | 'auto-place';
export type FloorDialog = 'add-rows' | 'add-room';

/** North-west corner of what is seen, m, and pixels a metre. */
export interface FloorCamera {
  readonly xM: number;
  readonly yM: number;
  readonly scale: number;
}

/** Racks on their way, drawn where they would stand. */
export interface FloorGhost {
  readonly targets: readonly RackTarget[];
  /** Why they cannot stand there; null = they can. */
  readonly problem: string | null;
  /** Moved step by step with the arrow keys rather than held by the pointer. */
  readonly byKeys: boolean;
}

interface FloorState {
  /** null = fit the floor at next sight. */
  readonly camera: FloorCamera | null;
  readonly colour: FloorColour;
  readonly layers: Readonly<Record<FloorLayer, boolean>>;
  readonly aside: FloorAside | null;
  readonly dialog: FloorDialog | null;
  /** While a proposal is at hand: the floor as it is, for comparison. */
  readonly showsBefore: boolean;
  readonly ghost: FloorGhost | null;
  /** Rooms and rows as a drag would leave them; only the drawing follows until it ends. */
  readonly draftShift: FloorShift | null;
  /** Rack the keyboard is at, by its number on the plan. */
  readonly current: number | null;
}

/** A drag of rows, or of a room's cross trays. */
export type FloorShift =
  | { readonly kind: 'rows'; readonly rowIds: readonly string[]; readonly eastM: number; readonly southM: number }
  | { readonly kind: 'cross-trays'; readonly roomId: string; readonly crossTraysM: Room['crossTraysM'] };

const START: FloorState = {
  camera: null,
  colour: 'kind',
  layers: { aisles: true, trays: true, zones: true, runs: true, grid: false },
  aside: 'shelf',
  dialog: null,
  showsBefore: false,
  ghost: null,
  draftShift: null,
  current: null,
};

export const floorStore = createStore<FloorState>(() => START);

export function useFloorStore<T>(selector: (state: FloorState) => T): T {
  return useStore(floorStore, selector);
}

export function setFloor(part: Partial<FloorState>): void {
  floorStore.setState(part);
}

export function toggleFloorLayer(layer: FloorLayer): void {
  floorStore.setState(({ layers }) => ({ layers: { ...layers, [layer]: !layers[layer] } }));
}

designStore.subscribe((state, previous) => {
  if (state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen) {
    floorStore.setState({ camera: null, dialog: null, ghost: null, draftShift: null, current: null, aside: 'shelf' });
  } else if (state.edit.design !== previous.edit.design) {
    floorStore.setState({ ghost: null, draftShift: null });
  }
});

/**
 * Racks placed on the floor by the program: what was asked, how far it is, what is proposed. The design changes only when the
 * proposal is applied, as one step.
 */
import { createStore, useStore } from 'zustand';
import type { Design } from '#core/design/design.ts';
import type { FloorProposal, FloorRequest, PlaceProgress } from '#core/place/floor-proposal.ts';
import type { PlaceReply, PlaceRequest } from '../workers/place-messages.ts';
import { createDesignPort, type DesignPort, type RawPort } from './design-port.ts';
import { design, designStore, dispatch } from './design-store.ts';

export type PlacementState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: PlaceProgress | null }
  /** `isStale`: what is drawn has changed since; such a proposal cannot be applied. */
  | { readonly kind: 'proposed'; readonly proposal: FloorProposal; readonly isStale: boolean }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Details of an internal fault. */
  | { readonly kind: 'failed'; readonly details: string };

const IDLE: PlacementState = { kind: 'idle' };

export const placementStore = createStore<PlacementState>(() => IDLE);

export function usePlacementStore<T>(selector: (state: PlacementState) => T): T {
  return useStore(placementStore, selector);
}

export type PlacePort = DesignPort<PlaceRequest, PlaceReply>;

function createPlaceWorker(): PlacePort {
  const worker = new Worker(new URL('../workers/place-worker.ts', import.meta.url), {
    type: 'module',
    name: 'place',
  });
  return createDesignPort<PlaceRequest, PlaceReply>(worker as RawPort<PlaceReply>);
}

let worker: PlacePort | null = null;
let lastRequestId = 0;

function set(state: PlacementState): void {
  placementStore.setState(state, true);
}

function endWorker(): void {
  worker?.terminate();
  worker = null;
}

/** Asks for a floor for the racks of the open design; an older question is called off. */
export function runPlacement(request: FloorRequest, createWorker = createPlaceWorker): void {
  lastRequestId += 1;
  set({ kind: 'running', progress: null });
  if (worker === null) {
    worker = createWorker();
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => {
      endWorker();
      set({ kind: 'failed', details: event.message ?? 'The worker stopped without a message.' });
    };
  }
  worker.postMessage({ kind: 'propose', requestId: lastRequestId, design: design(), request });
}

/** Calls off what is under way, or drops what was proposed. */
export function cancelPlacement(): void {
  lastRequestId += 1;
  worker?.postMessage({ kind: 'cancel' });
  set(IDLE);
}

function receive(reply: PlaceReply): void {
  if (reply.requestId !== lastRequestId) return;
  switch (reply.kind) {
    case 'progress':
      set({ kind: 'running', progress: reply.progress });
      break;
    case 'proposed':
      set(
        reply.proposal.ok
          ? { kind: 'proposed', proposal: reply.proposal.value, isStale: false }
          : { kind: 'refused', reason: reply.proposal.error },
      );
      break;
    case 'failure':
      set({ kind: 'failed', details: reply.details });
      break;
  }
}

/** Stands the racks as proposed, as one undo step. Says whether it was done. */
export function applyPlacement(): boolean {
  const state = placementStore.getState();
  if (state.kind !== 'proposed' || state.isStale) return false;
  const { rooms, rows, stands } = state.proposal;
  if (dispatch({ name: 'layOutFloor', args: { rooms, rows, stands } }).length > 0) return false;
  set(IDLE);
  return true;
}

/** The rows of a design as they are, for a request that keeps them. */
export function readGivenFloor({ rooms, rows }: Design): FloorRequest['floor'] {
  return { kind: 'given', rooms: Object.values(rooms ?? {}), rows: Object.values(rows ?? {}) };
}

/** What a proposal rests on. */
const BASES = [
  'devices',
  'racks',
  'placements',
  'links',
  'parts',
  'rooms',
  'rows',
  'stands',
  'coolingZones',
  'cduGroups',
  'cabling',
  'site',
] as const satisfies readonly (keyof Design)[];

designStore.subscribe((state, previous) => {
  if (state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen) {
    endWorker();
    lastRequestId += 1;
    set(IDLE);
    return;
  }
  const now = state.edit.design;
  const before = previous.edit.design;
  if (BASES.every((table) => now[table] === before[table])) return;
  const placement = placementStore.getState();
  if (placement.kind === 'running') cancelPlacement();
  else if (placement.kind === 'proposed') set({ ...placement, isStale: true });
  else set(IDLE);
});

/**
 * The path from one device to another, while its card is open: the two ends, the answer of the worker, and what it lights up on
 * the canvas. What is selected becomes the far end; what the pointer or the keyboard rests on shows its path for that time.
 */
import { createStore, useStore } from 'zustand';
import type { Route, RouteEnd } from '#core/analysis/route.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findRecord } from '#core/design/records.ts';
import { design, designStore } from './design-store.ts';
import { findRoute, reportStore } from './report-store.ts';
import { setHighlighted, viewStore } from './view-store.ts';

export interface RouteState {
  readonly isOpen: boolean;
  readonly from: RouteEnd | null;
  readonly to: RouteEnd | null;
  /** Stands in for `to` while it lasts. */
  readonly hovered: RouteEnd | null;
  /** null = the first fabric that joins them. */
  readonly fabricId: string | null;
  /** null = the quickest. */
  readonly rank: number | null;
  readonly route: Route | null;
  /** Why there is none. */
  readonly refusal: string | null;
  readonly isAsking: boolean;
}

const EMPTY: RouteState = {
  isOpen: false,
  from: null,
  to: null,
  hovered: null,
  fabricId: null,
  rank: null,
  route: null,
  refusal: null,
  isAsking: false,
};

export const routeStore = createStore<RouteState>(() => EMPTY);

export function useRoute<T>(selector: (state: RouteState) => T): T {
  return useStore(routeStore, selector);
}

function toEnd({ id, member = 0 }: ObjectRef): RouteEnd {
  return { deviceId: id, member };
}

function listChosen(selection: readonly ObjectRef[]): RouteEnd[] {
  const [first] = selection;
  const link = selection.length === 1 && first?.kind === 'link' ? findRecord(design().links, first.id) : undefined;
  if (link) return [link.a, link.b].map(({ deviceId }) => ({ deviceId, member: 0 }));
  return selection.filter(({ kind }) => kind === 'device').map(toEnd);
}

/** Opens the card: between the first two devices selected, or within the one; else the user chooses there. */
export function openRoute(): void {
  const [from = null, to = null] = listChosen(viewStore.getState().selection);
  routeStore.setState({ ...EMPTY, isOpen: true, from, to: to ?? findOther(from) });
  askRoute();
}

/** The last of the same group, the farthest as a rule; null = it is alone. */
function findOther(end: RouteEnd | null): RouteEnd | null {
  const count = end === null ? 0 : (findRecord(design().devices, end.deviceId)?.count ?? 0);
  if (end === null || count < 2) return null;
  return { deviceId: end.deviceId, member: end.member === count - 1 ? 0 : count - 1 };
}

export function closeRoute(): void {
  if (!routeStore.getState().isOpen) return;
  routeStore.setState(EMPTY);
  setHighlighted([]);
}

/** Other ends are other paths: the number of the one shown means nothing among them. */
export function setRouteEnds(ends: Partial<Pick<RouteState, 'from' | 'to'>>): void {
  routeStore.setState({ ...ends, hovered: null, rank: null });
  askRoute();
}

export function swapRoute(): void {
  const { from, to } = routeStore.getState();
  setRouteEnds({ from: to, to: from });
}

export function setRouteFabric(fabricId: string): void {
  routeStore.setState({ fabricId, rank: null });
  askRoute();
}

export function setRouteRank(rank: number): void {
  routeStore.setState({ rank });
  askRoute();
}

function isSameEnd(a: RouteEnd | null, b: RouteEnd | null): boolean {
  return a === b || (a?.deviceId === b?.deviceId && a?.member === b?.member);
}

/** What the pointer or the keyboard rests on; null = nothing. */
export function hoverRoute(end: RouteEnd | null): void {
  const { isOpen, from, to, hovered } = routeStore.getState();
  if (!isOpen) return;
  const next = end === null || isSameEnd(end, from) || isSameEnd(end, to) ? null : end;
  if (isSameEnd(next, hovered)) return;
  routeStore.setState({ hovered: next, rank: null });
  askRoute();
}

let generation = 0;
let isWaiting = false;

/** One question at a time; the newest is asked when the last is answered. */
function askRoute(): void {
  generation += 1;
  if (!isWaiting) void ask();
}

async function ask(): Promise<void> {
  const asked = generation;
  const { isOpen, from, to, hovered, fabricId, rank } = routeStore.getState();
  const target = hovered ?? to;
  if (!isOpen) return;
  if (from === null || target === null || reportStore.getState().report === null) {
    routeStore.setState({ route: null, refusal: null, isAsking: false });
    setHighlighted([]);
    return;
  }
  isWaiting = true;
  routeStore.setState({ isAsking: true });
  try {
    const found = await findRoute({ from, to: target, fabricId, rank });
    if (asked === generation) show(found.ok ? found.value : null, found.ok ? null : found.error);
  } catch {
    // The report itself tells what went wrong in the worker.
    if (asked === generation) show(null, 'The path could not be computed.');
  } finally {
    isWaiting = false;
  }
  if (asked !== generation) await ask();
}

function show(route: Route | null, refusal: string | null): void {
  if (!routeStore.getState().isOpen) return;
  routeStore.setState({ route, refusal, isAsking: false });
  light();
}

function light(): void {
  const { route } = routeStore.getState();
  const stops = route?.stops.map(({ deviceId, member }): ObjectRef => ({ kind: 'device', id: deviceId, member })) ?? [];
  const links = new Set(route?.hops.map(({ linkId }) => linkId));
  setHighlighted([...stops, ...[...links].map((id): ObjectRef => ({ kind: 'link', id }))]);
}

viewStore.subscribe(({ selection, screen }, previous) => {
  const { isOpen, from } = routeStore.getState();
  if (!isOpen) return;
  if (screen !== 'studio') closeRoute();
  if (selection === previous.selection) return;
  const [first, second] = selection.filter(({ kind }) => kind === 'device').map(toEnd);
  if (first && second) setRouteEnds({ from: first, to: second });
  else if (first && from === null) setRouteEnds({ from: first, to: findOther(first) });
  else if (first && (first.deviceId !== from?.deviceId || selection[0]?.member !== undefined)) {
    setRouteEnds({ to: first });
  } else light();
});

/** What is left of an end after an edit. */
function refit(end: RouteEnd | null): RouteEnd | null {
  const device = end && findRecord(design().devices, end.deviceId);
  return device ? { ...end, member: Math.min(end.member, device.count - 1) } : null;
}

designStore.subscribe((state, previous) => {
  if (!routeStore.getState().isOpen) return;
  if (state.documentSerial !== previous.documentSerial || !state.isOpen) closeRoute();
  else if (state.edit.design.devices !== previous.edit.design.devices) {
    routeStore.setState(({ from, to, hovered }) => ({ from: refit(from), to: refit(to), hovered: refit(hovered) }));
  }
});

reportStore.subscribe((state, previous) => {
  if (routeStore.getState().isOpen && state.report !== previous.report) askRoute();
});

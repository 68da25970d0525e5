/** The size of the whole interface, canvas and all: set by the shell where it can, by the page itself in a browser. */
import type { Action } from '../store/action-registry.ts';
import { INTERFACE_ZOOMS, preferencesStore, setPreference } from '../store/preferences-store.ts';
import { setBrowserZoom } from './browser-zoom.ts';
import { host } from './host-binding.ts';

function apply(percent: number): void {
  if (window.weftHost) void host().setZoom(percent / 100);
  else setBrowserZoom(percent / 100);
}

/** Starts keeping the window at the chosen size. */
export function followInterfaceZoom(): void {
  const { interfaceZoom } = preferencesStore.getState();
  if (interfaceZoom !== 100) apply(interfaceZoom);
  preferencesStore.subscribe((state, previous) => {
    if (state.interfaceZoom !== previous.interfaceZoom) apply(state.interfaceZoom);
  });
}

/** To the next size up or down; at the end of the list it stays. */
function step(direction: 1 | -1): void {
  const { interfaceZoom } = preferencesStore.getState();
  const at = INTERFACE_ZOOMS.indexOf(interfaceZoom);
  const next = INTERFACE_ZOOMS[at + direction];
  if (next !== undefined) setPreference('interfaceZoom', next);
}

const canStep = (direction: 1 | -1) => (): boolean =>
  preferencesStore.getState().interfaceZoom !== INTERFACE_ZOOMS.at(direction === 1 ? -1 : 0);

export const zoomActions: readonly Action[] = [
  {
    id: 'interface-larger',
    label: 'Larger interface',
    shortcut: '$mod+Alt+Equal',
    otherShortcuts: ['$mod+Alt+NumpadAdd'],
    worksInFields: true,
    enabled: canStep(1),
    run: () => step(1),
  },
  {
    id: 'interface-smaller',
    label: 'Smaller interface',
    shortcut: '$mod+Alt+Minus',
    otherShortcuts: ['$mod+Alt+NumpadSubtract'],
    worksInFields: true,
    enabled: canStep(-1),
    run: () => step(-1),
  },
  {
    id: 'interface-usual',
    label: 'Interface at its usual size',
    shortcut: '$mod+Alt+Digit0',
    worksInFields: true,
    enabled: () => preferencesStore.getState().interfaceZoom !== 100,
    run: () => setPreference('interfaceZoom', 100),
  },
];

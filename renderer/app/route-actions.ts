/** The path between two devices. */
import type { Action } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { closeRoute, openRoute, routeStore } from '../store/route-store.ts';
import { setView, viewStore } from '../store/view-store.ts';

export const routeActions: readonly Action[] = [
  {
    id: 'show-path',
    label: 'Show path between devices',
    shortcut: 'Shift+KeyW',
    enabled: () => viewStore.getState().screen === 'studio' && Object.keys(design().links).length > 0,
    checked: () => routeStore.getState().isOpen,
    run() {
      if (routeStore.getState().isOpen && viewStore.getState().view === 'topology') closeRoute();
      else {
        setView('topology');
        openRoute();
      }
    },
  },
];

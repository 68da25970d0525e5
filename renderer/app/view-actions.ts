/** The views of the design, each on a key of its own. */
import type { Action } from '../store/action-registry.ts';
import { type CentreView, isStudioOpen, setView, viewStore } from '../store/view-store.ts';
import { focusView } from './focus-view.ts';

const VIEWS: readonly { readonly view: CentreView; readonly label: string }[] = [
  { view: 'topology', label: 'Topology' },
  { view: 'racks', label: 'Racks' },
  { view: 'floor', label: 'Floor' },
  { view: 'cables', label: 'Cables' },
  { view: 'bom', label: 'Bill of materials' },
  { view: 'ports', label: 'Ports' },
  { view: 'power', label: 'Power' },
  { view: 'simulate', label: 'Simulate' },
  { view: 'rails', label: 'Rails' },
  { view: 'report', label: 'Report' },
];

export const viewActions: readonly Action[] = VIEWS.map(({ view, label }, index) => ({
  id: `view-${view}`,
  label,
  // The tenth is on 0, as on the keyboard.
  shortcut: `Alt+Digit${(index + 1) % 10}`,
  enabled: isStudioOpen,
  checked: () => viewStore.getState().view === view,
  run() {
    setView(view);
    focusView();
  },
}));

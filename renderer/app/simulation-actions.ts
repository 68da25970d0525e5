/** Running and cancelling the flow model, for menus, keys and the command list. */
import type { Action } from '../store/action-registry.ts';
import { setSimulateTab } from '../store/simulate-tab.ts';
import { cancelFlows, runFlows, simulationStore } from '../store/simulation-store.ts';
import { setView, viewStore } from '../store/view-store.ts';

const isOpen = (): boolean => viewStore.getState().screen === 'studio';

export const simulationActions: readonly Action[] = [
  {
    id: 'run-flow-model',
    label: 'Run flow model',
    shortcut: '$mod+Enter',
    worksInFields: true,
    enabled: () => isOpen() && !simulationStore.getState().running,
    run() {
      setView('simulate');
      setSimulateTab('flows');
      runFlows();
    },
  },
  {
    id: 'cancel-flow-model',
    label: 'Cancel the flow model',
    shortcut: null,
    enabled: () => isOpen() && simulationStore.getState().running,
    run: cancelFlows,
  },
];

/** Running and cancelling the flow model, for menus, keys and the command list. */
import type { Action } from '../store/action-registry.ts';
import { setSimulateTab } from '../store/simulate-tab.ts';
import { cancelFlows, runFlows, simulationStore } from '../store/simulation-store.ts';
import { setView, isStudioOpen } from '../store/view-store.ts';

export const simulationActions: readonly Action[] = [
  {
    id: 'run-flow-model',
    label: 'Run flow model',
    shortcut: '$mod+Enter',
    worksInFields: true,
    enabled: () => isStudioOpen() && !simulationStore.getState().running,
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
    enabled: () => isStudioOpen() && simulationStore.getState().running,
    run: cancelFlows,
  },
];

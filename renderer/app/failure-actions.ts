/** Breaking and repairing what is selected, for menus, keys and the command list. */
import {
  breakOne,
  breakItems,
  createFailure,
  isBreakable,
  listBrokenRuns,
  repairItems,
  type Target,
} from '../store/break-items.ts';
import type { Action } from '../store/action-registry.ts';
import { currentScenario } from '../store/current-scenario.ts';
import { design } from '../store/design-store.ts';
import { viewStore, isStudioOpen } from '../store/view-store.ts';

const listTargets = (): Target[] => (isStudioOpen() ? viewStore.getState().selection.filter(isBreakable) : []);
const isBroken = (target: Target): boolean => {
  const runs = listBrokenRuns(design(), target);
  return runs === 'all' || runs.length > 0;
};

export const failureActions: readonly Action[] = [
  {
    id: 'break-one',
    label: 'Break one of what is selected',
    shortcut: 'Shift+KeyB',
    enabled: () => listTargets().length === 1,
    run() {
      const [target] = listTargets();
      if (target) breakOne(target);
    },
  },
  {
    id: 'break-all',
    label: 'Break all of what is selected',
    shortcut: null,
    enabled: () => listTargets().length > 0,
    run: () => breakItems(listTargets().map((target) => createFailure(target))),
  },
  {
    id: 'repair',
    label: 'Repair what is selected',
    shortcut: 'Shift+KeyR',
    enabled: () => listTargets().some(isBroken),
    run: () =>
      repairItems(
        listTargets()
          .filter(isBroken)
          .map((target) => createFailure(target)),
      ),
  },
  {
    id: 'repair-all',
    label: 'Repair everything',
    shortcut: null,
    enabled: () => isStudioOpen() && currentScenario(design()).failures.length > 0,
    run: () => repairItems('all'),
  },
];

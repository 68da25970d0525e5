/**
 * Runs kept under a name, to be compared with later ones, also of other designs. Each stands in the browser's local storage under a
 * key of its own, so that they survive a reload and several windows do not overwrite each other's.
 */
import { createStore, useStore } from 'zustand';
import type { Scenario } from '#core/design/scenario.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import type { TrainingReport } from '#core/sim/training-report.ts';
import { findKeptFlow, simulationStore } from './simulation-store.ts';

export interface SavedRun {
  readonly id: string;
  readonly name: string;
  readonly designName: string;
  /** ISO instant. */
  readonly savedAt: string;
  readonly scenario: Scenario;
  readonly estimate: CollectiveEstimate;
  readonly sweep: readonly CollectiveEstimate[];
  readonly training: TrainingReport | null;
  /** null = the flow model was not run, or ran for something else. */
  readonly flow: FlowReport | null;
}

const KEY_PREFIX = 'weft.saved-run.1.';

interface SavedRunsState {
  /** Oldest first. */
  readonly runs: readonly SavedRun[];
}

export const savedRunsStore = createStore<SavedRunsState>(() => ({ runs: readRuns() }));

export function useSavedRuns(): readonly SavedRun[] {
  return useStore(savedRunsStore, (state) => state.runs);
}

function openStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Null for what is not a run of ours: an older program's, or cut short by a full disk. */
function parseRun(text: string): SavedRun | null {
  try {
    const run = JSON.parse(text) as Partial<SavedRun> | null;
    return run && typeof run.id === 'string' && run.scenario && run.estimate && Array.isArray(run.sweep)
      ? (run as SavedRun)
      : null;
  } catch {
    return null;
  }
}

function readRuns(): SavedRun[] {
  const storage = openStorage();
  if (!storage) return [];
  const runs: SavedRun[] = [];
  for (let at = 0; at < storage.length; at += 1) {
    const key = storage.key(at);
    const run = key?.startsWith(KEY_PREFIX) ? parseRun(storage.getItem(key) ?? '') : null;
    if (run) runs.push(run);
  }
  return runs.toSorted((a, b) => a.savedAt.localeCompare(b.savedAt));
}

/** False when there is no room left for it: then it lasts as long as the window. */
function writeRun(run: SavedRun): boolean {
  try {
    openStorage()?.setItem(KEY_PREFIX + run.id, JSON.stringify(run));
    return true;
  } catch {
    return false;
  }
}

/** Runs that another window saves or removes show up here too. Returns the way to stop. */
export function followSavedRuns(): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === null || event.key.startsWith(KEY_PREFIX)) savedRunsStore.setState({ runs: readRuns() });
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

/** Keeps the present results. `'no-results'`: there are none; `'not-kept'`: the browser has no room, a reload forgets the run. */
export function saveRun(name: string, savedAt: string): 'saved' | 'no-results' | 'not-kept' {
  const { answered, estimate, sweep, training } = simulationStore.getState();
  if (!answered || !estimate) return 'no-results';
  const run: SavedRun = {
    id: crypto.randomUUID(),
    name,
    designName: answered.design.name,
    savedAt,
    scenario: answered.scenario,
    estimate,
    sweep,
    training,
    flow: findKeptFlow(),
  };
  savedRunsStore.setState(({ runs }) => ({ runs: [...runs, run] }));
  return writeRun(run) ? 'saved' : 'not-kept';
}

export function renameRun(id: string, name: string): void {
  savedRunsStore.setState(({ runs }) => ({ runs: runs.map((run) => (run.id === id ? { ...run, name } : run)) }));
  const renamed = savedRunsStore.getState().runs.find((run) => run.id === id);
  if (renamed) writeRun(renamed);
}

export function removeRun(id: string): void {
  savedRunsStore.setState(({ runs }) => ({ runs: runs.filter((run) => run.id !== id) }));
  openStorage()?.removeItem(KEY_PREFIX + id);
}

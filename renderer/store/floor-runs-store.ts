/** Cable runs of the selection on the floor, asked of the worker while the floor is looked at; the newest question wins. */
import { createStore, useStore } from 'zustand';
import type { FloorRuns } from '#core/analysis/floor-runs.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { design } from './design-store.ts';
import { askFloorRuns } from './report-store.ts';

interface FloorRunsState {
  /** null = nothing is asked, or not answered yet. */
  readonly runs: FloorRuns | null;
}

const store = createStore<FloorRunsState>(() => ({ runs: null }));

export function useFloorRuns(): FloorRuns | null {
  return useStore(store, (state) => state.runs);
}

let lastQuestion = 0;

/** What runs are known of: the rest of a selection has none. */
function isCabled({ kind }: ObjectRef): boolean {
  return kind === 'device' || kind === 'rack' || kind === 'link' || kind === 'fabric';
}

/** Asks for the runs of those objects in the design of now; null drops them. */
export async function requestFloorRuns(refs: readonly ObjectRef[] | null): Promise<void> {
  lastQuestion += 1;
  const question = lastQuestion;
  const asked = refs?.filter(isCabled) ?? [];
  if (asked.length === 0) {
    store.setState({ runs: null });
    return;
  }
  const current = design();
  const runs = await askFloorRuns(current, asked).catch(() => null);
  if (question === lastQuestion && current === design()) store.setState({ runs });
}

/** Asks the layout worker for one graph at a time: a newer question calls the older one off, and so does an edit or another document. */
import { createStore, useStore } from 'zustand';
import { designStore } from './design-store.ts';
import { showNotice } from './notice-store.ts';
import type { Graph, GraphPlaces } from '../workers/elk-graph.ts';
import { layOutGraph } from '../workers/elk-layout.ts';

let current: AbortController | null = null;

const layoutStore = createStore<{ readonly isRunning: boolean }>(() => ({ isRunning: false }));

/** Whether a layout is being looked for. */
export function useIsLayingOut(): boolean {
  return useStore(layoutStore, (state) => state.isRunning);
}

export function isLayingOut(): boolean {
  return current !== null;
}

/** True when there was a layout to call off. */
export function cancelLayout(): boolean {
  current?.abort();
  return current !== null;
}

function setCurrent(next: AbortController | null): void {
  current = next;
  layoutStore.setState({ isRunning: next !== null });
}

/** Longer than any graph we ask for takes on a slow machine. */
const timeoutMs = 20_000;

/** Null when it was called off, or failed: then the user has been told. */
export async function askForLayout(
  graph: Graph,
  layOut: typeof layOutGraph = layOutGraph,
): Promise<GraphPlaces | null> {
  current?.abort();
  const own = new AbortController();
  setCurrent(own);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    own.abort();
  }, timeoutMs);
  try {
    const places = await layOut(graph, own.signal);
    return own.signal.aborted ? null : places;
  } catch (fault) {
    if (own.signal.aborted && !isLate) return null;
    const reason = isLate ? 'It took too long.' : 'Something broke; your design is safe.';
    showNotice(
      'error',
      `The layout could not be found. ${reason}`,
      fault instanceof Error ? (fault.stack ?? null) : null,
    );
    return null;
  } finally {
    clearTimeout(timer);
    if (current === own) setCurrent(null);
  }
}

designStore.subscribe((state, previous) => {
  if (state.edit.design !== previous.edit.design) cancelLayout();
});

/** Which of the simulation's answers the Simulate view shows; kept while another view is open. */
import { createStore, useStore } from 'zustand';

export type SimulateTab = 'sizes' | 'flows' | 'training' | 'compare' | 'assumptions';

const tabStore = createStore<{ readonly tab: SimulateTab }>(() => ({ tab: 'sizes' }));

export function useSimulateTab(): SimulateTab {
  return useStore(tabStore, (state) => state.tab);
}

export function setSimulateTab(tab: SimulateTab): void {
  tabStore.setState({ tab });
}

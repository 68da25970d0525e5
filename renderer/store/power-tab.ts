/** Which table of the power view is open; kept while another view is open. */
import { createStore, useStore } from 'zustand';

export type PowerTab = 'devices' | 'groups' | 'racks' | 'rows' | 'rooms' | 'pdus' | 'cooling' | 'airflow';

const tabStore = createStore<{ readonly tab: PowerTab }>(() => ({ tab: 'devices' }));

export function usePowerTab(): PowerTab {
  return useStore(tabStore, (state) => state.tab);
}

export function setPowerTab(tab: PowerTab): void {
  tabStore.setState({ tab });
}

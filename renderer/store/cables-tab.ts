/** Which part of the Cables view is open, and whose port map it shows; kept while another view is open. */
import { createStore, useStore } from 'zustand';
import { setView } from './view-store.ts';

export type CablesTab = 'schedule' | 'links' | 'port-maps' | 'deployability';

/** One member of a device group, from 0. */
export interface MappedMember {
  readonly deviceId: string;
  readonly member: number;
}

interface CablesTabState {
  readonly tab: CablesTab;
  /** null = none chosen yet. */
  readonly mapped: MappedMember | null;
}

const tabStore = createStore<CablesTabState>(() => ({ tab: 'schedule', mapped: null }));

export function useCablesTab(): CablesTab {
  return useStore(tabStore, (state) => state.tab);
}

export function setCablesTab(tab: CablesTab): void {
  tabStore.setState({ tab });
}

export function useMappedMember(): MappedMember | null {
  return useStore(tabStore, (state) => state.mapped);
}

export function setMappedMember(mapped: MappedMember): void {
  tabStore.setState({ mapped });
}

/** Opens the port map of one device in the Cables view. */
export function openPortMap(mapped: MappedMember): void {
  tabStore.setState({ tab: 'port-maps', mapped });
  setView('cables');
}

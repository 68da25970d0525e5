/** How the bill of materials is taken apart, and which of its parts is open; kept while another view is open. */
import { createStore, useStore } from 'zustand';
import type { BomBy } from '#core/analysis/bom-report.ts';

export type BomSplit = 'part' | BomBy;

interface BomTabState {
  readonly split: BomSplit;
  /** Place of the open section; 0 = the first. */
  readonly section: number;
  /** Only lines without a price. */
  readonly onlyUnpriced: boolean;
}

const tabStore = createStore<BomTabState>(() => ({ split: 'part', section: 0, onlyUnpriced: false }));

export function useBomTab(): BomTabState {
  return useStore(tabStore);
}

export function setBomSplit(split: BomSplit): void {
  tabStore.setState({ split, section: 0 });
}

export function setBomSection(section: number): void {
  tabStore.setState({ section });
}

export function setOnlyUnpriced(onlyUnpriced: boolean): void {
  tabStore.setState({ onlyUnpriced });
}

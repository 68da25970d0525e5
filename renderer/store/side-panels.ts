/** Which of the two panels at the sides of the window are open; remembered between runs. */
import { createStore, useStore } from 'zustand';
import { readSetting, writeSetting } from './settings.ts';
import { viewStore } from './view-store.ts';

export interface SidePanels {
  readonly palette: boolean;
  readonly inspector: boolean;
}

export const sidePanelsStore = createStore<SidePanels>(() => readSetting('sidePanels'));

export function useSidePanels<T>(selector: (state: SidePanels) => T): T {
  return useStore(sidePanelsStore, selector);
}

export function setSidePanel(panel: keyof SidePanels, isOpen: boolean): void {
  const next = { ...sidePanelsStore.getState(), [panel]: isOpen };
  writeSetting('sidePanels', next);
  sidePanelsStore.setState(next);
}

// A name is edited in the inspector.
viewStore.subscribe(({ renameRequest }, previous) => {
  if (renameRequest && renameRequest !== previous.renameRequest && !sidePanelsStore.getState().inspector) {
    setSidePanel('inspector', true);
  }
});

/** How the user wants the program to look and to write figures; kept between runs, never part of a design. */
import { createStore, useStore } from 'zustand';
import { readSetting, type Settings, type UnitChoice, writeSetting } from './settings.ts';

type PreferenceKey = 'units' | 'contrast' | 'motion' | 'textSize' | 'interfaceZoom';
type Preferences = Readonly<Pick<Settings, PreferenceKey>>;

export const TEXT_SIZES: readonly number[] = [90, 100, 110, 125];

export const INTERFACE_ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 200];

export const preferencesStore = createStore<Preferences>(() => ({
  units: readSetting('units'),
  contrast: readSetting('contrast'),
  motion: readSetting('motion'),
  textSize: readSetting('textSize'),
  interfaceZoom: readSetting('interfaceZoom'),
}));

export function usePreferences<T>(selector: (state: Preferences) => T): T {
  return useStore(preferencesStore, selector);
}

export function setPreference<K extends PreferenceKey>(key: K, value: Settings[K]): void {
  writeSetting(key, value);
  preferencesStore.setState((state) => ({ ...state, [key]: value }));
}

export function setUnit<K extends keyof UnitChoice>(key: K, value: UnitChoice[K]): void {
  setPreference('units', { ...preferencesStore.getState().units, [key]: value });
}

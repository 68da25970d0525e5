/** Sizes of the panels of a group, in per cent, kept from one run to the next; apart for every set of panels that is open. */
import type { Layout } from 'react-resizable-panels';
import { readSetting, writeSetting } from '../store/settings.ts';

const createKey = (group: string, panelIds: readonly string[]): string => `${group}:${panelIds.join('+')}`;

/** The sizes these panels had when they stood together last, as properties of their group. */
export function readLayout(group: string, panelIds: readonly string[]): { readonly defaultLayout?: Layout } {
  const stored = readSetting('panelLayouts')[createKey(group, panelIds)];
  return stored ? { defaultLayout: { ...stored } } : {};
}

export function keepLayout(group: string, layout: Layout): void {
  const key = createKey(group, Object.keys(layout));
  writeSetting('panelLayouts', { ...readSetting('panelLayouts'), [key]: layout });
}

/** Sizes of the panels of a group, in per cent, kept from one run to the next. */
import type { Layout } from 'react-resizable-panels';
import { readSetting, writeSetting } from '../store/settings.ts';

export function readLayout(group: string): Layout | undefined {
  const stored = readSetting('panelLayouts')[group];
  return stored ? { ...stored } : undefined;
}

export function keepLayout(group: string, layout: Layout): void {
  writeSetting('panelLayouts', { ...readSetting('panelLayouts'), [group]: layout });
}

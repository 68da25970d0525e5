/** Fabrics take turns at the two sides of a rack, so that compute and management cables do not run side by side. */
import type { Fabric } from '#core/design/design.ts';

export function chooseLoopSide(fabrics: Readonly<Record<string, Fabric>>, fabricId: string): 'left' | 'right' {
  return Object.keys(fabrics).toSorted().indexOf(fabricId) % 2 === 1 ? 'left' : 'right';
}

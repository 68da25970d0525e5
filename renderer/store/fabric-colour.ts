/** The colour of a fabric everywhere: its place among the design's fabrics picks one of the eight of the theme. */
import type { Fabric } from '#core/design/design.ts';

const COLOUR_COUNT = 8;

export function chooseFabricColour(fabrics: Readonly<Record<string, Fabric>>, fabricId: string): string {
  const place = Object.keys(fabrics).toSorted().indexOf(fabricId);
  return place < 0 ? 'var(--text-3)' : `var(--fabric-${(place % COLOUR_COUNT) + 1})`;
}

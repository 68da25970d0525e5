/** How fabrics are told apart on the canvas: by colour and by the side of a rack their links run along. */
import type { Fabric } from '#core/design/design.ts';

type Fabrics = Readonly<Record<string, Fabric>>;

const colourCount = 8;

/** The fabric's place among the design's fabrics picks one of the eight colours of the theme. */
export function chooseFabricColour(fabrics: Fabrics, fabricId: string): string {
  const place = findPlace(fabrics, fabricId);
  return place < 0 ? 'var(--text-3)' : `var(--fabric-${(place % colourCount) + 1})`;
}

/** Fabrics take turns, so that compute and management cables of a rack do not run side by side. */
export function chooseLoopSide(fabrics: Fabrics, fabricId: string): 'left' | 'right' {
  return findPlace(fabrics, fabricId) % 2 === 1 ? 'left' : 'right';
}

function findPlace(fabrics: Fabrics, fabricId: string): number {
  return Object.keys(fabrics).toSorted().indexOf(fabricId);
}

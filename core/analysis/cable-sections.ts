/**
 * Outer diameters of cables, for the room they take in trays. Catalogs do not state them, so they are those of the kind:
 * copper by its lanes at 30 AWG, the thinner of the wires in use, fibres and AOC by their round jacket. Longer copper of
 * 26 AWG is thicker by up to 3 mm, so copper trays may be fuller than shown.
 */
import type { CablePart } from '../catalog/part.ts';

export interface CableDiameter {
  readonly kind: string;
  readonly diameterMm: number;
  readonly source: string;
}

/** Day on which the sources were read. */
export const DIAMETERS_AS_OF = '2026-11-21';

const TWINAX_SOURCE =
  'https://wavesplitter.jp/index.php/blog/keburunotai-sanobiao-ji-nitsuite (2 lanes 4.0, 4 lanes 6.5, 8 lanes 8.0 mm at 30 AWG)';
const JACKET_SOURCE =
  'https://wavesplitter.jp/index.php/blog/keburunotai-sanobiao-ji-nitsuite (2 to 16 fibres in a jacket of 3.0 mm)';

const TWINAX: readonly { readonly upToLanes: number; readonly diameter: CableDiameter }[] = [
  { upToLanes: 2, diameter: { kind: 'copper of 1 or 2 lanes', diameterMm: 4, source: TWINAX_SOURCE } },
  { upToLanes: 4, diameter: { kind: 'copper of 4 lanes', diameterMm: 6.5, source: TWINAX_SOURCE } },
  {
    upToLanes: Number.POSITIVE_INFINITY,
    diameter: { kind: 'copper of 8 lanes', diameterMm: 8, source: TWINAX_SOURCE },
  },
];
const JACKET: CableDiameter = { kind: 'fibre and AOC', diameterMm: 3, source: JACKET_SOURCE };
const TWISTED_PAIR: CableDiameter = {
  kind: 'twisted pair',
  diameterMm: 6,
  source: 'Assumed for Category 6, between the 5.3 mm (0.21 in) of tray tables and the 8 mm of Category 6A',
};

/** Lanes of copper whose ends do not state them: those of most cages. */
const USUAL_LANES = 4;

export function getCableDiameter({ category, ends }: CablePart): CableDiameter {
  if (category === 'fiber' || category === 'aoc') return JACKET;
  if (category === 'twisted_pair') return TWISTED_PAIR;
  const lanes = Math.max(...ends.map(({ plugCount, lanes: perPlug }) => plugCount * (perPlug ?? 0))) || USUAL_LANES;
  return (TWINAX.find(({ upToLanes }) => lanes <= upToLanes) ?? { diameter: JACKET }).diameter;
}

export function getCableSectionMm2(cable: CablePart): number {
  return (Math.PI / 4) * getCableDiameter(cable).diameterMm ** 2;
}

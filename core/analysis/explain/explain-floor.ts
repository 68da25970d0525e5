/** Figures of the floor that belong to no report: the cables of a selection, and a proposed layout. Lengths in m. */
import type { FloorRuns } from '../floor-runs.ts';
import type { Explanation } from './explanation.ts';
import { explainTally } from './explain-tally.ts';

export function explainRunCables({ cableCount, inRackCount, offFloorCount }: FloorRuns): Explanation {
  return explainTally({
    title: 'Cables of the selection',
    unit: 'cables',
    terms: [
      { name: 'over the trays', count: cableCount - inRackCount - offFloorCount },
      { name: 'inside one rack', count: inRackCount },
      { name: 'with an end that stands nowhere, as planned', count: offFloorCount },
    ],
    caveats: ['A cable with both ends in the selection counts once.'],
  });
}

/** null = there are no cables. */
export function explainRunLength({ cableCount, totalM, longestM }: FloorRuns): Explanation | null {
  if (cableCount === 0) return null;
  return {
    title: 'Length of the cables of the selection',
    formula: 'T = n × a',
    values: [
      { symbol: 'T', value: totalM, unit: 'm', meaning: 'all together, slack included' },
      { symbol: 'n', value: cableCount, unit: 'cables', meaning: 'of the selection' },
      { symbol: 'a', value: totalM / cableCount, unit: 'm each', meaning: 'on average' },
      { symbol: 'l', value: longestM, unit: 'm', meaning: 'the longest of them' },
    ],
    counted: [],
    sources: [],
    caveats: [
      'Up to the trays, along rows and crossings, down, and slack at both ends; what nobody can measure runs as planned.',
    ],
  };
}

interface LayoutLengths {
  readonly totalLengthBeforeM: number;
  readonly totalLengthAfterM: number;
  readonly totalLengthRowOrderM: number;
  readonly worstLeafServerM: number | null;
}

/** Of all cables, by a layout that is only proposed. */
export function explainLayout(lengths: LayoutLengths): Explanation {
  const { totalLengthBeforeM: before, totalLengthAfterM: after, totalLengthRowOrderM, worstLeafServerM } = lengths;
  return {
    title: 'Length of all cables, as proposed',
    formula: 'D = A - B',
    values: [
      { symbol: 'D', value: after - before, unit: 'm', meaning: after < before ? 'less than now' : 'more than now' },
      { symbol: 'A', value: after, unit: 'm', meaning: 'with the racks where they are proposed' },
      { symbol: 'B', value: before, unit: 'm', meaning: 'as the drawing has them now' },
      {
        symbol: 'o',
        value: totalLengthRowOrderM,
        unit: 'm',
        meaning: 'in the order of their numbers, on the same rows',
      },
      ...(worstLeafServerM === null
        ? []
        : [{ symbol: 'w', value: worstLeafServerM, unit: 'm', meaning: 'the longest from a server to its leaf' }]),
    ],
    counted: [],
    sources: [],
    caveats: ['Every cable over the trays with slack at both ends; now, those that stand nowhere run as planned.'],
  };
}

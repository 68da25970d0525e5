/** What is to be ordered and built in how many kinds: lengths of cable, and racks that hold the same. */
import type { DeployabilityReport } from '../cabling-report.ts';
import { explainTally } from './explain-tally.ts';
import type { Explanation } from './explanation.ts';

type Alikeness = DeployabilityReport['alikeness'];

/** More terms nobody reads: the longer ones make one. */
const MAX_LENGTHS = 24;

export function explainLengths(lengths: DeployabilityReport['lengths']): Explanation {
  const term = (name: string, count: number): { name: string; count: number } => ({ name, count });
  const shown = lengths.slice(0, lengths.length > MAX_LENGTHS ? MAX_LENGTHS - 1 : MAX_LENGTHS);
  const rest = lengths.length - shown.length;
  return explainTally({
    title: 'Lengths to order',
    unit: 'lengths',
    terms: [
      ...shown.map(({ lengthM, cableCount }) => term(`${lengthM} m, for ${cableCount} cables`, 1)),
      ...(rest > 0 ? [term('longer ones', rest)] : []),
    ],
    caveats: ['Each run is rounded up to a length on sale; where none is known, to half metres and then to metres.'],
  });
}

export function explainAlikeness({ rackCount, patternCount, singleCount }: Alikeness): Explanation {
  return {
    title: 'Racks that hold the same',
    formula: 'K = s + m',
    values: [
      { symbol: 'K', value: patternCount, unit: 'kinds', meaning: 'of contents: the same parts in the same units' },
      { symbol: 's', value: singleCount, unit: 'kinds', meaning: 'that one rack alone has' },
      { symbol: 'm', value: patternCount - singleCount, unit: 'kinds', meaning: 'that several racks share' },
      { symbol: 'r', value: rackCount, unit: 'racks', meaning: 'compared' },
    ],
    counted: [],
    sources: [],
    caveats: [],
  };
}

/** How many cells of a rail grid there are, and how many of them are wrong and why. */
import { formatCount } from '../../base/format-count.ts';
import type { RailGrid } from '../rail-grid-report.ts';
import type { Explanation } from './explanation.ts';
import { explainTally } from './explain-tally.ts';

export function explainGrid({ fabricName, cellCount, wrongCells, counts, emptyRowCount }: RailGrid): Explanation {
  return explainTally({
    title: `Rails of ${fabricName}`,
    unit: 'rail links',
    terms: [
      { name: 'correct', count: cellCount - wrongCells.length },
      { name: 'wrong: on a leaf of another rail', count: counts.crossed },
      { name: 'wrong: on a leaf reached twice', count: counts.doubled },
      { name: 'wrong: on a leaf of another unit', count: counts.strayed },
      { name: 'wrong: without a cable', count: counts.missing },
    ],
    caveats: [
      'A rail link is one rail of one server that has cables in the fabric; what its neighbours do is correct.',
      ...(emptyRowCount > 0 ? [`Not checked: ${formatCount(emptyRowCount)} servers without any cable here.`] : []),
    ],
  });
}

export function explainGridSize({ fabricName, rowCount, columnCount, cellCount }: RailGrid): Explanation {
  return {
    title: `Rail grid of ${fabricName}`,
    formula: 'A = s × r',
    values: [
      { symbol: 'A', value: rowCount * columnCount, unit: 'places', meaning: 'of the table' },
      { symbol: 's', value: rowCount, unit: 'servers', meaning: 'with GPUs, one row each' },
      { symbol: 'r', value: columnCount, unit: 'rails', meaning: 'of the server that has most' },
      { symbol: 'c', value: cellCount, unit: 'rail links', meaning: 'of them are checked' },
    ],
    counted: [],
    sources: [],
    caveats: [],
  };
}

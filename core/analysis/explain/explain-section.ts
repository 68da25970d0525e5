/** A part of the bill of materials: of one fabric, rack or day, or the lines that are shown. */
import type { PriceSum } from '../bom-report.ts';
import { type CountedLine, describeLine, explainPricedLines } from './explain-cost.ts';
import { explainTally } from './explain-tally.ts';
import type { Explanation } from './explanation.ts';

interface Section {
  /** What it is called; empty = all lines. */
  readonly name: string;
  /** With what the section has of each. */
  readonly lines: readonly CountedLine[];
}

export function explainSectionCost({ name, lines }: Section, sum: PriceSum, currency: string): Explanation {
  return explainPricedLines(`Cost of ${name}`, 'its share of all priced lines, spares apart', lines, sum, currency);
}

/** Pieces of different kinds together: a sum of lines. `spares`: those to buy on top. */
export function explainPieces({ name, lines }: Section, count: 'quantity' | 'spares'): Explanation {
  return explainTally({
    title: count === 'quantity' ? `Pieces${name === '' ? '' : ` of ${name}`}` : 'Spares',
    unit: 'pieces',
    terms: lines
      .map(({ line, quantity }) => ({ name: describeLine(line), count: count === 'quantity' ? quantity : line.spares }))
      .filter((term) => term.count > 0),
  });
}

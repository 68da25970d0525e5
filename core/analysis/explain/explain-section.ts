/** A part of the bill of materials: of one fabric, rack or day, or the lines that are shown. */
import type { BomLine, PriceSum } from '../bom-report.ts';
import {
  createPriceValue,
  describeLine,
  describeUnpriced,
  listPriceSources,
  listTerms,
  markUnpriced,
} from './explain-cost.ts';
import { explainTally } from './explain-tally.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';

export interface SectionLine {
  readonly line: BomLine;
  /** Of the line, in this section. */
  readonly quantity: number;
}

interface Section {
  /** What it is called; empty = all lines. */
  readonly name: string;
  readonly lines: readonly SectionLine[];
}

export function explainSectionCost({ name, lines }: Section, sum: PriceSum, currency: string): Explanation {
  const own = lines.filter(({ quantity }) => quantity > 0);
  const terms = new Set(listTerms(own.map(({ line }) => line)));
  const shown = own.filter(({ line }) => terms.has(line));
  return {
    title: `Cost of ${name}`,
    formula: 'C = Σ(n × p)',
    values: [
      {
        symbol: 'C',
        value: sum.low,
        ...markUnpriced(sum),
        unit: currency,
        meaning: 'its share of all priced lines, spares apart',
      },
      ...shown.flatMap(({ line, quantity }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: quantity, unit: 'pieces', meaning: describeLine(line) },
        createPriceValue(`p${i + 1}`, line, currency),
      ]),
    ],
    counted: [],
    sources: listPriceSources(shown.map(({ line }) => line)),
    caveats: describeUnpriced(sum, currency),
  };
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

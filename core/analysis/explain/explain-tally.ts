/** A count whose terms are at hand where it is shown. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { ExplainedSource, Explanation } from './explanation.ts';

export interface TallyTerm {
  readonly name: string;
  readonly count: number;
  /** What it counts, to be lit up. */
  readonly refs?: readonly ObjectRef[];
}

interface Tally {
  readonly title: string;
  readonly unit: string;
  readonly terms: readonly TallyTerm[];
  readonly sources?: readonly ExplainedSource[];
  readonly caveats?: readonly string[];
}

export function explainTally({ title, unit, terms, sources = [], caveats = [] }: Tally): Explanation {
  return {
    title,
    formula: 'N = Σ(n)',
    values: [
      { symbol: 'N', value: terms.reduce((sum, { count }) => sum + count, 0), unit, meaning: 'in all' },
      ...terms.map(({ name, count }, i) => ({ symbol: `n${i + 1}`, value: count, unit, meaning: name })),
    ],
    counted: terms.flatMap(({ name, count, refs }) => (refs ? [{ label: name, refs, count }] : [])),
    sources,
    caveats,
  };
}

/** How long a list is: what it holds, and what is let into it. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import { formatCount } from '../../base/format-count.ts';
import { explainTally, type TallyTerm } from './explain-tally.ts';
import type { Explanation } from './explanation.ts';

export interface ListedItem {
  /** Those of one name make one term. */
  readonly name: string;
  readonly refs?: readonly ObjectRef[];
}

export interface ListCount {
  readonly title: string;
  /** What is counted, as many are called. */
  readonly unit: string;
  readonly items: readonly ListedItem[];
  /** What is let into the list, in a sentence. */
  readonly filter: string;
}

/** More terms nobody reads: the others make one. */
const MAX_TERMS = 24;

export function explainList({ title, unit, items, filter }: ListCount): Explanation {
  const byName = new Map<string, { count: number; refs: ObjectRef[] }>();
  for (const { name, refs = [] } of items) {
    const term = byName.get(name) ?? { count: 0, refs: [] };
    term.count += 1;
    term.refs.push(...refs);
    byName.set(name, term);
  }
  const all = [...byName].map(
    ([name, { count, refs }]): TallyTerm => ({ name, count, ...(refs.length > 0 ? { refs } : {}) }),
  );
  const isLong = all.length > MAX_TERMS;
  const shown = isLong ? all.slice(0, MAX_TERMS - 1) : all;
  const rest = all.slice(shown.length);
  const others = { name: `${formatCount(rest.length)} more`, count: rest.reduce((sum, { count }) => sum + count, 0) };
  return explainTally({ title, unit, terms: isLong ? [...shown, others] : shown, caveats: [filter] });
}

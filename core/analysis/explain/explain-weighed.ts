/** Figures that are made of others: a difference between two designs, one figure for each of something. */
import type { ExplainedValue, Explanation } from './explanation.ts';

interface Term {
  readonly name: string;
  /** null = not known. */
  readonly value: number | null;
}

interface Weighed {
  readonly title: string;
  readonly unit: string;
  readonly caveats: readonly string[];
}

function createValue(symbol: string, value: number | null, unit: string, meaning: string): ExplainedValue {
  return { symbol, value: value ?? 0, ...(value === null ? { isUnknown: true } : {}), unit, meaning };
}

/** What `after` has more than `before`; not known while one of the two is not. */
export function explainDifference({ title, unit, caveats }: Weighed, before: Term, after: Term): Explanation {
  const difference = before.value === null || after.value === null ? null : after.value - before.value;
  return {
    title,
    formula: 'D = A - B',
    values: [
      createValue('D', difference, unit, difference === null ? 'cannot be told' : difference < 0 ? 'less' : 'more'),
      createValue('A', after.value, unit, after.name),
      createValue('B', before.value, unit, before.name),
    ],
    counted: [],
    sources: [],
    caveats,
  };
}

/** One figure spread over the count of another; not known while one of the two is not, or there is nothing to spread over. */
export function explainQuotient({ title, unit, caveats }: Weighed, whole: Term, parts: Term): Explanation {
  const isKnown = whole.value !== null && parts.value !== null && parts.value !== 0;
  return {
    title,
    formula: 'Q = W / n',
    values: [
      createValue('Q', isKnown ? (whole.value ?? 0) / (parts.value ?? 1) : null, `${unit} each`, title),
      createValue('W', whole.value, unit, whole.name),
      createValue('n', parts.value, '', parts.name),
    ],
    counted: [],
    sources: [],
    caveats,
  };
}

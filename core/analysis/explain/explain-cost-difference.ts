/** What one design costs more than another: part by part, where the two do not buy alike. */
import type { ComparedPart } from '../compare/compare-parts.ts';
import type { PriceSum } from '../bom-report.ts';
import { describeUnpriced, markUnpriced } from './explain-cost.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';

/** Its low end. `parts` are those that the sum goes over. */
export function explainCostDifference(
  title: string,
  parts: readonly ComparedPart[],
  sum: PriceSum,
  currency: string,
): Explanation {
  const differing = parts.filter(({ own, other }) => own.quantity !== other.quantity);
  const priced = differing.flatMap(({ model, own, other }) =>
    own.cost && other.cost ? [{ model, own: { ...own, cost: own.cost }, other: { ...other, cost: other.cost } }] : [],
  );
  const isRange = priced.some(({ own, other }) => own.cost.low < own.cost.high || other.cost.low < other.cost.high);
  const value = (symbol: string, amount: number, meaning: string): ExplainedValue => {
    return { symbol, value: amount, unit: currency, meaning };
  };
  return {
    title,
    formula: isRange ? 'D = Σ(min(a - b, c - d))' : 'D = Σ(a - b)',
    values: [
      { ...value('D', sum.low, 'the other less this one'), ...(priced.length === 0 ? markUnpriced(sum) : {}) },
      ...priced.flatMap(({ model, own, other }, i) => [
        value(`a${i + 1}`, other.cost.low, `${other.quantity} × ${model}, the other`),
        value(`b${i + 1}`, own.cost.low, `${own.quantity} × ${model}, this design`),
        ...(isRange
          ? [
              value(`c${i + 1}`, other.cost.high, 'the other, at the high end of the price'),
              value(`d${i + 1}`, own.cost.high, 'this design, at the high end of the price'),
            ]
          : []),
      ]),
    ],
    counted: [],
    sources: [],
    caveats: [
      'Parts that both buy alike cancel out, priced or not.',
      ...describeUnpriced({ ...sum, high: Math.max(sum.low, sum.high) }, currency),
    ],
  };
}

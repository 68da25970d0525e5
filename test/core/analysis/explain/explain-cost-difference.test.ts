/** The cost of one design more than another, part by part, by hand. */
import { describe, expect, it } from 'vitest';
import { type ComparedPart, type PartSide, sumCostDifference } from '#core/analysis/compare/compare-parts.ts';
import { explainCostDifference } from '#core/analysis/explain/explain-cost-difference.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';

function part(model: string, own: PartSide, other: PartSide): ComparedPart {
  return { key: model, category: 'switch', manufacturer: null, model, lengthM: null, own, other };
}

const side = (quantity: number, low: number | null, high = low): PartSide => {
  const cost = low === null || high === null ? null : { low: quantity * low, high: quantity * high };
  return { quantity, cost, lines: [0] };
};

function derive(parts: readonly ComparedPart[]) {
  const sum = sumCostDifference(parts);
  const explanation = explainCostDifference('Difference', parts, sum, 'USD');
  return { sum, explanation, value: evaluateFormula(explanation.formula, explanation.values)[0]?.value };
}

describe('the difference in cost', () => {
  it('is that of the parts that are not bought alike: 2 more switches of 20,000, 8 cables of 100 fewer', () => {
    const alike = part('server', side(4, null), side(4, null));
    const { explanation, value, sum } = derive([
      alike,
      part('switch', side(2, 20_000), side(4, 20_000)),
      part('cable', side(16, 100), side(8, 100)),
    ]);
    expect(value).toBe(39_200);
    expect(sum.low).toBe(39_200);
    expect(explanation.formula).toBe('D = \u03a3(a - b)');
  });

  it('takes the lower of both ends where prices are ranges: 2 fewer at 10 to 20 are 40 to 20 less', () => {
    const { value, sum } = derive([part('cable', side(4, 10, 20), side(2, 10, 20))]);
    expect(value).toBe(-40);
    expect(sum).toMatchObject({ low: -40, high: -20 });
  });

  it('is unknown while nothing that differs has a price', () => {
    const { explanation } = derive([part('switch', side(2, null), side(4, null))]);
    expect(explanation.values[0]).toMatchObject({ symbol: 'D', isUnknown: true });
    expect(explanation.caveats.join(' ')).toContain('No price for 2 pieces (switch)');
  });
});

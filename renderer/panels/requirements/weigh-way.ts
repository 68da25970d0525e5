/** What a way out costs more or less than the design before it, in words and with its derivation. */
import type { PriceSum } from '#core/analysis/bom-report.ts';
import { explainDifference } from '#core/analysis/explain/explain-weighed.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { PartialSum } from '#core/analysis/report.ts';
import { explainPartial, formatDelta, formatPower } from '../../ui/format.ts';
import { explainMoneySum, formatMoney } from '../../ui/money.ts';

export interface Weight {
  readonly text: string;
  readonly explanation: Explanation;
}

const BEFORE = 'the last design that fitted';
const AFTER = 'this way out';
const SAME = 'the same';

export function weighCount(name: string, before: number, after: number, format: (value: number) => string): Weight {
  return {
    text: formatDelta(before, after, format) ?? SAME,
    explanation: explainDifference(
      { title: `Difference in ${name.toLowerCase()}`, unit: '', caveats: [] },
      { name: BEFORE, value: before },
      { name: AFTER, value: after },
    ),
  };
}

function listGaps(before: string | null, after: string | null): string[] {
  return [
    ...(before === null ? [] : [`Of ${BEFORE}: ${before}`]),
    ...(after === null ? [] : [`Of ${AFTER}: ${after}`]),
  ];
}

/** A sum of which nothing is known. */
function readSum({ value, unknownCount }: PartialSum): number | null {
  return value === 0 && unknownCount > 0 ? null : value;
}

/** Of what is known, where something is not. */
export function weighPower(before: PartialSum, after: PartialSum): Weight {
  const gaps = listGaps(explainPartial(before), explainPartial(after));
  const from = readSum(before);
  const to = readSum(after);
  const delta = from === null || to === null ? null : (formatDelta(from, to, formatPower) ?? SAME);
  return {
    text: delta === null ? 'difference unknown' : gaps.length > 0 ? `${delta}, of what is known` : delta,
    explanation: explainDifference(
      { title: 'Difference in network power', unit: 'W', caveats: gaps },
      { name: BEFORE, value: from },
      { name: AFTER, value: to },
    ),
  };
}

/** Only where both are known in full: a difference of lower bounds says nothing. */
export function weighCost(before: PriceSum, after: PriceSum, currency: string): Weight {
  const gaps = listGaps(explainMoneySum(before), explainMoneySum(after));
  const middle = ({ low, high }: PriceSum): number => (low + high) / 2;
  const format = (amount: number): string => formatMoney({ low: amount, high: amount }, currency);
  const isKnown = gaps.length === 0;
  return {
    text: isKnown ? (formatDelta(middle(before), middle(after), format) ?? SAME) : 'difference unknown',
    explanation: explainDifference(
      {
        title: 'Difference in network cost',
        unit: currency,
        caveats: isKnown
          ? ['Prices known as a range count at their middle.']
          : [
              ...gaps,
              'Unknown, not 0: a difference of lower bounds says nothing. Prices can be entered once a design is created.',
            ],
      },
      { name: BEFORE, value: isKnown ? middle(before) : null },
      { name: AFTER, value: isKnown ? middle(after) : null },
    ),
  };
}

/** How the figures come about: each formula with this design's values. */
import type { ExplainedValue, Explanation } from '#core/analysis/explain/explanation.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import type { Block } from './blocks.ts';
import type { ReportContent } from './content.ts';

/** A sum over more groups is followed in the window. */
const VALUES_MAX = 16;

/** Whole numbers in full, others to about four digits. */
function formatValue({ symbol, value, unit, meaning }: ExplainedValue): string {
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 1 : 3;
  return `${symbol} = ${[formatNumber(value, digits), unit].filter(Boolean).join(' ')}, ${meaning}`;
}

function toBlock({ title, formula, values, caveats }: Explanation): Block {
  const more = values.length - VALUES_MAX;
  return {
    kind: 'formula',
    title,
    formula,
    values: [
      ...values.slice(0, VALUES_MAX).map(formatValue),
      ...(more > 0 ? [`and ${formatCount(more, 'more value')}`] : []),
    ],
    caveats,
  };
}

export function listFormulas({ derivations }: ReportContent): Block[] {
  if (derivations === null) return [{ kind: 'text', tone: 'open', text: 'Being worked out \u2026' }];
  return derivations.map(toBlock);
}

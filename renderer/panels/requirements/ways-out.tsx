/** Changes that make it fit, each with what it comes to and how that differs from the last design that fitted. */
import type { ReactElement } from 'react';
import type { Compared, DesignSummary } from '../../store/requirements-store.ts';
import { formatCount, formatDelta, formatNumber, formatPartial, formatPower } from '../../ui/format.ts';
import { formatMoney, formatMoneySum } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';

interface WaysOutProps {
  readonly ways: readonly Compared[];
  readonly isComputing: boolean;
  /** null = nothing fitted so far. */
  readonly before: DesignSummary | null;
  readonly onTake: (way: Compared) => void;
}

export function WaysOut({ ways, isComputing, before, onTake }: WaysOutProps): ReactElement {
  return (
    <Section
      title="Ways out"
      aside={before && ways.length > 0 ? 'Compared with the last design that fitted' : undefined}
    >
      {ways.length === 0 ? (
        <p className="requirements__none">
          {isComputing
            ? 'Looking for changes that fit \u2026'
            : 'No single change makes it fit; try another switch, topology or count.'}
        </p>
      ) : (
        <ul className="requirements__ways">
          {ways.map((way, index) => (
            <li key={way.label}>
              <button
                type="button"
                className="requirements__way"
                data-testid={`requirements-wayout-${index + 1}`}
                onClick={() => onTake(way)}
              >
                <span className="requirements__way-label">{capitalise(way.label)}</span>
                <span className="requirements__way-effect">{describeEffect(way.summary, before)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function describeEffect(summary: DesignSummary | null, before: DesignSummary | null): string {
  if (summary === null) return 'computing \u2026';
  const difference = (value: (of: DesignSummary) => number, format: (value: number) => string): string => {
    const delta = before ? formatDelta(value(before), value(summary), format) : null;
    return delta === null ? '' : ` (${delta})`;
  };
  const power = formatPartial(summary.networkPowerMaxW, formatPower);
  return [
    `${formatCount(summary.switchCount, 'switch', 'switches')}${difference((of) => of.switchCount, formatNumber)}`,
    `${formatCount(summary.cableCount, 'cable')}${difference((of) => of.cableCount, formatNumber)}`,
    `network power ${power}${difference((of) => of.networkPowerMaxW.value, formatPower)}`,
    `network cost ${formatMoneySum(summary.networkCost, summary.currency)}${before ? describeCostDelta(before, summary) : ''}`,
  ].join(' \u00b7 ');
}

/** Only where both are known in full: a difference of lower bounds says nothing. */
function describeCostDelta(before: DesignSummary, { networkCost, currency }: DesignSummary): string {
  if (before.networkCost.unknownCount > 0 || networkCost.unknownCount > 0) return '';
  const middle = ({ low, high }: DesignSummary['networkCost']): number => (low + high) / 2;
  const format = (amount: number): string => formatMoney({ low: amount, high: amount }, currency);
  const delta = formatDelta(middle(before.networkCost), middle(networkCost), format);
  return delta === null ? '' : ` (${delta})`;
}

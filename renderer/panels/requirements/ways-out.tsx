/** Changes that make it fit, each with what it comes to and how that differs from the last design that fitted. */
import type { ReactElement } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Compared, DesignSummary } from '../../store/requirements-store.ts';
import { formatCount, formatNumber, formatPartial, formatPower } from '../../ui/format.ts';
import { formatMoneySum } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { Explained } from '../explained.tsx';
import { isOnFigure, RequiredContext, RequiredFigure } from './required-figure.tsx';
import { weighCost, weighCount, weighPower, type Weight } from './weigh-way.ts';

interface WaysOutProps {
  readonly ways: readonly Compared[];
  readonly isComputing: boolean;
  /** null = nothing fitted so far. */
  readonly before: DesignSummary | null;
  readonly onTake: (way: Compared) => void;
}

export function WaysOut({ ways, isComputing, before, onTake }: WaysOutProps): ReactElement {
  const compared = before ? 'Compared with the last design that fitted' : 'Nothing fitted yet to compare with';
  return (
    <Section title="Ways out" aside={ways.length > 0 ? compared : undefined}>
      {ways.length === 0 ? (
        <p className="requirements__none">
          {isComputing
            ? 'Looking for changes that fit \u2026'
            : 'No single change makes it fit; try another switch, topology or count.'}
        </p>
      ) : (
        <ul className="requirements__ways">
          {ways.map((way, index) => (
            // The button in it is for the keys; the pointer may take all of it but the figures.
            <li
              key={way.label}
              className="requirements__way"
              data-testid={`requirements-wayout-${index + 1}`}
              onClick={(event) => {
                if (!isOnFigure(event.target)) onTake(way);
              }}
            >
              <button
                type="button"
                className="requirements__way-label"
                onClick={(event) => {
                  event.stopPropagation();
                  onTake(way);
                }}
              >
                {capitalise(way.label)}
              </button>
              <RequiredContext value={way.requirements}>
                <Effects summary={way.summary} before={before} />
              </RequiredContext>
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

interface EffectsProps {
  /** null = not known yet. */
  readonly summary: DesignSummary | null;
  readonly before: DesignSummary | null;
}

function Effects({ summary, before }: EffectsProps): ReactElement {
  if (summary === null) return <span className="requirements__way-effect">{'computing \u2026'}</span>;
  const { networkPowerMaxW, networkCost, currency } = summary;
  return (
    <span className="requirements__way-effect">
      <Effect
        metric="switches"
        figure="Switches"
        text={formatCount(summary.switchCount, 'switch', 'switches')}
        weight={before && weighCount('Switches', before.switchCount, summary.switchCount, formatNumber)}
      />
      <Effect
        metric="cables"
        figure="Cables"
        text={formatCount(summary.cableCount, 'cable')}
        weight={before && weighCount('Cables', before.cableCount, summary.cableCount, formatNumber)}
      />
      <Effect
        metric="network-power"
        figure="Network power"
        text={`network power ${formatPartial(networkPowerMaxW, formatPower)}`}
        isPartial={networkPowerMaxW.unknownCount > 0}
        weight={before && weighPower(before.networkPowerMaxW, networkPowerMaxW)}
      />
      <Effect
        metric="money/network"
        figure="Network cost"
        text={`network cost ${formatMoneySum(networkCost, currency)}`}
        isPartial={networkCost.unknownCount > 0}
        weight={before && weighCost(before.networkCost, networkCost, currency)}
      />
    </span>
  );
}

interface EffectProps {
  readonly metric: MetricId;
  readonly figure: string;
  readonly text: string;
  readonly isPartial?: boolean;
  /** null = there is nothing to weigh it against. */
  readonly weight: Weight | null;
}

/** A figure and, where something fitted before, how it differs: the same, by how much, or why nobody can tell. */
function Effect({ weight, ...figure }: EffectProps): ReactElement {
  return (
    <span className="requirements__effect">
      <RequiredFigure {...figure} />
      {weight ? (
        <>
          {' ('}
          <Explained
            source={() => weight.explanation}
            figure={`Difference in ${figure.figure.toLowerCase()}`}
            text={weight.text}
          />
          )
        </>
      ) : null}
    </span>
  );
}

/** Other designs for the same servers beside the one asked for; one click takes one over. */
import type { ReactElement } from 'react';
import type { Requirements } from '#core/generate/requirements.ts';
import type { Compared, DesignSummary } from '../../store/requirements-store.ts';
import { formatNumber, formatPercent, formatPower, formatRatio } from '../../ui/format.ts';
import { formatMoneySum } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';
import { isOnFigure, RequiredContext, RequiredFigure, RequiredSum } from './required-figure.tsx';

interface AlternativesTableProps {
  readonly own: DesignSummary;
  /** What it is made from. */
  readonly requirements: Requirements;
  readonly alternatives: readonly Compared[];
  readonly isComputing: boolean;
  readonly onTake: (alternative: Compared) => void;
}

const COLUMNS = ['Switches', 'Cables', 'Network power', 'Oversub.', 'Bisection', 'Network cost'] as const;

export function AlternativesTable(props: AlternativesTableProps): ReactElement {
  const { own, requirements, alternatives, isComputing, onTake } = props;
  return (
    <Section title="Alternatives" aside={alternatives.length > 0 ? 'Click one to use it' : undefined}>
      {alternatives.length === 0 ? (
        <p className="requirements__none">{isComputing ? 'Looking for others \u2026' : 'No other design was found.'}</p>
      ) : (
        <table className="requirements__table" aria-label="Alternatives">
          <thead>
            <tr>
              <th scope="col">Design</th>
              {COLUMNS.map((title) => (
                <th key={title} scope="col" className="requirements__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="requirements__own">
              <th scope="row">As asked for</th>
              <RequiredContext value={requirements}>
                <SummaryCells summary={own} />
              </RequiredContext>
            </tr>
            {alternatives.map((alternative, index) => (
              <tr
                key={alternative.label}
                className="requirements__alternative"
                data-testid={`requirements-alternative-${index + 1}`}
                onClick={(event) => {
                  if (!isOnFigure(event.target)) onTake(alternative);
                }}
              >
                <th scope="row">
                  <button
                    type="button"
                    onClick={(event) => {
                      event.stopPropagation();
                      onTake(alternative);
                    }}
                  >
                    {alternative.label}
                  </button>
                </th>
                <RequiredContext value={alternative.requirements}>
                  <SummaryCells summary={alternative.summary} />
                </RequiredContext>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

const PENDING = '\u2026';

/** The worst of the fabrics that have such a ratio is not asked for here: it is the first fabric that is compared. */
function SummaryCells({ summary }: { readonly summary: DesignSummary | null }): ReactElement {
  if (!summary) {
    return (
      <>
        {COLUMNS.map((title) => (
          <td key={title} className="requirements__number">
            {PENDING}
          </td>
        ))}
      </>
    );
  }
  const [fabric] = summary.fabrics;
  const ratio = fabric?.oversubscription ?? null;
  const bisection = fabric?.bisectionRatio ?? null;
  const fabricId = fabric?.fabricId ?? '';
  const cells: Readonly<Record<(typeof COLUMNS)[number], ReactElement>> = {
    Switches: <RequiredFigure metric="switches" figure="Switches" text={formatNumber(summary.switchCount)} />,
    Cables: <RequiredFigure metric="cables" figure="Cables" text={formatNumber(summary.cableCount)} />,
    'Network power': (
      <RequiredSum
        metric="network-power"
        figure="Power of the network, max"
        sum={summary.networkPowerMaxW}
        format={formatPower}
      />
    ),
    'Oversub.': (
      <RequiredFigure
        metric={`oversubscription/${fabricId}`}
        figure="Oversubscription"
        text={ratio === null ? '\u2013' : formatRatio(ratio)}
      />
    ),
    Bisection: (
      <RequiredFigure
        metric={`bisection/${fabricId}`}
        figure="Bisection"
        text={bisection === null ? '\u2013' : formatPercent(bisection)}
      />
    ),
    'Network cost': (
      <RequiredFigure
        metric="money/network"
        figure="Network cost"
        text={formatMoneySum(summary.networkCost, summary.currency)}
        isPartial={summary.networkCost.unknownCount > 0}
      />
    ),
  };
  return (
    <>
      {COLUMNS.map((title) => (
        <td key={title} className="requirements__number">
          {cells[title]}
        </td>
      ))}
    </>
  );
}

/** Other designs for the same servers beside the one asked for; one click takes one over. */
import type { ReactElement } from 'react';
import type { Compared, DesignSummary } from '../../store/requirements-store.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatPercent, formatPower, formatRatio } from '../../ui/format.ts';
import { explainMoneySum, formatMoneySum } from '../../ui/money.ts';
import { Section } from '../../ui/section.tsx';

interface AlternativesTableProps {
  readonly own: DesignSummary;
  readonly alternatives: readonly Compared[];
  readonly isComputing: boolean;
  readonly onTake: (alternative: Compared) => void;
}

export function AlternativesTable({ own, alternatives, isComputing, onTake }: AlternativesTableProps): ReactElement {
  return (
    <Section title="Alternatives" aside={alternatives.length > 0 ? 'Click one to take it over' : undefined}>
      {alternatives.length === 0 ? (
        <p className="requirements__none">{isComputing ? 'Looking for others \u2026' : 'No other design was found.'}</p>
      ) : (
        <table className="requirements__table" aria-label="Alternatives">
          <thead>
            <tr>
              <th scope="col">Design</th>
              <th scope="col" className="requirements__number">
                Switches
              </th>
              <th scope="col" className="requirements__number">
                Cables
              </th>
              <th scope="col" className="requirements__number">
                Network power
              </th>
              <th scope="col" className="requirements__number">
                Oversub.
              </th>
              <th scope="col" className="requirements__number">
                Bisection
              </th>
              <th scope="col" className="requirements__number">
                Network cost
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="requirements__own">
              <th scope="row">As asked for</th>
              <SummaryCells summary={own} />
            </tr>
            {alternatives.map((alternative, index) => (
              <tr
                key={alternative.label}
                className="requirements__alternative"
                data-testid={`requirements-alternative-${index + 1}`}
                onClick={() => onTake(alternative)}
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
                <SummaryCells summary={alternative.summary} />
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
  const [fabric] = summary?.fabrics ?? [];
  const ratio = fabric?.oversubscription ?? null;
  const bisection = fabric?.bisectionRatio ?? null;
  return (
    <>
      <td className="requirements__number">{summary ? formatNumber(summary.switchCount) : PENDING}</td>
      <td className="requirements__number">{summary ? formatNumber(summary.cableCount) : PENDING}</td>
      <td className="requirements__number">
        {summary ? <Figure sum={summary.networkPowerMaxW} format={formatPower} /> : PENDING}
      </td>
      <td className="requirements__number">{summary ? (ratio === null ? '\u2013' : formatRatio(ratio)) : PENDING}</td>
      <td className="requirements__number">
        {summary ? (bisection === null ? '\u2013' : formatPercent(bisection)) : PENDING}
      </td>
      <td
        className="requirements__number"
        title={summary ? (explainMoneySum(summary.networkCost) ?? undefined) : undefined}
      >
        {summary ? formatMoneySum(summary.networkCost, summary.currency) : PENDING}
      </td>
    </>
  );
}

/** What the design costs in a line of figures, and what is missing from them. */
import type { ReactElement, ReactNode } from 'react';
import type { BomLine, CostReport, PriceRange } from '#core/analysis/bom-report.ts';
import { setOnlyUnpriced, useBomTab } from '../../store/bom-tab.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatAtLeast, formatCount, formatNumber, formatPercent } from '../../ui/format.ts';
import { formatMoney } from '../../ui/money.ts';
import { Explained } from '../explained.tsx';
import { CATEGORY_LABELS } from './bom-columns.tsx';
import { MoneyFigure, PartialChip } from './money-figure.tsx';
import { explainList } from '#core/analysis/explain/explain-list.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';

function Tile({ label, children, testId }: { label: string; children: ReactNode; testId?: string }): ReactElement {
  return (
    <div className="bom-cost__tile" data-testid={testId}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CostSummaryProps {
  readonly cost: CostReport;
  readonly lines: readonly BomLine[];
}

export function CostSummary({ cost, lines }: CostSummaryProps): ReactElement {
  const unpriced = lines.filter((line) => line.unitPrice === null);
  const share = cost.networkShare;
  return (
    <section className="bom-cost" aria-label="Cost" data-testid="bom-cost">
      <dl className="bom-cost__tiles">
        <Tile label="Total" testId="bom-total">
          <MoneyFigure sum={cost.total} currency={cost.currency} explained={{ source: 'cost', figure: 'Total' }} />
        </Tile>
        <Tile label="Spares">
          <MoneyFigure
            sum={cost.spares}
            currency={cost.currency}
            explained={{ source: 'money/spares', figure: 'Spares' }}
          />
        </Tile>
        <Tile label="Network">
          <MoneyFigure
            sum={cost.network}
            currency={cost.currency}
            explained={{ source: 'money/network', figure: 'Network' }}
          />
        </Tile>
        <Tile label="Network share">
          <Explained
            source="money/share"
            figure="Network share"
            text={share === null ? 'unknown' : formatShare(share)}
          />
        </Tile>
        <Tile label="Per GPU">
          <Explained
            source="money/gpu"
            figure="Per GPU"
            text={cost.perGpu === null ? 'unknown' : formatPerGpu(cost.perGpu, cost)}
          />{' '}
          {cost.perGpu === null ? null : <PartialChip sum={cost.total} />}
        </Tile>
      </dl>
      {unpriced.length > 0 ? <Unpriced lines={unpriced} /> : null}
      <Disclosure title="By category and fabric">
        <CostTables cost={cost} />
      </Disclosure>
    </section>
  );
}

function formatShare({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  return from === to ? from : `${from}\u2013${to}`;
}

/** Without all prices it is a lower bound, as the total is. */
function formatPerGpu(perGpu: PriceRange, { total, currency }: CostReport): string {
  return formatAtLeast(formatMoney(perGpu, currency), total.unknownCount);
}

function explainUnpriced(lines: readonly BomLine[]): Explanation {
  return explainList({
    title: 'Lines without a price',
    unit: 'lines',
    items: lines.map(({ model }) => ({ name: model })),
    filter: 'Neither the price book of the design nor the price list has them; the total holds the known part only.',
  });
}

const MAX_NAMES = 5;

/** The lines that no price is known for, by name, and a way to see them alone. */
function Unpriced({ lines }: { readonly lines: readonly BomLine[] }): ReactElement {
  const { onlyUnpriced } = useBomTab();
  const names = [...new Set(lines.map((line) => line.model))];
  const more = names.length - MAX_NAMES;
  return (
    <div className="bom-cost__unpriced" data-testid="bom-unpriced">
      <span>
        No price for{' '}
        <Explained
          source={() => explainUnpriced(lines)}
          figure="Without a price"
          text={`${formatCount(lines.length, 'line')}${names.length === lines.length ? '' : ` of ${formatCount(names.length, 'part')}`}`}
        />
        : {names.slice(0, MAX_NAMES).join(', ')}
        {more > 0 ? ` and ${formatNumber(more)} more` : ''}.
      </span>
      <button
        type="button"
        className="bom-cost__only"
        aria-pressed={onlyUnpriced}
        onClick={() => setOnlyUnpriced(!onlyUnpriced)}
      >
        Only these
      </button>
    </div>
  );
}

function CostTables({ cost }: { readonly cost: CostReport }): ReactElement {
  return (
    <div className="bom-cost__tables">
      <table>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Pieces</th>
            <th scope="col">Cost</th>
            <th scope="col">Spares</th>
          </tr>
        </thead>
        <tbody>
          {cost.categories.map((own) => (
            <tr key={own.category}>
              <th scope="row">{CATEGORY_LABELS[own.category]}</th>
              <td>{formatNumber(own.quantity)}</td>
              <td>
                <MoneyFigure
                  sum={own.cost}
                  currency={cost.currency}
                  explained={{ source: `money/category/${own.category}`, figure: CATEGORY_LABELS[own.category] }}
                />
              </td>
              <td>
                <MoneyFigure
                  sum={own.sparesCost}
                  currency={cost.currency}
                  explained={{
                    source: `money/spares-of/${own.category}`,
                    figure: `Spares of ${CATEGORY_LABELS[own.category]}`,
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FabricCosts cost={cost} />
    </div>
  );
}

/** Waits for the bandwidth of the fabrics. */
function FabricCosts({ cost }: { readonly cost: CostReport }): ReactElement {
  const isStale = useReportStore((state) => state.isStale);
  return (
    <table className="bom-cost__fabrics" data-stale={isStale || undefined}>
      <thead>
        <tr>
          <th scope="col">Fabric</th>
          <th scope="col">Network parts</th>
          <th scope="col">Per Gb/s of bisection</th>
        </tr>
      </thead>
      <tbody>
        {cost.fabrics.map((own) => (
          <tr key={own.fabricId}>
            <th scope="row">{own.name}</th>
            <td>
              <MoneyFigure
                sum={own.cost}
                currency={cost.currency}
                explained={{ source: `money/fabric/${own.fabricId}`, figure: `Network parts of ${own.name}` }}
              />
            </td>
            <td>
              <Explained
                source={`money/bisection/${own.fabricId}`}
                figure={`${own.name}, per Gb/s of bisection`}
                text={formatMoney(own.perBisectionGbps, cost.currency)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

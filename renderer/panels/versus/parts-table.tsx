/** What the two designs buy, part by part; at first only where they differ. */
import { type ReactElement, useState } from 'react';
import type { ComparedPart } from '#core/analysis/compare/compare-parts.ts';
import type { PriceRange } from '#core/analysis/bom-report.ts';
import { formatCount, formatDelta, formatLength, formatNumber } from '../../ui/format.ts';
import { formatPrice } from '../../ui/money.ts';
import { CATEGORY_LABELS } from '../bom/bom-columns.tsx';
import { FilterToggle } from '../filter-toggle.tsx';

interface PartsTableProps {
  readonly parts: readonly ComparedPart[];
  readonly currency: string;
  readonly own: string;
  readonly other: string;
}

const differs = ({ own, other }: ComparedPart): boolean => own.quantity !== other.quantity;

export function PartsTable({ parts, currency, own, other }: PartsTableProps): ReactElement {
  const [showsAll, setShowsAll] = useState(false);
  const changed = parts.filter(differs);
  const shown = showsAll ? parts : changed;
  return (
    <>
      <div className="versus__parts-head">
        <h3>Parts</h3>
        <span>{`${formatCount(changed.length, 'line')} of ${formatNumber(parts.length)} differ`}</span>
        <FilterToggle isOn={showsAll} onToggle={() => setShowsAll(!showsAll)}>
          Parts both have alike
        </FilterToggle>
      </div>
      <table className="versus__table" aria-label="Parts">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">{own}</th>
            <th scope="col">{other}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <PartLine key={part.key} part={part} currency={currency} />
          ))}
          {shown.length === 0 ? (
            <tr>
              <td colSpan={4} className="versus__none">
                Both buy the same parts.
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </>
  );
}

function PartLine({ part, currency }: { readonly part: ComparedPart; readonly currency: string }): ReactElement {
  const { category, model, lengthM, own, other } = part;
  return (
    <tr data-differs={differs(part)}>
      <th scope="row">
        <span className="versus__category">{CATEGORY_LABELS[category]}</span> {model}
        {lengthM === null ? '' : `, ${formatLength(lengthM)}`}
      </th>
      <Cell quantity={own.quantity} cost={own.cost} currency={currency} />
      <Cell quantity={other.quantity} cost={other.cost} currency={currency} />
      <td className="versus__difference">{formatDelta(own.quantity, other.quantity, formatNumber) ?? 'same'}</td>
    </tr>
  );
}

interface CellProps {
  readonly quantity: number;
  readonly cost: PriceRange | null;
  readonly currency: string;
}

function Cell({ quantity, cost, currency }: CellProps): ReactElement {
  if (quantity === 0) return <td className="versus__none">none</td>;
  return (
    <td>
      {formatNumber(quantity)}
      <span className="versus__cost">{cost === null ? 'price unknown' : `${currency} ${formatPrice(cost)}`}</span>
    </td>
  );
}

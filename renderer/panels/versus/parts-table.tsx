/** What the two designs buy, part by part; at first only where they differ. */
import { type ReactElement, useState } from 'react';
import type { ComparedPart, PartSide } from '#core/analysis/compare/compare-parts.ts';
import { formatCount, formatDelta, formatLength, formatNumber } from '../../ui/format.ts';
import { formatPrice } from '../../ui/money.ts';
import { CATEGORY_LABELS } from '../bom/bom-columns.tsx';
import { Explained } from '../explained.tsx';
import { FilterToggle } from '../filter-toggle.tsx';
import { askSide, OTHER, OWN, tellDifference } from './told-row.ts';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';

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
        <span>
          <Explained
            source={() =>
              explainTally({
                title: 'Lines of the bills of materials',
                unit: 'lines',
                terms: [
                  { name: 'of other quantities in the two designs', count: changed.length },
                  { name: 'alike', count: parts.length - changed.length },
                ],
                caveats: ['Lines of one part and one length are one, whichever design has them.'],
              })
            }
            figure="Parts that differ"
            text={`${formatCount(changed.length, 'line')} of ${formatNumber(parts.length)} differ`}
          />
        </span>
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
      <Cell side="own" model={model} figures={own} currency={currency} />
      <Cell side="other" model={model} figures={other} currency={currency} />
      <td className="versus__difference">
        <Explained
          source={tellDifference({
            label: model,
            unit: 'pieces',
            own: own.quantity,
            other: other.quantity,
            caveats: [],
          })}
          figure={`${model}, difference`}
          text={formatDelta(own.quantity, other.quantity, formatNumber) ?? 'same'}
        />
      </td>
    </tr>
  );
}

interface CellProps {
  readonly side: 'own' | 'other';
  readonly model: string;
  readonly figures: PartSide;
  readonly currency: string;
}

/** A part of several lines is told by the first: they differ in what they are for. */
function Cell({ side, model, figures: { quantity, cost, lines }, currency }: CellProps): ReactElement {
  const [line] = lines;
  if (quantity === 0 || line === undefined) return <td className="versus__none">none</td>;
  const name = `${model}, ${side === 'own' ? OWN : OTHER}`;
  return (
    <td>
      <Explained source={askSide(side, `line/quantity/${line}`)} figure={name} text={formatNumber(quantity)} />
      <span className="versus__cost">
        <Explained
          source={askSide(side, `line/price/${line}`)}
          figure={`Cost of ${name}`}
          text={cost === null ? 'price unknown' : `${currency} ${formatPrice(cost)}`}
        />
      </span>
    </td>
  );
}

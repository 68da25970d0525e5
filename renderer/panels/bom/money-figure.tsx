/** A sum of money that says 'partial' while prices are missing; how it comes about, where that is known. */
import type { ReactElement } from 'react';
import type { PriceSum } from '#core/analysis/bom-report.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { explainMoneySum, formatMoneySum } from '../../ui/money.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Explained } from '../explained.tsx';

interface MoneyFigureProps {
  readonly sum: PriceSum;
  /** null where the head of the column names it: then to the last unit, as the cells above. */
  readonly currency: string | null;
  /** Absent = whose prices are missing is all there is to say. */
  readonly explained?: { readonly source: ExplainSource; readonly figure: string; readonly isInRow?: boolean };
}

/** Nothing of a sum that is complete, or of which nothing is known, which the figure says itself. */
export function PartialChip({ sum }: { readonly sum: PriceSum }): ReactElement | null {
  if (explainMoneySum(sum) === null || sum.high === 0) return null;
  return <span className="bom-money__partial">partial</span>;
}

export function MoneyFigure({ sum, currency, explained }: MoneyFigureProps): ReactElement {
  const text = formatMoneySum(sum, currency);
  const reason = explainMoneySum(sum);
  // In a column of figures the foot says it, at its beginning.
  const chip = currency === null ? null : <PartialChip sum={sum} />;
  if (explained) {
    return (
      <span className="bom-money">
        <Explained {...explained} text={text} isPartial={reason !== null} /> {chip}
      </span>
    );
  }
  if (reason === null) return <span>{text}</span>;
  return (
    <Tooltip content={reason}>
      <span className="bom-money">
        {text} {chip}
      </span>
    </Tooltip>
  );
}

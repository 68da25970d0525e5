/** A sum of money that says 'partial' while prices are missing, and whose. */
import type { ReactElement } from 'react';
import type { PriceSum } from '#core/analysis/bom-report.ts';
import { explainMoneySum, formatMoneySum } from '../../ui/money.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

interface MoneyFigureProps {
  readonly sum: PriceSum;
  /** null where the head of the column names it: then to the last unit, as the cells above. */
  readonly currency: string | null;
}

export function MoneyFigure({ sum, currency }: MoneyFigureProps): ReactElement {
  const text = formatMoneySum(sum, currency);
  const reason = explainMoneySum(sum);
  if (reason === null) return <span>{text}</span>;
  const isUnknown = sum.high === 0;
  return (
    <Tooltip content={reason}>
      <span className="bom-money">
        {text} {isUnknown ? null : <span className="bom-money__partial">partial</span>}
      </span>
    </Tooltip>
  );
}

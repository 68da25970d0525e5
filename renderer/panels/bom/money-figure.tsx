/** A sum of money that says 'partial' while prices are missing, and whose. */
import type { ReactElement } from 'react';
import type { PriceSum } from '#core/analysis/bom-report.ts';
import { explainMoneySum, formatMoneySum } from '../../ui/money.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

interface MoneyFigureProps {
  readonly sum: PriceSum;
  /** Empty where the head of the column names it. */
  readonly currency: string;
}

export function MoneyFigure({ sum, currency }: MoneyFigureProps): ReactElement {
  const text = formatMoneySum(sum, currency).trim();
  const reason = explainMoneySum(sum);
  if (reason === null) return <span>{text}</span>;
  return (
    <Tooltip content={reason}>
      <span className="bom-money">
        {text} <span className="bom-money__partial">partial</span>
      </span>
    </Tooltip>
  );
}

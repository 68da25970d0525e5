/** In what currency the design is reckoned, what it comes to, and where its prices are edited. */
import type { ReactElement } from 'react';
import { DEFAULT_PRICE_BOOK } from '#core/design/price-book.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { setView } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { formatMoneySum } from '../../ui/money.ts';
import { FactList, Section } from '../../ui/section.tsx';

export function DesignMoney(): ReactElement | null {
  const { priceBook = DEFAULT_PRICE_BOOK } = useDesignStore(selectDesign);
  const cost = useReportStore((state) => state.report?.cost);
  if (!cost) return null;
  const rates = Object.entries(priceBook.rates);
  return (
    <Section title="Prices">
      <FactList
        facts={[
          ['Currency', priceBook.currency],
          ...rates.map(
            ([currency, rate]) => [`1 ${currency}`, `${formatNumber(rate, 3)} ${priceBook.currency}`] as const,
          ),
          ['Own prices', formatNumber(Object.keys(priceBook.prices).length)],
          ['Cost', formatMoneySum(cost.total, cost.currency)],
          cost.total.unknownCount > 0 ? ['Pieces without a price', formatNumber(cost.total.unknownCount)] : null,
        ]}
      />
      <div className="inspector__buttons">
        <Button onClick={() => setView('bom')}>Prices and exchange rates</Button>
      </div>
    </Section>
  );
}

/** In what currency all of it is reckoned, and what the others are worth in it. */
import { type ReactElement, useMemo } from 'react';
import type { BomLine } from '#core/analysis/bom-report.ts';
import { DEFAULT_PRICE_BOOK } from '#core/design/price-book.ts';
import { dispatch, useDesignStore } from '../../store/design-store.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';

/** Offered besides those in use: where data-centre equipment is quoted most. */
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'KRW', 'INR', 'CAD', 'AUD', 'SGD'] as const;

export function PriceBookBar({ lines }: { readonly lines: readonly BomLine[] }): ReactElement {
  const book = useDesignStore((state) => state.edit.design.priceBook ?? DEFAULT_PRICE_BOOK);
  const foreign = useMemo(() => {
    const stated = lines.flatMap((line) => line.statedPrice?.currency ?? []);
    return [...new Set([...stated, ...Object.keys(book.rates)])].filter((name) => name !== book.currency).sort();
  }, [lines, book]);
  const names = [...new Set([...CURRENCIES, book.currency, ...foreign])];
  return (
    <div className="bom-book">
      <Select
        value={book.currency}
        label="Currency"
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={(currency) => dispatch({ name: 'setCurrency', args: { currency } })}
        testId="bom-currency"
      />
      {foreign.map((currency) => (
        <span key={currency} className="bom-book__rate">
          1 {currency} =
          <NumberField
            value={book.rates[currency] ?? null}
            min={0.000001}
            decimals={6}
            label={`Rate of ${currency} in ${book.currency}`}
            placeholder="no rate"
            unit={book.currency}
            onCommit={(rate) => dispatch({ name: 'setRate', args: { currency, rate } })}
            onClear={() => dispatch({ name: 'setRate', args: { currency, rate: null } })}
          />
        </span>
      ))}
    </div>
  );
}

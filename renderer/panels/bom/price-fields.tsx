/** Cells of the bill of materials that are edited in place: price, source, date, lead time, note. Enter goes to the line below. */
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from 'react';
import type { BomLine } from '#core/analysis/bom-report.ts';
import type { Price } from '#core/design/price-book.ts';
import { useDesignStore } from '../../store/design-store.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { formatPrice } from '../../ui/money.ts';
import { TextField } from '../../ui/text-field.tsx';
import { editPrice, findOwnPrice } from './edit-price.ts';

const NO_PRICES: Readonly<Record<string, Price>> = {};

function useOwnPrice(line: BomLine): Price | undefined {
  return useDesignStore((state) => findOwnPrice(state.edit.design.priceBook?.prices ?? NO_PRICES, line));
}

/** To the same column of the next line, after the field has taken what was typed. */
function focusBelow(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget } = event;
  const column = currentTarget.dataset['column'];
  const row = currentTarget.closest('[data-index]');
  const next = row?.parentElement?.querySelector(`[data-index="${Number(row.getAttribute('data-index')) + 1}"]`);
  const field = next?.querySelector<HTMLInputElement>(`[data-column="${column}"] input`);
  if (field) requestAnimationFrame(() => field.focus());
}

/** Keys and clicks in a field are its own, not those of the row it stands in. */
function Cell({ column, children }: { readonly column: string; readonly children: ReactNode }): ReactElement {
  const keep = (event: MouseEvent | KeyboardEvent): void => event.stopPropagation();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter') focusBelow(event);
    keep(event);
  };
  return (
    // Not a control of its own: it keeps the events of the field inside from the row.
    // biome-ignore lint/a11y/noStaticElementInteractions: only stops events of the field inside
    <div className="bom-field" data-column={column} onKeyDown={onKeyDown} onClick={keep} onDoubleClick={keep}>
      {children}
    </div>
  );
}

export function PriceField({ line }: { readonly line: BomLine }): ReactElement {
  const own = useOwnPrice(line);
  if (line.priceKey === null) return <span title={line.priceGap ?? ''}>{'\u2013'}</span>;
  const isForeign = own !== undefined && own.currency !== line.currency;
  return (
    <Cell column="price">
      <NumberField
        value={own?.unitPrice ?? null}
        min={0}
        decimals={2}
        label={`Unit price of ${line.model}`}
        placeholder={formatPrice(line.unitPrice)}
        {...(isForeign ? { unit: own.currency } : {})}
        onCommit={(unitPrice) => editPrice(line, { unitPrice })}
        onClear={() => editPrice(line, { unitPrice: null })}
      />
    </Cell>
  );
}

interface TextCellProps {
  readonly line: BomLine;
  readonly field: 'source' | 'date' | 'note';
  readonly label: string;
  /** What holds while the design says nothing. */
  readonly otherwise: string;
}

/** Source and date belong to a price of the design: without one they tell where the catalog has its price from. */
export function PriceTextField({ line, field, label, otherwise }: TextCellProps): ReactElement {
  const own = useOwnPrice(line);
  const isEditable = line.priceKey !== null && (field === 'note' || (own !== undefined && own.unitPrice !== null));
  if (!isEditable) return <span title={otherwise}>{otherwise}</span>;
  return (
    <Cell column={field}>
      <TextField
        value={own?.[field] ?? ''}
        label={`${label} of ${line.model}`}
        onCommit={(text) => editPrice(line, { [field]: text })}
      />
    </Cell>
  );
}

export function LeadTimeField({ line }: { readonly line: BomLine }): ReactElement {
  const own = useOwnPrice(line);
  if (line.priceKey === null) return <span>{'\u2013'}</span>;
  return (
    <Cell column="lead">
      <NumberField
        value={own?.leadTimeWeeks ?? null}
        min={0}
        decimals={1}
        label={`Lead time of ${line.model} in weeks`}
        onCommit={(leadTimeWeeks) => editPrice(line, { leadTimeWeeks })}
        onClear={() => editPrice(line, { leadTimeWeeks: null })}
      />
    </Cell>
  );
}

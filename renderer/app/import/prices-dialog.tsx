/** A price list on its way into the price book: what it prices, and which lines are left out and why. */
import type { ReactElement } from 'react';
import { catalog, design } from '../../store/design-store.ts';
import { finishOffer, type ImportOffer } from '../../store/import-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatCount, formatLength, formatNumber } from '../../ui/format.ts';
import { takePrices } from './take-over.ts';

interface PricesDialogProps {
  readonly offer: Extract<ImportOffer, { kind: 'prices' }>;
}

/** More would be read by nobody here; all of them are in the bill of materials afterwards. */
const MAX_SHOWN = 200;

export function PricesDialog({ offer }: PricesDialogProps): ReactElement {
  const { fileName, prices, leftOut } = offer;
  const priced = Object.entries(prices);
  const old = design().priceBook?.prices ?? {};
  const replaced = priced.filter(([key]) => Object.hasOwn(old, key)).length;
  const take = (): void => {
    finishOffer();
    takePrices(prices);
  };
  return (
    <Dialog
      title={`Prices from ${fileName}`}
      onClose={finishOffer}
      isWide
      testId="import-prices"
      actions={
        priced.length === 0 ? (
          <Button tone="primary" onClick={finishOffer}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={finishOffer}>Cancel</Button>
            <Button tone="primary" onClick={take}>
              {`Take over ${formatCount(priced.length, 'price')}`}
            </Button>
          </>
        )
      }
    >
      <p>
        {priced.length === 0
          ? 'No line of it prices a part that is known here.'
          : describeCount(priced.length, replaced)}
      </p>
      {priced.length > 0 ? (
        <ul className="import__lines" aria-label="Prices" tabIndex={0}>
          {priced.slice(0, MAX_SHOWN).map(([key, { unitPrice, currency }]) => (
            <li key={key}>
              <span>{namePart(key)}</span>
              <span>{unitPrice === null ? '' : `${currency} ${formatNumber(unitPrice, 2)}`}</span>
            </li>
          ))}
          {priced.length > MAX_SHOWN ? <li>{`and ${formatNumber(priced.length - MAX_SHOWN)} more`}</li> : null}
        </ul>
      ) : null}
      {leftOut.length > 0 ? (
        <>
          <p>{`${formatCount(leftOut.length, 'line')} left out:`}</p>
          <ul className="import__lines" aria-label="Lines left out" tabIndex={0}>
            {leftOut.slice(0, MAX_SHOWN).map(({ line, reason }) => (
              <li key={line}>
                <span>{reason}</span>
                <span>{`line ${line}`}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}

function describeCount(count: number, replaced: number): string {
  const rest = replaced === 0 ? '' : `, ${formatNumber(replaced)} of them in the place of prices the design has now`;
  return `${formatCount(count, 'part')} priced${rest}.`;
}

function namePart(key: string): string {
  const [partId = key, lengthM] = key.split('@');
  const name = catalog().byId.get(partId)?.model ?? partId;
  return lengthM === undefined ? name : `${name}, ${formatLength(Number(lengthM))}`;
}

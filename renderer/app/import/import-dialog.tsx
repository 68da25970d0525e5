/** Asks what is to become of the files that were read, one kind after the other. */
import type { ReactElement } from 'react';
import { useImportOffer } from '../../store/import-store.ts';
import { DeviceTypesDialog } from './device-types-dialog.tsx';
import { PricesDialog } from './prices-dialog.tsx';
import './import.css';

export function ImportDialog(): ReactElement | null {
  const offer = useImportOffer();
  switch (offer?.kind) {
    case 'device-types':
      return <DeviceTypesDialog types={offer.types} />;
    case 'prices':
      return <PricesDialog offer={offer} />;
    default:
      return null;
  }
}

/** Prints the port maps of some devices: asks for them, draws their sheets, opens the system's dialog. */
import { type ReactElement, useEffect, useState } from 'react';
import type { MappedMember } from '../../store/cables-tab.ts';
import { PortPages } from './port-pages.tsx';
import { usePortMaps } from './use-port-maps.ts';

interface PortPrintProps {
  readonly members: readonly MappedMember[];
  /** The system's dialog is closed. */
  readonly onDone: () => void;
}

export function PortPrint({ members, onDone }: PortPrintProps): ReactElement | null {
  const maps = usePortMaps(members);
  const [printedOn] = useState(() => new Date().toLocaleDateString('en-CA'));
  const isReady = maps !== null;
  useEffect(() => {
    if (!isReady) return undefined;
    window.addEventListener('afterprint', onDone);
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [isReady, onDone]);
  return maps === null ? null : <PortPages maps={maps} printedOn={printedOn} />;
}

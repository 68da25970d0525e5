/** Port maps of devices, asked for anew with every report; those of the report before stay until then. */
import { useEffect, useState } from 'react';
import type { PortMap } from '#core/analysis/port-map.ts';
import type { MappedMember } from '../../store/cables-tab.ts';
import { mapPorts, useReportStore } from '../../store/report-store.ts';

/** null = not there yet. Members that are not there have no map. `members` must stay the same object while it means the same. */
export function usePortMaps(members: readonly MappedMember[]): readonly PortMap[] | null {
  const report = useReportStore((state) => (state.isStale ? null : state.report));
  const [maps, setMaps] = useState<readonly PortMap[] | null>(null);
  useEffect(() => {
    if (report === null) return undefined;
    let isCurrent = true;
    mapPorts(members).then(
      (found) => (isCurrent ? setMaps(found) : undefined),
      // The worker's own fault is told in the status bar.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [members, report]);
  return maps;
}

/** Which cables end at, or belong to, what is selected in other views. */
import { useMemo } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { isOwnSelection } from '../../store/schedule-lights.ts';
import { useViewStore } from '../../store/view-store.ts';

type IsLit = (row: ScheduleRow) => boolean;

const NEVER: IsLit = () => false;

export function useLitRows(): IsLit {
  const selection = useViewStore((state) => state.selection);
  const highlighted = useViewStore((state) => state.highlighted);
  return useMemo(() => {
    if (isOwnSelection(selection)) return NEVER;
    return createIsLit([...selection, ...highlighted]);
  }, [selection, highlighted]);
}

function createIsLit(refs: readonly ObjectRef[]): IsLit {
  const links = new Set<string>();
  const fabrics = new Set<string>();
  const devices = new Set<string>();
  for (const ref of refs) {
    if (ref.kind === 'link') links.add(ref.id);
    else if (ref.kind === 'fabric') fabrics.add(ref.id);
    else if (ref.kind === 'device') devices.add(ref.member === undefined ? ref.id : `${ref.id}/${ref.member}`);
  }
  if (links.size + fabrics.size + devices.size === 0) return NEVER;
  const hasEnd = ({ deviceId, member }: ScheduleRow['a']): boolean =>
    devices.has(deviceId) || devices.has(`${deviceId}/${member}`);
  return (row) => links.has(row.linkId) || fabrics.has(row.fabricId) || hasEnd(row.a) || hasEnd(row.b);
}

/** Takes racks off the positions they stand on; those beside them stay where they are. */
import type { Design } from '../design/design.ts';
import type { Stand } from '../design/floor.ts';
import { createId } from './ids.ts';
import { dropRecord, putRecord, readTable } from './optional-tables.ts';

/** Racks `first` up to `end` (not included) of the group leave the floor. A stand cut in the middle becomes two. */
export function cutStands(
  draft: Design,
  rackId: string,
  first: number,
  end: number,
  takenIds: readonly string[],
): void {
  if (!(end > first)) return;
  for (const stand of Object.values(readTable(draft, 'stands'))) {
    const standEnd = stand.firstRack + stand.rackCount;
    if (stand.rackId !== rackId || stand.firstRack >= end || standEnd <= first) continue;
    const before = { ...stand, rackCount: first - stand.firstRack };
    const after: Stand = {
      ...stand,
      firstRack: end,
      rackCount: standEnd - end,
      firstSlot: stand.firstSlot + end - stand.firstRack,
    };
    if (before.rackCount > 0) putRecord(draft, 'stands', before);
    if (after.rackCount > 0) {
      const taken = [...Object.keys(readTable(draft, 'stands')), ...takenIds];
      putRecord(draft, 'stands', before.rackCount > 0 ? { ...after, id: createId('stand', taken) } : after);
    }
    if (before.rackCount <= 0 && after.rackCount <= 0) dropRecord(draft, 'stands', stand.id);
  }
}

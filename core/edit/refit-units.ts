/** Keeps scalable units in step when racks and devices go, or devices are put into racks: those leave, and an empty unit goes. */
import { findUnitMember } from '../design/check-units.ts';
import type { Design } from '../design/design.ts';
import { dropRecords, readTable } from './optional-tables.ts';

/** Leaves alone what still holds, so that history keeps nothing of it. */
export function refitUnits(draft: Design): void {
  const units = Object.values(readTable(draft, 'units'));
  if (units.length === 0) return;
  const placed = new Set(Object.values(draft.placements).map(({ deviceId }) => deviceId));
  const emptied: string[] = [];
  for (const unit of units) {
    const kept = unit.members.filter(
      (member) => findUnitMember(draft, member) && !(member.kind === 'device' && placed.has(member.id)),
    );
    if (kept.length === 0) emptied.push(unit.id);
    else if (kept.length < unit.members.length) unit.members = kept;
  }
  dropRecords(draft, 'units', emptied);
}

/** Adds what was copied, from this design or another, as one step. */
import { findBrokenReference } from '../../design/check-references.ts';
import type { Design } from '../../design/design.ts';
import { isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken } from '../command-entry.ts';
import { checkCopiedIds } from '../fragment-ids.ts';
import { insertFragment } from '../insert-fragment.ts';
import { listFreeDevices } from '../pick-fragment.ts';

export const pasteItems: CommandEntry<'pasteItems'> = {
  describe({ fragment }) {
    const racks = Object.values(fragment.racks);
    const devices = listFreeDevices(fragment);
    const units = Object.values(fragment.units ?? {});
    const [unit] = units;
    const grouped = units.reduce((sum, { members }) => sum + members.length, 0);
    if (unit && grouped === racks.length + devices.length) {
      return units.length === 1 ? `paste ${unit.name}` : `paste ${units.length} units`;
    }
    const [only] = [...racks, ...devices];
    if (only && racks.length + devices.length === 1) return `paste ${only.name}`;
    if (devices.length === 0) return `paste ${countMembers(racks)} racks`;
    if (racks.length === 0) return `paste ${countMembers(devices)} devices`;
    return `paste ${racks.length + devices.length} items`;
  },
  run(draft, { fragment, ids, offset }) {
    if (isEmpty(fragment)) return refuse('nothing', 'There is no device and no rack in what was copied.');
    const broken = findBrokenReference(fragment);
    if (broken) return refuse('broken', `What was copied does not hold together at ${broken.path}: ${broken.message}.`);
    for (const table of ['fabrics', 'feeds', 'parts'] as const) {
      const unsafe = Object.values(ids[table]).find((id) => !isSafeId(id));
      if (unsafe !== undefined) return refuseTaken(table.slice(0, -1), unsafe);
    }
    const refusal = checkCopiedIds(draft, fragment, ids);
    if (refusal.length > 0) return refusal;
    insertFragment(draft, fragment, ids, offset);
    return [];
  },
};

function countMembers(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function isEmpty({ devices, racks }: Design): boolean {
  return Object.keys(devices).length === 0 && Object.keys(racks).length === 0;
}

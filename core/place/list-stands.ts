/** A layout as the document says it: runs of racks of one group side by side. */
import type { Stand } from '../design/floor.ts';
import type { NetRackGroup, NetRow } from '../netlist/netlist.ts';
import type { FloorSlots } from './floor-slots.ts';
import { type Layout, NOTHING } from './layout.ts';

type RackRange = Pick<NetRackGroup, 'rackId' | 'firstRack' | 'count'>;

export function listStands(
  { rackAt }: Layout,
  { floor, row, place }: FloorSlots,
  rackGroups: readonly RackRange[],
): Stand[] {
  const stands: Stand[] = [];
  let last: Stand | null = null;
  for (const [slot, rack] of rackAt.entries()) {
    const group = rack === NOTHING ? undefined : findGroup(rackGroups, rack);
    if (!group) {
      last = null;
      continue;
    }
    const { rowId } = floor.rows[row[slot] as number] as NetRow;
    const firstRack = rack - group.firstRack;
    if (last && last.rackId === group.rackId && last.rowId === rowId && last.firstRack + last.rackCount === firstRack) {
      last.rackCount += 1;
      continue;
    }
    const firstSlot = place[slot] as number;
    last = { id: `stand-${stands.length + 1}`, rackId: group.rackId, firstRack, rackCount: 1, rowId, firstSlot };
    stands.push(last);
  }
  return stands;
}

function findGroup(rackGroups: readonly RackRange[], rack: number): RackRange | undefined {
  return rackGroups.find(({ firstRack, count }) => rack >= firstRack && rack < firstRack + count);
}

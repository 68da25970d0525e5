/** Fixes for racks that overflow or clash. Offered only where they are sure to work: simple placements, room enough. */
import { formatCount } from '../../../base/format-count.ts';
import type { Fix } from '../../../base/diagnostic.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../../../netlist/netlist.ts';
import { getGroup, getHeightUnits, type RackContents } from './rack-contents.ts';

/** More racks, when one placement has the racks to itself and is dealt evenly over them: it is then dealt anew. */
export function createRackCountFix(netlist: Netlist, rackGroup: NetRackGroup, contents: RackContents): Fix | undefined {
  const groups = [...(contents.groupsOfRackGroup.get(rackGroup) ?? [])];
  const group = netlist.groups[groups[0] ?? -1];
  if (rackGroup.placementCount !== 1 || !group) return undefined;
  const perRack = findPerRack(netlist, rackGroup, group);
  if (perRack !== Math.ceil(group.count / rackGroup.count)) return undefined;
  const bottomUnit = netlist.memberUnit[group.firstMember] as number;
  const fitting = Math.floor((rackGroup.heightUnits - bottomUnit + 1) / getHeightUnits(group));
  if (fitting < 1) return undefined;
  const count = Math.ceil(group.count / fitting);
  return {
    label: `Raise the count of ${rackGroup.name} to ${formatCount(count)}`,
    command: { name: 'editRack', args: { id: rackGroup.rackId, patch: { count } } },
  };
}

/** The device goes above everything else in its racks, as many to a rack as before. */
export function createMoveFix(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
  group: NetGroup,
): Fix | undefined {
  const perRack = findPerRack(netlist, rackGroup, group);
  if (perRack === null) return undefined;
  const lastRack = rackGroup.firstRack + Math.ceil(group.count / perRack) - 1;
  let topUnit = 0;
  for (let rack = rackGroup.firstRack; rack <= lastRack; rack += 1) {
    for (const member of contents.membersOfRack[rack] ?? []) {
      const other = getGroup(netlist, member);
      if (other !== group)
        topUnit = Math.max(topUnit, (netlist.memberUnit[member] as number) + getHeightUnits(other) - 1);
    }
  }
  if (topUnit + perRack * getHeightUnits(group) > rackGroup.heightUnits) return undefined;
  return {
    label: `Move ${group.name} to the next free units`,
    command: {
      name: 'placeDevice',
      args: {
        deviceId: group.deviceId,
        rackId: rackGroup.rackId,
        // The device's old placements are removed first, so only another device's could be in the way of this id.
        placementId: `place-${group.deviceId}`,
        perRack,
      },
    },
  };
}

/** Members to a rack, when all stand in this rack group in order from its first rack on; else null. */
function findPerRack(netlist: Netlist, rackGroup: NetRackGroup, group: NetGroup): number | null {
  let perRack = 0;
  while (perRack < group.count && netlist.memberRack[group.firstMember + perRack] === rackGroup.firstRack) perRack += 1;
  if (perRack === 0) return null;
  for (let i = 0; i < group.count; i += 1) {
    const rack = rackGroup.firstRack + Math.floor(i / perRack);
    if (netlist.memberRack[group.firstMember + i] !== rack) return null;
  }
  return perRack;
}

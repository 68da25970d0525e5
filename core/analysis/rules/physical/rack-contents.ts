/** What stands where: the members of every rack from the bottom up, and the device groups of every rack group. */
import type { Memory } from '../../../base/memory.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../../../netlist/netlist.ts';

export interface RackContents {
  /** By rack, in order of the lowest unit. */
  readonly membersOfRack: readonly (readonly number[])[];
  /** By rack group, in the order of the netlist's. */
  readonly groupsOfRackGroup: ReadonlyMap<NetRackGroup, ReadonlySet<number>>;
}

/** The same while no member moves. */
export function recallRackContents(netlist: Netlist, memory: Memory): RackContents {
  const { memberRack, memberUnit, rackGroups } = netlist;
  return memory.recall('rack contents', [memberRack, memberUnit, rackGroups], () => createRackContents(netlist));
}

function createRackContents(netlist: Netlist): RackContents {
  const membersOfRack: number[][] = Array.from({ length: netlist.rackCount }, () => []);
  const { memberRack, memberUnit: units, memberCount } = netlist;
  for (let member = 0; member < memberCount; member += 1) {
    const rack = memberRack[member] as number;
    if (rack >= 0) membersOfRack[rack]?.push(member);
  }
  for (const members of membersOfRack) sortByUnit(members, units);
  const groupsOfRackGroup = new Map(
    netlist.rackGroups.map((rackGroup) => [rackGroup, listGroups(netlist, rackGroup, membersOfRack)]),
  );
  return { membersOfRack, groupsOfRackGroup };
}

/** One by one: they are few, and most racks are filled from the bottom up. */
function sortByUnit(members: number[], units: Uint16Array): void {
  for (let i = 1; i < members.length; i += 1) {
    const member = members[i] as number;
    const unit = units[member] as number;
    let at = i;
    for (; at > 0 && (units[members[at - 1] as number] as number) > unit; at -= 1)
      members[at] = members[at - 1] as number;
    members[at] = member;
  }
}

function listGroups(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  membersOfRack: readonly (readonly number[])[],
): Set<number> {
  const groups = new Set<number>();
  let last = -1;
  for (let rack = rackGroup.firstRack; rack < rackGroup.firstRack + rackGroup.count; rack += 1) {
    for (const member of membersOfRack[rack] ?? []) {
      const group = netlist.memberGroup[member] as number;
      if (group !== last) groups.add(group);
      last = group;
    }
  }
  return groups;
}

export function getGroup(netlist: Netlist, member: number): NetGroup {
  return netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
}

export function nameMember(netlist: Netlist, member: number): string {
  const group = getGroup(netlist, member);
  const index = member - group.firstMember;
  return formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
}

/** Whole units a member takes; a height that is not known counts as one. */
export function getHeightUnits(group: NetGroup): number {
  return Math.ceil(group.part?.rackUnits ?? 1);
}

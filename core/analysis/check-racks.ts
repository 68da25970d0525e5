/** Rules on racks: units that clash or overflow, power and weight over the limit. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { formatMemberName, formatRackName } from '../netlist/names.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { RackPower } from './report.ts';

export function checkRacks(netlist: Netlist, loads: readonly RackPower[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const occupancy = new Occupancy(netlist);
  netlist.rackGroups.forEach((rackGroup, index) => {
    diagnostics.push(...checkUnits(netlist, rackGroup, occupancy), ...checkLimits(rackGroup, loads[index]));
  });
  diagnostics.push(...checkKnownHeights(netlist));
  return diagnostics;
}

/** Members by rack, in order of their lowest unit. */
class Occupancy {
  private readonly membersOfRack: number[][];

  constructor(netlist: Netlist) {
    this.membersOfRack = Array.from({ length: netlist.rackCount }, () => []);
    for (let member = 0; member < netlist.memberCount; member += 1) {
      const rack = netlist.memberRack[member] as number;
      if (rack >= 0) this.membersOfRack[rack]?.push(member);
    }
    const unit = netlist.memberUnit;
    for (const members of this.membersOfRack) members.sort((x, y) => (unit[x] as number) - (unit[y] as number));
  }

  listMembers(rack: number): readonly number[] {
    return this.membersOfRack[rack] ?? [];
  }
}

/** One finding per rack group and kind: the first rack concerned is named, the others are counted. */
function checkUnits(netlist: Netlist, rackGroup: NetRackGroup, occupancy: Occupancy): Diagnostic[] {
  let overflowRacks = 0;
  let overflow: { rack: number; member: number; topUnit: number } | null = null;
  let clashRacks = 0;
  let clash: { rack: number; lower: number; upper: number } | null = null;
  for (let i = 0; i < rackGroup.count; i += 1) {
    let topUnit = 0;
    let topMember = -1;
    let clashesHere = false;
    let overflowsHere = false;
    for (const member of occupancy.listMembers(rackGroup.firstRack + i)) {
      const bottom = netlist.memberUnit[member] as number;
      const end = bottom + getHeight(netlist, member) - 1;
      if (bottom <= topUnit) {
        clashesHere = true;
        clash ??= { rack: i, lower: topMember, upper: member };
      }
      if (end > rackGroup.heightUnits) {
        overflowsHere = true;
        if (!overflow || (overflow.rack === i && end > overflow.topUnit)) overflow = { rack: i, member, topUnit: end };
      }
      if (end > topUnit) {
        topUnit = end;
        topMember = member;
      }
    }
    if (clashesHere) clashRacks += 1;
    if (overflowsHere) overflowRacks += 1;
  }
  const diagnostics: Diagnostic[] = [];
  if (overflow) diagnostics.push(createOverflow(netlist, rackGroup, overflow, overflowRacks));
  if (clash) diagnostics.push(createClash(netlist, rackGroup, clash, clashRacks));
  return diagnostics;
}

function getHeight(netlist: Netlist, member: number): number {
  return Math.ceil(getGroup(netlist, member).part?.rackUnits ?? 1);
}

function getGroup(netlist: Netlist, member: number): NetGroup {
  return netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
}

function nameMember(netlist: Netlist, member: number): string {
  const group = getGroup(netlist, member);
  const index = member - group.firstMember;
  return formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
}

function countOthers(racks: number): string {
  return racks > 1 ? ` (${racks} racks of the group)` : '';
}

function createOverflow(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  overflow: { rack: number; member: number; topUnit: number },
  racks: number,
): Diagnostic {
  const rack = formatRackName(rackGroup.name, overflow.rack, rackGroup.count);
  return {
    code: 'rack.units',
    severity: 'error',
    message: `${rack} has ${rackGroup.heightUnits} U, but ${nameMember(netlist, overflow.member)} would reach up to unit ${overflow.topUnit}${countOthers(racks)}; move devices to another rack or raise the rack count.`,
    where: [
      { kind: 'rack', id: rackGroup.rackId, member: overflow.rack },
      { kind: 'device', id: getGroup(netlist, overflow.member).deviceId },
    ],
  };
}

function createClash(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  clash: { rack: number; lower: number; upper: number },
  racks: number,
): Diagnostic {
  const rack = formatRackName(rackGroup.name, clash.rack, rackGroup.count);
  return {
    code: 'rack.clash',
    severity: 'error',
    message: `${nameMember(netlist, clash.lower)} and ${nameMember(netlist, clash.upper)} both take unit ${netlist.memberUnit[clash.upper]} of ${rack}${countOthers(racks)}; change the lowest unit of one of them.`,
    where: [
      { kind: 'rack', id: rackGroup.rackId, member: clash.rack },
      { kind: 'device', id: getGroup(netlist, clash.upper).deviceId },
      { kind: 'device', id: getGroup(netlist, clash.lower).deviceId },
    ],
  };
}

function checkLimits(rackGroup: NetRackGroup, load: RackPower | undefined): Diagnostic[] {
  if (!load) return [];
  const diagnostics: Diagnostic[] = [];
  const where = [{ kind: 'rack', id: rackGroup.rackId, member: load.worstRackIndex } as const];
  const name = formatRackName(rackGroup.name, load.worstRackIndex, rackGroup.count);
  if (load.powerLimitW !== null && load.worstMaxW.value > load.powerLimitW) {
    diagnostics.push({
      code: 'rack.power',
      severity: 'error',
      message: `${name} draws up to ${formatKw(load.worstMaxW.value)} kW, its limit is ${formatKw(load.powerLimitW)} kW; spread its devices over more racks or raise the limit.`,
      where,
    });
  } else if (load.powerLimitW !== null && load.worstMaxW.unknownCount > 0) {
    diagnostics.push({
      code: 'rack.power-unknown',
      severity: 'advice',
      message: `${name} cannot be checked against its limit of ${formatKw(load.powerLimitW)} kW: the maximum power of ${load.worstMaxW.unknownParts.join(', ')} is not known.`,
      where,
    });
  }
  if (load.weightLimitKg !== null && load.worstWeightKg.value > load.weightLimitKg) {
    diagnostics.push({
      code: 'rack.weight',
      severity: 'error',
      message: `A rack of ${rackGroup.name} carries ${Math.ceil(load.worstWeightKg.value)} kg, its limit is ${load.weightLimitKg} kg; spread its devices over more racks.`,
      where: [{ kind: 'rack', id: rackGroup.rackId }],
    });
  }
  return diagnostics;
}

function formatKw(watts: number): string {
  return (watts / 1000).toFixed(1);
}

function checkKnownHeights(netlist: Netlist): Diagnostic[] {
  return netlist.groups
    .filter((group) => group.part !== undefined && group.part.rackUnits === null && isPlaced(netlist, group))
    .map((group) => ({
      code: 'rack.unknown-height',
      severity: 'advice',
      message: `The height of ${group.part?.model ?? group.name} is not known; one unit is assumed in its rack.`,
      where: [{ kind: 'device', id: group.deviceId }],
    }));
}

function isPlaced(netlist: Netlist, group: NetGroup): boolean {
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    if ((netlist.memberRack[member] as number) >= 0) return true;
  }
  return false;
}

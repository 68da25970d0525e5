/** Units that overflow or clash. One finding per rack group and kind: the first rack is named, the others are counted. */
import { formatRackName } from '../../../netlist/names.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../../../netlist/netlist.ts';
import type { Tally } from '../tally.ts';
import { countRacks, pointAtRacks } from './failing-racks.ts';
import { getGroup, getHeightUnits, nameMember, type RackContents } from './rack-contents.ts';
import { createMoveFix, createRackCountFix } from './rack-fixes.ts';

interface Overflow {
  readonly rack: number;
  readonly member: number;
  readonly topUnit: number;
}

interface Clash {
  readonly rack: number;
  readonly lower: number;
  readonly upper: number;
}

export function checkUnits(netlist: Netlist, rackGroup: NetRackGroup, contents: RackContents, tally: Tally): void {
  let overflowRacks = 0;
  let clashRacks = 0;
  let overflow: Overflow | null = null;
  let clash: Clash | null = null;
  for (let i = 0; i < rackGroup.count; i += 1) {
    const found = checkRack(netlist, rackGroup, i, contents);
    if (found.overflow) {
      overflowRacks += 1;
      overflow ??= found.overflow;
    }
    if (found.clash) {
      clashRacks += 1;
      clash ??= found.clash;
    }
    if (!found.overflow && !found.clash) tally.pass();
  }
  if (overflow) failOverflow(netlist, rackGroup, contents, overflow, overflowRacks, tally);
  if (clash) failClash(netlist, rackGroup, contents, clash, clashRacks, tally);
  for (const index of contents.groupsOfRackGroup.get(rackGroup) ?? []) skipUnknownHeight(netlist, index, tally);
}

/** Walks up one rack. */
function checkRack(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  rack: number,
  contents: RackContents,
): { overflow: Overflow | null; clash: Clash | null } {
  let topUnit = 0;
  let topMember = -1;
  let overflow: Overflow | null = null;
  let clash: Clash | null = null;
  for (const member of contents.membersOfRack[rackGroup.firstRack + rack] ?? []) {
    const bottom = netlist.memberUnit[member] as number;
    const end = bottom + getHeightUnits(getGroup(netlist, member)) - 1;
    if (bottom <= topUnit) clash ??= { rack, lower: topMember, upper: member };
    if (end > rackGroup.heightUnits && end > (overflow?.topUnit ?? 0)) overflow = { rack, member, topUnit: end };
    if (end > topUnit) {
      topUnit = end;
      topMember = member;
    }
  }
  return { overflow, clash };
}

function failOverflow(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
  { rack, member, topUnit }: Overflow,
  racks: number,
  tally: Tally,
): void {
  const name = formatRackName(rackGroup.name, rack, rackGroup.count);
  tally.fail(
    {
      code: 'rack.units',
      message: `${name} has ${rackGroup.heightUnits} U, but ${nameMember(netlist, member)} would reach up to unit ${topUnit}${countRacks(racks, rackGroup)}; move devices to another rack or raise the rack count.`,
      where: [pointAtRacks(rackGroup, rack, racks), { kind: 'device', id: getGroup(netlist, member).deviceId }],
      fix: createRackCountFix(netlist, rackGroup, contents),
    },
    racks,
  );
}

function failClash(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
  { rack, lower, upper }: Clash,
  racks: number,
  tally: Tally,
): void {
  const name = formatRackName(rackGroup.name, rack, rackGroup.count);
  const upperGroup = getGroup(netlist, upper);
  tally.fail(
    {
      code: 'rack.clash',
      message: `${nameMember(netlist, lower)} and ${nameMember(netlist, upper)} both take unit ${netlist.memberUnit[upper]} of ${name}${countRacks(racks, rackGroup)}; change the lowest unit of one of them.`,
      where: [
        pointAtRacks(rackGroup, rack, racks),
        { kind: 'device', id: upperGroup.deviceId },
        { kind: 'device', id: getGroup(netlist, lower).deviceId },
      ],
      fix: createMoveFix(netlist, rackGroup, contents, upperGroup),
    },
    racks,
  );
}

function skipUnknownHeight(netlist: Netlist, groupIndex: number, tally: Tally): void {
  const group = netlist.groups[groupIndex] as NetGroup;
  if ((group.part?.rackUnits ?? null) !== null) return;
  const model = group.part?.model ?? group.name;
  tally.skip(`the height of ${model} is not known`, group.count, {
    code: 'rack.unknown-height',
    message: `The height of ${model} is not known; one unit is assumed in its rack.`,
    where: [{ kind: 'device', id: group.deviceId }],
  });
}

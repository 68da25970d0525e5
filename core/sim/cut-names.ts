/** What a cut is called on screen, and which devices stand for it. */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { formatCount } from '../base/format-count.ts';
import type { CutLoad } from './collective-inputs.ts';
import { nameMember } from './cut-off.ts';
import type { FabricTrunk } from './fabric-trunk.ts';
import type { UnitLevel } from './fabric-units.ts';
import type { JobPlacement } from './job-placement.ts';

type CutName = Pick<CutLoad, 'label' | 'refIds'>;

/** `count`: units alike, this one included. */
export function nameUplinks(
  netlist: Netlist,
  { tierOfGroup }: FabricTrunk,
  { kind, tier, unitOf }: UnitLevel,
  unit: number,
  count: number,
): CutName {
  const members: number[] = [];
  netlist.groups.forEach(({ firstMember, count: memberCount }, group) => {
    if (tierOfGroup[group] !== tier) return;
    const units = unitOf.subarray(firstMember, firstMember + memberCount);
    for (let at = units.indexOf(unit); at >= 0; at = units.indexOf(unit, at + 1)) members.push(firstMember + at);
  });
  const refIds = [...new Set(members.map((member) => getGroup(netlist, member).deviceId))];
  const others = count === 1 ? '' : ` and ${formatCount(count - 1)} alike`;
  const first = members[0] as number;
  if (kind === 'single' || members.length === 1) {
    return { label: `uplinks of ${nameMember(netlist, first)}${others}`, refIds };
  }
  return { label: `uplinks of ${nameTogether(netlist, members)}${others}`, refIds };
}

/** A whole pod by its number, other sets of switches by the first and the last. */
function nameTogether(netlist: Netlist, members: readonly number[]): string {
  const first = members[0] as number;
  const last = members.at(-1) as number;
  const group = getGroup(netlist, first);
  const pod = Math.floor((first - group.firstMember) / group.membersPerPod);
  const lastPod = Math.floor((last - group.firstMember) / group.membersPerPod);
  const isPod = group.podCount > 1 && group === getGroup(netlist, last) && pod === lastPod;
  const isWhole = isPod && members.length === Math.min(group.membersPerPod, group.count - pod * group.membersPerPod);
  if (isWhole) return `pod ${pod + 1} of ${group.name}`;
  return `${nameMember(netlist, first)} to ${nameMember(netlist, last)}`;
}

export function nameNics(
  netlist: Netlist,
  { domains, rankMember }: JobPlacement,
  domain: number,
  count: number,
): CutName {
  const member = rankMember[domains.firstRank[domain] as number] as number;
  const working = (domains.firstCable[domain + 1] as number) - (domains.firstCable[domain] as number);
  const drawn = domains.slotCount[domain] as number;
  const state = working < drawn ? ` (${working} of ${drawn} ports working)` : '';
  const others = count === 1 ? '' : ` and ${formatCount(count - 1)} alike`;
  return {
    label: `NICs of ${nameMember(netlist, member)}${others}${state}`,
    refIds: [getGroup(netlist, member).deviceId],
  };
}

function getGroup(netlist: Netlist, member: number): NetGroup {
  return netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
}

/** What the objects of a report are called on the canvas, for texts that name them. */
import { formatMemberName } from '../../netlist/names.ts';
import type { NetGroup, Netlist } from '../../netlist/netlist.ts';

/** `DGX H100 to Leaf`; links that join the same groups are told apart by their fabric or their place among them. */
export function nameLink(netlist: Netlist, linkId: string): string {
  const link = netlist.links.find((own) => own.linkId === linkId);
  if (!link) return linkId;
  const nameGroup = (index: number): string => netlist.groups[index]?.name ?? '';
  const name = `${nameGroup(link.groupA)} to ${nameGroup(link.groupB)}`;
  const alike = netlist.links.filter(({ groupA, groupB }) => groupA === link.groupA && groupB === link.groupB);
  if (alike.length === 1) return name;
  const isOnlyOfFabric = alike.filter(({ fabric }) => fabric === link.fabric).length === 1;
  if (isOnlyOfFabric) return `${name}, ${netlist.fabrics[link.fabric]?.name ?? ''}`;
  return `${name} (${alike.indexOf(link) + 1} of ${alike.length})`;
}

/** `leaf-03`, as its template says. `member` counts from 0. */
export function nameMember(netlist: Netlist, deviceId: string, member: number): string {
  const group = netlist.groups.find((own) => own.deviceId === deviceId);
  if (!group) return deviceId;
  return formatMemberName(group.nameTemplate, member, findPod(group, member));
}

function findPod({ membersPerPod }: NetGroup, member: number): number {
  return Math.floor(member / membersPerPod);
}

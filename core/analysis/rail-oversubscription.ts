/** Oversubscription rail by rail: of the switches that port r of the endpoints hangs on. */
import { groupAttachments } from './attachment-groups.ts';
import type { RailOversubscription } from './bandwidth-report.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { FabricNetwork } from './fabric-network.ts';
import type { SwitchBandwidth } from './switch-bandwidth.ts';
import type { Rails } from './rails.ts';

/** A switch that carries ports of several rails counts for each of them. `network` and rails as drawn, bandwidth as it is left. */
export function computeRailOversubscription(
  netlist: Netlist,
  { attachments, nodeMember }: FabricNetwork,
  { railCount, railOfAttachment }: Rails,
  { down, away }: SwitchBandwidth,
): RailOversubscription[] {
  const switches = Array.from({ length: railCount }, () => new Set<number>());
  const ports = new Uint32Array(railCount);
  const { example, size } = groupAttachments(attachments);
  example.forEach((endpoint, group) => {
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      const rail = railOfAttachment[i] as number;
      if (rail < 0) continue;
      switches[rail]?.add(nodeMember[attachments.node[i] as number] as number);
      ports[rail] = (ports[rail] as number) + (size[group] as number) * (attachments.cableCount[i] as number);
    }
  });
  return switches.map((members, rail) => ({
    rail,
    switches: groupMembers(netlist, members),
    switchCount: members.size,
    portCount: ports[rail] as number,
    ...compareRatios(members, down, away),
  }));
}

/** Of the switches that lead on. */
function compareRatios(
  members: ReadonlySet<number>,
  down: Float64Array,
  away: Float64Array,
): Pick<RailOversubscription, 'worst' | 'mean'> {
  let worst = 0;
  let sum = 0;
  let count = 0;
  for (const member of members) {
    if (away[member] === 0) continue;
    const ratio = (down[member] as number) / (away[member] as number);
    worst = Math.max(worst, ratio);
    sum += ratio;
    count += 1;
  }
  return count === 0 ? { worst: null, mean: null } : { worst, mean: sum / count };
}

function groupMembers(netlist: Netlist, members: ReadonlySet<number>): RailOversubscription['switches'] {
  const byGroup = new Map<string, number[]>();
  for (const member of [...members].sort((x, y) => x - y)) {
    const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
    const own = byGroup.get(group.deviceId) ?? [];
    byGroup.set(group.deviceId, own);
    own.push(member - group.firstMember);
  }
  return [...byGroup].map(([deviceId, own]) => ({ deviceId, members: own }));
}

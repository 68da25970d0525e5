/** Whether the working cables join all domains of a job: each domain joins what its own cables lead to. */
import { formatMemberName } from '../netlist/names.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { formatCount } from '../base/format-count.ts';
import { countUp, type FabricUnits, findRoot } from './fabric-units.ts';
import type { PlacedDomains } from './job-domains.ts';
import type { JobDomains } from './job-placement.ts';

/** A sentence about who cannot reach whom; null = all reach all. */
export function findCutOff(
  netlist: Netlist,
  fabricName: string,
  { domains, rankMember }: PlacedDomains,
  units: FabricUnits,
): string | null {
  const { firstCable, cables, firstRank } = domains;
  if (units.partCount === 1 && isAllCabled(domains)) return null;
  // Nodes: domains, then parts of the fabric.
  const parent = countUp(domains.count + units.partCount);
  for (let domain = 0; domain < domains.count; domain += 1) {
    for (let i = firstCable[domain] as number; i < (firstCable[domain + 1] as number); i += 1) {
      for (const member of [cables.farMember[i] as number, cables.ownMember[i] as number]) {
        const part = units.partOf[member] as number;
        if (part < 0) continue;
        const rootA = findRoot(parent, domain);
        const rootB = findRoot(parent, domains.count + part);
        if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
      }
    }
  }
  const sizes = new Map<number, number>();
  for (let domain = 0; domain < domains.count; domain += 1) {
    const root = findRoot(parent, domain);
    const gpus = (firstRank[domain + 1] as number) - (firstRank[domain] as number);
    sizes.set(root, (sizes.get(root) ?? 0) + gpus);
  }
  if (sizes.size <= 1) return null;
  const ordered = [...sizes].sort(([, x], [, y]) => y - x);
  const main = ordered[0] as [number, number];
  const rest = ordered.slice(1).reduce((sum, [, gpus]) => sum + gpus, 0);
  const example = ordered[1]?.[0] as number;
  const member = rankMember[firstRank[example] as number] as number;
  return `${fabricName} is split for this job: ${formatCount(rest)} of ${formatCount(main[1] + rest)} GPUs, among them those of ${nameMember(netlist, member)}, do not reach the rest over working cables. Cable or repair them, or leave them out.`;
}

function isAllCabled({ count, firstCable }: JobDomains): boolean {
  for (let domain = 0; domain < count; domain += 1) if (firstCable[domain] === firstCable[domain + 1]) return false;
  return true;
}

export function nameMember(netlist: Netlist, member: number): string {
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const index = member - group.firstMember;
  return formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
}

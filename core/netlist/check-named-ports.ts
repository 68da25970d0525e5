/** Finds links that name ports they cannot have: held by something else, or beyond the end of the block. */
import { formatCount } from '../base/format-count.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { EndRequest } from './check-ports.ts';
import type { Groups } from './groups.ts';
import { formatMemberName } from './names.ts';
import type { NetBlock, NetGroup } from './netlist.ts';
import type { PortConflict } from './port-grant.ts';

/** At most one finding of each kind for a link end, with the first member by name. */
export function checkNamedPorts(groups: Groups, ends: readonly EndRequest[]): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const end of ends) {
    const { listed } = end.grant;
    if (!listed || !end.request.ports) continue;
    if (listed.firstConflict) {
      const total = listed.conflicts.reduce((sum, count) => sum + count, 0);
      findings.push(createConflict(groups, end, listed.firstConflict, total));
    }
    const member = end.request.wanted.findIndex(
      (wanted, index) => wanted > (end.grant.granted[index] as number) + (listed.conflicts[index] as number),
    );
    if (member >= 0) findings.push(createOverrun(groups, end, end.request.ports, member));
  }
  return findings;
}

const reasons: Readonly<Record<PortConflict['reason'], string>> = {
  taken: 'another link holds it',
  mode: 'another link runs the cage at another speed',
  blocked: 'a cage split this way needs its neighbour in the pair free, and takes it along',
};

function createConflict(groups: Groups, end: EndRequest, conflict: PortConflict, total: number): Diagnostic {
  const { member, port, cage, reason } = conflict;
  const others = total > 1 ? ` (${formatCount(total)} such ports in all)` : '';
  const { link } = end.plan;
  const site = findSite(groups, end, member);
  return {
    code: 'ports.conflict',
    severity: 'error',
    message: `${site.name} cannot give ${site.blockId} port ${port + 1} of ${link.speedGbps}G, in cage ${cage + 1}, to the link: ${reasons[reason]}${others}; name other ports or leave the choice open.`,
    where: site.where,
  };
}

function createOverrun(
  groups: Groups,
  end: EndRequest,
  { first, step }: { first: number; step: number },
  member: number,
): Diagnostic {
  const { link } = end.plan;
  const site = findSite(groups, end, member);
  const wanted = end.request.wanted[member] as number;
  const last = first + (wanted - 1) * step + 1;
  const every = step === 1 ? '' : `, every ${step}`;
  return {
    code: 'ports.overrun',
    severity: 'error',
    message: `The link needs ${site.blockId} ports ${first + 1} to ${last}${every} of ${site.name}, which has ${formatCount(site.portCount)} at ${link.speedGbps}G; use fewer cables or start at a lower port.`,
    where: site.where,
  };
}

function findSite(
  groups: Groups,
  end: EndRequest,
  member: number,
): { name: string; blockId: string; portCount: number; where: Diagnostic['where'] } {
  const { block, group: groupIndex, cagesPerMember } = groups.blocks[end.request.block] as NetBlock;
  const group = groups.groups[groupIndex] as NetGroup;
  return {
    name: formatMemberName(group.nameTemplate, member, Math.floor(member / group.membersPerPod)),
    blockId: block.id,
    portCount: cagesPerMember * (block.modes[end.request.mode]?.portsPerCage ?? 0),
    where: [
      { kind: 'link', id: end.plan.link.id },
      { kind: 'device', id: group.deviceId, member, blockId: block.id },
    ],
  };
}

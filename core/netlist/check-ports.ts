/** Finds members that need more ports than they have: one finding per port block, with the worst member by name. */
import type { Diagnostic, ObjectRef } from '../base/diagnostic.ts';
import type { Groups } from './groups.ts';
import { formatMemberName } from './names.ts';
import type { NetGroup } from './netlist.ts';
import type { LinkPlan } from './plan-links.ts';
import type { PortGrant, PortRequest } from './port-grant.ts';

export interface EndRequest {
  readonly request: PortRequest;
  readonly grant: PortGrant;
  readonly plan: LinkPlan;
}

export function checkPortOverrun(groups: Groups, ends: readonly EndRequest[]): Diagnostic[] {
  const byBlock = new Map<number, EndRequest[]>();
  for (const end of ends) {
    const list = byBlock.get(end.request.block);
    if (list) list.push(end);
    else byBlock.set(end.request.block, [end]);
  }
  const diagnostics: Diagnostic[] = [];
  for (const [block, list] of byBlock) {
    const finding = checkBlock(groups, block, list);
    if (finding) diagnostics.push(finding);
  }
  return diagnostics;
}

function checkBlock(groups: Groups, blockIndex: number, ends: readonly EndRequest[]): Diagnostic | null {
  const block = groups.blocks[blockIndex];
  const group = block ? groups.groups[block.group] : undefined;
  if (!block || !group) return null;
  let overrunMembers = 0;
  let worstMember = -1;
  let worstMissing = 0;
  let worstWanted = 0;
  for (let member = 0; member < group.count; member += 1) {
    let wanted = 0;
    let granted = 0;
    for (const { request, grant } of ends) {
      const grantedHere = grant.granted[member] as number;
      // A link that names its ports and cannot have them is a finding of its own.
      wanted += request.ports ? grantedHere : (request.wanted[member] as number);
      granted += grantedHere;
    }
    if (wanted === granted) continue;
    overrunMembers += 1;
    if (wanted - granted > worstMissing) {
      worstMissing = wanted - granted;
      worstMember = member;
      worstWanted = wanted;
    }
  }
  if (worstMember < 0) return null;
  return createOverrun(group, block.block.id, ends, {
    member: worstMember,
    wanted: worstWanted,
    missing: worstMissing,
    overrunMembers,
  });
}

function createOverrun(
  group: NetGroup,
  blockId: string,
  ends: readonly EndRequest[],
  worst: { member: number; wanted: number; missing: number; overrunMembers: number },
): Diagnostic {
  const name = formatMemberName(group.nameTemplate, worst.member, Math.floor(worst.member / group.membersPerPod));
  const speeds = [...new Set(ends.map((end) => `${end.plan.link.speedGbps}G`))].join(' and ');
  const others =
    worst.overrunMembers > 1 ? ` (${worst.overrunMembers} of ${group.count} members are short of ports)` : '';
  const links: ObjectRef[] = ends.map((end) => ({ kind: 'link', id: end.plan.link.id }));
  return {
    code: 'ports.overrun',
    severity: 'error',
    message: `${name} needs ${worst.wanted} ${blockId} ports of ${speeds}, it has ${worst.wanted - worst.missing}${others}; use fewer cables, more members or a larger switch.`,
    where: [{ kind: 'device', id: group.deviceId, member: worst.member, blockId }, ...links],
  };
}

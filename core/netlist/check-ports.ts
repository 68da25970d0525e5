/** Finds members that need more ports than they have: one finding per port block, with the worst member by name. */
import { formatCount } from '../base/format-count.ts';
import type { Diagnostic, Fix, ObjectRef } from '../base/diagnostic.ts';
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
  if (!block || !group || !ends.some(isShort)) return null;
  const phases = ends.map(({ plan }) => getPhase(groups, plan));
  const firstPhase = Math.min(...phases);
  const worst: Overrun = {
    member: -1,
    wanted: 0,
    missing: 0,
    wantedFirst: 0,
    overrunMembers: 0,
    isShortAtFirst: false,
  };
  for (let member = 0; member < group.count; member += 1) {
    let wanted = 0;
    let wantedFirst = 0;
    let granted = 0;
    ends.forEach(({ request, grant }, index) => {
      const grantedHere = grant.granted[member] as number;
      const wantedHere = request.ports ? grantedHere : (request.wanted[member] as number);
      wanted += wantedHere;
      if (phases[index] === firstPhase) wantedFirst += wantedHere;
      granted += grantedHere;
    });
    if (wanted === granted) continue;
    worst.overrunMembers += 1;
    if (wantedFirst > granted) worst.isShortAtFirst = true;
    if (wanted - granted > worst.missing)
      Object.assign(worst, { member, wanted, wantedFirst, missing: wanted - granted });
  }
  if (worst.member < 0) return null;
  const isLater = phases.some((phase) => phase !== firstPhase) && !worst.isShortAtFirst;
  return isLater
    ? createLaterOverrun(group, block.block.id, ends, worst, firstPhase)
    : createOverrun(group, block.block.id, ends, worst);
}

/** A link that names its ports and cannot have them is a finding of its own. */
function isShort({ request: { ports, wanted }, grant: { granted } }: EndRequest): boolean {
  if (ports) return false;
  for (let member = 0; member < wanted.length; member += 1) if (wanted[member] !== granted[member]) return true;
  return false;
}

/** The member that lacks most ports, and how many others lack some. */
interface Overrun {
  member: number;
  wanted: number;
  missing: number;
  /** What the links of the first phase want of that member. */
  wantedFirst: number;
  overrunMembers: number;
  /** Some member lacks ports in the first phase already. */
  isShortAtFirst: boolean;
}

/** A link is cabled when both its ends are bought. */
function getPhase(groups: Groups, { groupA, groupB }: LinkPlan): number {
  return Math.max(groups.groups[groupA]?.phase ?? 1, groups.groups[groupB]?.phase ?? 1);
}

function nameMember(group: NetGroup, member: number): string {
  return formatMemberName(group.nameTemplate, member, Math.floor(member / group.membersPerPod));
}

function listPlaces(group: NetGroup, blockId: string, ends: readonly EndRequest[], member: number): ObjectRef[] {
  const links: ObjectRef[] = ends.map((end) => ({ kind: 'link', id: end.plan.link.id }));
  return [{ kind: 'device', id: group.deviceId, member, blockId }, ...links];
}

function createLaterOverrun(
  group: NetGroup,
  blockId: string,
  ends: readonly EndRequest[],
  { member, wanted, missing, wantedFirst }: Overrun,
  firstPhase: number,
): Diagnostic {
  return {
    code: 'growth.ports',
    severity: 'warning',
    message: `${nameMember(group, member)} needs ${wanted} ${blockId} ports when all phases are cabled, it has ${wanted - missing}: phase ${firstPhase} alone takes ${wantedFirst}. Buy more of these switches with a later phase, or leave ports free in the first.`,
    where: listPlaces(group, blockId, ends, member),
  };
}

function createOverrun(group: NetGroup, blockId: string, ends: readonly EndRequest[], worst: Overrun): Diagnostic {
  const speeds = [...new Set(ends.map((end) => `${end.plan.link.speedGbps}G`))].join(' and ');
  const others =
    worst.overrunMembers > 1
      ? ` (${formatCount(worst.overrunMembers)} of ${formatCount(group.count)} members are short of ports)`
      : '';
  const finding: Diagnostic = {
    code: 'ports.overrun',
    severity: 'error',
    message: `${nameMember(group, worst.member)} needs ${worst.wanted} ${blockId} ports of ${speeds}, it has ${worst.wanted - worst.missing}${others}; use fewer cables, more members or a larger switch.`,
    where: listPlaces(group, blockId, ends, worst.member),
  };
  const fix = ends.length === 1 ? createFix(group, ends[0] as EndRequest, worst) : undefined;
  return fix ? { ...finding, fix } : finding;
}

/** Where one link alone asks too much: fewer cables a pair, or more switches to deal its uplinks over. */
function createFix(group: NetGroup, { plan, request }: EndRequest, { wanted, missing }: Overrun): Fix | undefined {
  const { link } = plan;
  const owned = wanted - missing;
  const isDealtOver = link.pattern === 'spread' && link.b.deviceId === group.deviceId;
  if (isDealtOver && owned > 0 && link.within === 'all' && !link.b.members) {
    const total = request.wanted.reduce((sum, ofMember) => sum + ofMember, 0);
    const count = Math.ceil(total / owned);
    return {
      label: `Raise the count of ${group.name} to ${formatCount(count)}`,
      command: { name: 'setDeviceCount', args: { id: group.deviceId, count } },
    };
  }
  const cablesPerPair = Math.floor((link.cablesPerPair * owned) / wanted);
  // Rails take as many of a server's ports whatever the number of cables in each.
  if (cablesPerPair < 1 || link.pattern === 'rail' || isDealtOver) return undefined;
  return {
    label: `Lower the cables per pair to ${cablesPerPair}`,
    command: { name: 'editLink', args: { id: link.id, patch: { cablesPerPair } } },
  };
}

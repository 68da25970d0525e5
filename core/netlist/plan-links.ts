/**
 * Turns each link of the design into what elaboration needs: its two blocks, their modes at the link's speed, and the
 * member pairs of its pattern. Links that cannot have ports are kept with no pairs, and say why.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Memory } from '../base/memory.ts';
import { sortIds } from '../base/sort-ids.ts';
import type { Design, DeviceRole, Link, LinkEnd } from '../design/design.ts';
import { getMemberRun } from '../design/member-run.ts';
import type { Groups, PlannedBlock } from './groups.ts';
import type { NetGroup } from './netlist.ts';
import { checkPods } from './check-pods.ts';
import type { WiringSide } from './meetings.ts';
import { expandPattern, type MemberPairs } from './wiring.ts';

export interface LinkPlan {
  readonly link: Link;
  readonly fabric: number;
  readonly groupA: number;
  readonly groupB: number;
  readonly blockA: number;
  readonly blockB: number;
  /** Mode index at the link's speed; -1 = the block does not offer it. */
  readonly modeA: number;
  readonly modeB: number;
  readonly pairs: MemberPairs;
}

/** Distance from the endpoints by role: ports towards lower tiers come first on a switch. */
const TIER_OF_ROLE: Record<DeviceRole, number> = {
  endpoint: 0,
  storage: 0,
  management: 0,
  leaf: 1,
  spine: 2,
  core: 3,
  border: 3,
};

export function getTierOfRole(role: string): number {
  return TIER_OF_ROLE[role as DeviceRole] ?? 0;
}

export function planLinks(design: Design, groups: Groups, diagnostics: Diagnostic[], memory: Memory): LinkPlan[] {
  const fabricIndex = new Map(sortIds(design.fabrics).map((id, index) => [id, index]));
  const plans: LinkPlan[] = [];
  for (const id of sortIds(design.links)) {
    const link = design.links[id] as Link;
    const groupA = groups.groupOfDevice.get(link.a.deviceId);
    const groupB = groups.groupOfDevice.get(link.b.deviceId);
    const fabric = fabricIndex.get(link.fabricId);
    if (groupA === undefined || groupB === undefined || fabric === undefined) continue;
    const plan = planLink(link, fabric, groupA, groupB, groups, diagnostics, memory);
    if (plan) plans.push(plan);
  }
  return plans;
}

function planLink(
  link: Link,
  fabric: number,
  groupA: number,
  groupB: number,
  groups: Groups,
  diagnostics: Diagnostic[],
  memory: Memory,
): LinkPlan | null {
  const blockA = findBlock(groups, groupA, link.a.blockId);
  const blockB = findBlock(groups, groupB, link.b.blockId);
  if (blockA < 0 || blockB < 0) {
    diagnostics.push(createNoBlock(link, groups, groupA, groupB, blockA < 0));
    return null;
  }
  const modeA = findMode(link, groups, groupA, blockA, diagnostics);
  const modeB = findMode(link, groups, groupB, blockB, diagnostics);
  const sideA = createSide(groups, groupA, blockA, modeA, link.a, link.podSizes?.a);
  const sideB = createSide(groups, groupB, blockB, modeB, link.b, link.podSizes?.b);
  const pairs = recallPairs(link, sideA, sideB, memory);
  const podFinding = checkPods(
    link,
    { group: groups.groups[groupA] as NetGroup, side: sideA },
    { group: groups.groups[groupB] as NetGroup, side: sideB },
  );
  if (podFinding) diagnostics.push(podFinding);
  return { link, fabric, groupA, groupB, blockA, blockB, modeA, modeB, pairs };
}

/** Speed, length and medium of a link do not move its cables. */
function recallPairs(link: Link, sideA: WiringSide, sideB: WiringSide, memory: Memory): MemberPairs {
  const { a, b, pattern, within, cablesPerPair, cablesPerMember, lattice, pairs } = link;
  const inputs = [a.deviceId, b.deviceId, pattern, within, cablesPerPair, cablesPerMember, lattice, pairs];
  const sides = [sideA, sideB].flatMap((side) => [side.first, side.count, side.membersPerPod, side.portsPerMember]);
  return memory.settle(`pairs of ${link.id}`, [...inputs, ...sides], () => expandPattern(link, sideA, sideB));
}

function findBlock(groups: Groups, groupIndex: number, blockId: string): number {
  const group = groups.groups[groupIndex] as NetGroup;
  for (let block = group.firstBlock; block < group.firstBlock + group.blockCount; block += 1) {
    if (groups.blocks[block]?.block.id === blockId) return block;
  }
  return -1;
}

/** The run of members that the link end names, or all, and the ports that it can have on each. */
function createSide(
  groups: Groups,
  groupIndex: number,
  blockIndex: number,
  mode: number,
  end: LinkEnd,
  podSize: number | undefined,
): WiringSide {
  const group = groups.groups[groupIndex] as NetGroup;
  const block = groups.blocks[blockIndex] as PlannedBlock;
  const portsPerCage = block.block.modes[mode]?.portsPerCage ?? 0;
  const ports = block.cagesPerMember * portsPerCage;
  const { first, count } = getMemberRun(end, group);
  return {
    first,
    count: Math.max(0, Math.min(count, group.count - first)),
    membersPerPod: podSize ?? group.membersPerPod,
    portsPerMember: end.ports ? Math.max(0, Math.ceil((ports - end.ports.first) / end.ports.step)) : ports,
  };
}

/** The mode of the link's speed, or -1 with the reason noted. */
function findMode(
  link: Link,
  groups: Groups,
  groupIndex: number,
  blockIndex: number,
  diagnostics: Diagnostic[],
): number {
  const group = groups.groups[groupIndex] as NetGroup;
  const { block, cagesPerMember } = groups.blocks[blockIndex] as PlannedBlock;
  const where = [
    { kind: 'link', id: link.id } as const,
    { kind: 'device', id: group.deviceId, blockId: block.id } as const,
  ];
  if (cagesPerMember === 0) {
    const remedy =
      block.slotCount === null
        ? 'enter its ports in a part of your own'
        : `choose a NIC for its ${block.slotCount} adapter slots`;
    diagnostics.push({
      code: 'ports.unknown',
      severity: 'error',
      message: `The ${block.id} ports of ${group.name} are not known; ${remedy}.`,
      where,
    });
    return -1;
  }
  const mode = block.modes.findIndex((candidate) => candidate.speedGbps === link.speedGbps);
  if (mode < 0) {
    const offered = block.modes.map((candidate) => `${candidate.speedGbps}G`).join(', ');
    diagnostics.push({
      code: 'ports.speed',
      severity: 'error',
      message: `${group.name} offers ${offered} on its ${block.id} ports, but the link runs at ${link.speedGbps}G; pick a speed both ends offer.`,
      where,
    });
  }
  return mode;
}

function createNoBlock(link: Link, groups: Groups, groupA: number, groupB: number, missingAtA: boolean): Diagnostic {
  const group = groups.groups[missingAtA ? groupA : groupB] as NetGroup;
  const blockId = missingAtA ? link.a.blockId : link.b.blockId;
  return {
    code: 'ports.missing',
    severity: 'error',
    message: `${group.name} has no port block '${blockId}'; connect the link to one that its part has.`,
    where: [
      { kind: 'link', id: link.id },
      { kind: 'device', id: group.deviceId },
    ],
  };
}

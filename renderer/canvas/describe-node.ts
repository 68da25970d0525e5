/** Names for screen readers: one sentence that says what a sighted user reads off a node. */
import type { UnitCounts } from '#core/design/unit-contents.ts';
import { formatAtLeast, formatNumber, formatCount } from '../ui/format.ts';
import { describeBroken } from './broken-badge.tsx';
import type { DeviceNodeData, RackNodeData, UnitNodeData } from './canvas-node.ts';
import type { ProblemMark } from './index-report.ts';

/** 'DGX H100, 127 members, 1016 of 1016 compute ports used, 2 problems' */
export function describeDevice(data: Omit<DeviceNodeData, 'label'>): string {
  const main = data.ports.find((port) => port.blockId === data.mainBlockId);
  return joinFacts([
    data.name,
    `${data.role} device`,
    formatCount(data.count, 'member'),
    data.brokenCount > 0 ? describeBroken({ brokenCount: data.brokenCount, total: data.count }) : null,
    main && main.portsOwned !== null && main.portsUsed !== null
      ? `${main.portsUsed} of ${main.portsOwned} ${speakRole(main.role)} ports used`
      : null,
    data.scaleUp,
    data.isLocked ? 'locked' : null,
    data.isPartKnown ? null : 'part not in the catalog',
    describeProblems(data.problems),
  ]);
}

/** 'Compute rack, group of 32 racks, 32 of 42 units used, 2 devices' */
export function describeRack(data: Omit<RackNodeData, 'label'>, deviceCount: number): string {
  return joinFacts([
    data.name,
    data.count === 1 ? 'rack' : `group of ${formatNumber(data.count)} racks`,
    data.brokenCount > 0 ? describeBroken({ brokenCount: data.brokenCount, total: data.count }) : null,
    data.usedUnits === null ? null : `${data.usedUnits} of ${data.heightUnits} units used`,
    deviceCount === 0 ? 'empty' : `${deviceCount} device ${deviceCount === 1 ? 'group' : 'groups'}`,
    data.isLocked ? 'locked' : null,
    describeProblems(data.problems),
  ]);
}

/** 'SU 1, open scalable unit, 512 GPUs, 64 racks, 64 servers, 8 switches' */
export function describeUnit(data: Omit<UnitNodeData, 'label'>): string {
  return joinFacts([
    data.name,
    data.isCollapsed ? 'collapsed scalable unit' : 'open scalable unit',
    ...listCounts(data.counts),
    data.brokenCount > 0 ? `${formatCount(data.brokenCount, 'device')} broken` : null,
    data.isLocked ? 'locked' : null,
    describeProblems(data.problems),
  ]);
}

/** '512 GPUs', '64 racks', '8 switches'; what there is none of is left out. */
export function listCounts(counts: UnitCounts): string[] {
  const { gpuCount, isGpuCountPartial, rackCount, serverCount, switchCount, unknownCount } = counts;
  const facts: [number, string][] = [
    [gpuCount, formatAtLeast(formatCount(gpuCount, 'GPU'), isGpuCountPartial ? 1 : 0)],
    [rackCount, formatCount(rackCount, 'rack')],
    [serverCount, formatCount(serverCount, 'server')],
    [switchCount, formatCount(switchCount, 'switch', 'switches')],
    [unknownCount, `${formatCount(unknownCount, 'device')} not in the catalog`],
  ];
  return facts.filter(([count]) => count > 0).map(([, fact]) => fact);
}

/** `storage_inband` as people say it. */
export function speakRole(role: string): string {
  return role.replaceAll('_', ' ');
}

export function describeProblems(problems: ProblemMark | null): string | null {
  if (!problems) return null;
  return formatCount(problems.count, 'problem');
}

function joinFacts(facts: readonly (string | null | undefined)[]): string {
  return facts.filter((fact) => fact !== null && fact !== undefined).join(', ');
}

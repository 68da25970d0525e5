/** Names for screen readers: one sentence that says what a sighted user reads off a node. */
import { describeBroken } from './broken-badge.tsx';
import type { DeviceNodeData, RackNodeData } from './canvas-node.ts';
import type { ProblemMark } from './index-report.ts';

/** 'DGX H100, 127 members, 1016 of 1016 compute ports used, 2 problems' */
export function describeDevice(data: Omit<DeviceNodeData, 'label'>): string {
  const main = data.ports.find((port) => port.blockId === data.mainBlockId);
  return joinFacts([
    data.name,
    `${data.role} device`,
    data.count === 1 ? '1 member' : `${data.count} members`,
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
    data.count === 1 ? 'rack' : `group of ${data.count} racks`,
    data.brokenCount > 0 ? describeBroken({ brokenCount: data.brokenCount, total: data.count }) : null,
    data.usedUnits === null ? null : `${data.usedUnits} of ${data.heightUnits} units used`,
    deviceCount === 0 ? 'empty' : `${deviceCount} device ${deviceCount === 1 ? 'group' : 'groups'}`,
    data.isLocked ? 'locked' : null,
    describeProblems(data.problems),
  ]);
}

/** `storage_inband` as people say it. */
export function speakRole(role: string): string {
  return role.replaceAll('_', ' ');
}

export function describeProblems(problems: ProblemMark | null): string | null {
  if (!problems) return null;
  return `${problems.count} ${problems.count === 1 ? 'problem' : 'problems'}`;
}

function joinFacts(facts: readonly (string | null | undefined)[]): string {
  return facts.filter((fact) => fact !== null && fact !== undefined).join(', ');
}

/** Finds links whose pods or planes do not come out even. */
import { formatCount } from '../base/format-count.ts';
import type { Diagnostic, Fix } from '../base/diagnostic.ts';
import type { Link } from '../design/design.ts';
import type { WiringSide } from './meetings.ts';
import type { NetGroup } from './netlist.ts';

interface PodSide {
  readonly group: NetGroup;
  readonly side: WiringSide;
}

export function checkPods(link: Link, a: PodSide, b: PodSide): Diagnostic | null {
  // Inside one group there is one division into pods.
  if (a.group === b.group) return null;
  return checkPodCount(link, a, b) ?? checkPlanes(link, a, b);
}

function checkPodCount(link: Link, a: PodSide, b: PodSide): Diagnostic | null {
  if (link.within !== 'pod') return null;
  const podsA = countPods(a.side);
  const podsB = countPods(b.side);
  if (podsA === podsB) return null;
  const message = `${a.group.name} forms ${podsA} pods and ${b.group.name} ${podsB}; a link within pods needs the same number on both sides.`;
  const finding = createFinding(link, a, b, 'topology.pods', 'error', message);
  const isPlain = !link.podSizes && !link.a.members && !link.b.members;
  const fix = isPlain ? (createPodFix(b, podsA) ?? createPodFix(a, podsB)) : undefined;
  return fix ? { ...finding, fix } : finding;
}

/** Pods of another size, where the members of that side divide into the other side's number of pods. */
function createPodFix({ group }: PodSide, podCount: number): Fix | undefined {
  const membersPerPod = Math.ceil(group.count / podCount);
  if (Math.ceil(group.count / membersPerPod) !== podCount) return undefined;
  return {
    label: `Make pods of ${formatCount(membersPerPod)} in ${group.name}`,
    command: { name: 'editDevice', args: { id: group.deviceId, patch: { membersPerPod } } },
  };
}

function countPods(side: WiringSide): number {
  return Math.ceil(side.count / side.membersPerPod);
}

/** Each member of a pod of A has a plane of its own, with a share of B. */
function checkPlanes(link: Link, a: PodSide, b: PodSide): Diagnostic | null {
  if (link.pattern !== 'plane') return null;
  const planes = Math.min(a.side.membersPerPod, a.side.count);
  const countB = link.within === 'pod' ? Math.min(b.side.membersPerPod, b.side.count) : b.side.count;
  if (planes === 0 || countB % planes === 0) return null;
  const owners = link.within === 'pod' ? `a pod of ${b.group.name}` : b.group.name;
  if (countB < planes) {
    const message = `${a.group.name} forms ${formatCount(planes)} planes and ${owners} has ${formatCount(countB)} members, so ${planes - countB} of them have none; add members or make the pods smaller.`;
    return createFinding(link, a, b, 'topology.planes', 'error', message);
  }
  const message = `${a.group.name} forms ${planes} planes, over which the ${formatCount(countB)} members of ${owners} do not divide evenly: some planes have one more; make it a multiple of ${planes}.`;
  return createFinding(link, a, b, 'topology.planes', 'warning', message);
}

function createFinding(
  link: Link,
  a: PodSide,
  b: PodSide,
  code: string,
  severity: Diagnostic['severity'],
  message: string,
): Diagnostic {
  return {
    code,
    severity,
    message,
    where: [
      { kind: 'link', id: link.id },
      { kind: 'device', id: a.group.deviceId },
      { kind: 'device', id: b.group.deviceId },
    ],
  };
}

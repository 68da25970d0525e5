/** Which wiring patterns two groups, or two runs of one group, can follow. */
import type { Device, Link, LinkPattern } from '../design/design.ts';
import { getMemberRun } from '../design/member-run.ts';

const betweenGroups: readonly LinkPattern[] = ['mesh', 'rail', 'spread', 'pair', 'plane', 'explicit'];
const gridPatterns: readonly LinkPattern[] = ['torus', 'hyperx', 'slim-fly'];

/** What is offered for a link: inside one group members meet each other, or as listed; planes where they come out even. */
export function listPatterns(a: Device, b: Device): LinkPattern[] {
  if (a.id === b.id) return ['mesh', 'explicit'];
  return betweenGroups.filter((pattern) => pattern !== 'plane' || formsEvenPlanes(a, b));
}

/** A stands in several pods, and B can be shared out evenly over the members of one. */
export function formsEvenPlanes(a: Device, b: Device): boolean {
  const { membersPerPod } = a;
  return membersPerPod !== null && membersPerPod > 1 && membersPerPod < a.count && b.count % membersPerPod === 0;
}

/**
 * Wider than what is offered: grids come from generators and stay as they are when their link is edited, planes may be uneven,
 * and runs of one group that lie apart are like two groups.
 */
export function isPatternPossible(link: Link, a: Device, b: Device): boolean {
  if (a.id !== b.id) return betweenGroups.includes(link.pattern);
  if (link.pattern === 'mesh' || link.pattern === 'explicit') return true;
  const runA = getMemberRun(link.a, a);
  const runB = getMemberRun(link.b, b);
  const isOneRun = runA.first === runB.first && runA.count === runB.count;
  if (link.pattern === 'global') return isOneRun;
  if (gridPatterns.includes(link.pattern)) return isOneRun && link.lattice !== undefined;
  if (link.pattern === 'pair') return runA.first !== runB.first;
  return runA.first + runA.count <= runB.first || runB.first + runB.count <= runA.first;
}

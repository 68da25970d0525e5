/** Which runs of members of the two sides of a link meet: whole sides, pod by pod, or plane by plane. */
import type { Link } from '../design/design.ts';

/** One side of a link, as far as a pattern needs to know it. */
export interface WiringSide {
  /** Where the link's run of members begins in its group. */
  readonly first: number;
  /** Members of the run: patterns and pods number them from 0. */
  readonly count: number;
  /** For this link. */
  readonly membersPerPod: number;
  /** Ports that the link can have on one member. */
  readonly portsPerMember: number;
}

/** A run of members of each side that may meet. */
export interface Meeting {
  readonly firstA: number;
  readonly countA: number;
  readonly firstB: number;
  readonly countB: number;
}

export function listMeetings(link: Link, sideA: WiringSide, sideB: WiringSide): Meeting[] {
  if (link.pattern === 'plane') return listPlanes(link, sideA, sideB);
  if (link.within === 'pod') return listPods(sideA, sideB);
  return [{ firstA: 0, countA: sideA.count, firstB: 0, countB: sideB.count }];
}

/** Pod by pod; pods that exist on one side only meet nobody. */
function listPods(sideA: WiringSide, sideB: WiringSide): Meeting[] {
  const meetings: Meeting[] = [];
  for (let pod = 0; ; pod += 1) {
    const firstA = pod * sideA.membersPerPod;
    const firstB = pod * sideB.membersPerPod;
    if (firstA >= sideA.count || firstB >= sideB.count) return meetings;
    const countA = Math.min(sideA.membersPerPod, sideA.count - firstA);
    const countB = Math.min(sideB.membersPerPod, sideB.count - firstB);
    meetings.push({ firstA, countA, firstB, countB });
  }
}

/**
 * Member s of every pod of A meets the s-th of as many runs of B as a pod of A has members; with `within: pod`, of runs of B's
 * pod of the same number. The runs are equal where B divides evenly, else they differ by one.
 */
function listPlanes(link: Link, sideA: WiringSide, sideB: WiringSide): Meeting[] {
  const planeCount = Math.min(sideA.membersPerPod, sideA.count);
  const isInPod = link.within === 'pod';
  const meetings: Meeting[] = [];
  for (let a = 0; a < sideA.count; a += 1) {
    const pod = Math.floor(a / sideA.membersPerPod);
    const plane = a % sideA.membersPerPod;
    const firstOfPod = isInPod ? pod * sideB.membersPerPod : 0;
    const countOfPod = isInPod ? Math.min(sideB.membersPerPod, sideB.count - firstOfPod) : sideB.count;
    if (countOfPod <= 0) break;
    const start = Math.floor((plane * countOfPod) / planeCount);
    const end = Math.floor(((plane + 1) * countOfPod) / planeCount);
    meetings.push({ firstA: a, countA: 1, firstB: firstOfPod + start, countB: end - start });
  }
  return meetings;
}

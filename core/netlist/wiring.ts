/**
 * Wiring patterns: which member of A meets which member of B, cable by cable. The order of the pairs decides
 * the order in which ports are taken, so it is part of the meaning: A's members ascending, its ports ascending.
 */
import type { Link } from '../design/design.ts';
import { expandLattice, isLatticePattern } from './wiring-lattice.ts';

/** One side of a link, as far as a pattern needs to know it. */
export interface WiringSide {
  readonly count: number;
  readonly membersPerPod: number;
  /** Ports of the block on one member at the link's speed. */
  readonly portsPerMember: number;
}

/** Parallel lists: cable n joins member a[n] of A to member b[n] of B. */
export interface MemberPairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

class PairList {
  private a = new Uint32Array(256);
  private b = new Uint32Array(256);
  private length = 0;

  add(a: number, b: number): void {
    if (this.length === this.a.length) {
      this.a = grow(this.a);
      this.b = grow(this.b);
    }
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.length += 1;
  }

  finish(): MemberPairs {
    return { a: this.a.slice(0, this.length), b: this.b.slice(0, this.length) };
  }
}

function grow(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** A run of members of each side that may meet. */
interface Meeting {
  readonly firstA: number;
  readonly countA: number;
  readonly firstB: number;
  readonly countB: number;
}

/** Whole groups, or pod by pod; pods that exist on one side only meet nobody. */
function listMeetings(link: Link, sideA: WiringSide, sideB: WiringSide): Meeting[] {
  if (link.within === 'all') return [{ firstA: 0, countA: sideA.count, firstB: 0, countB: sideB.count }];
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

/** Expands the link's pattern. Linear in the number of cables. */
export function expandPattern(link: Link, sideA: WiringSide, sideB: WiringSide): MemberPairs {
  const pairs = new PairList();
  if (link.pattern === 'explicit') {
    expandExplicit(link, sideA, sideB, pairs);
    return pairs.finish();
  }
  if (isLatticePattern(link.pattern)) {
    const membersPerPod = link.podSizes?.a ?? sideA.membersPerPod;
    expandLattice(link, { count: sideA.count, membersPerPod }, (a, b) => pairs.add(a, b));
    return pairs.finish();
  }
  for (const meeting of listMeetings(link, sideA, sideB)) {
    if (link.pattern === 'mesh') expandMesh(link, meeting, pairs);
    else if (link.pattern === 'rail') expandRail(link, meeting, sideA.portsPerMember, pairs);
    else if (link.pattern === 'spread') expandSpread(link, meeting, pairs);
    else expandPair(link, meeting, pairs);
  }
  return pairs.finish();
}

/** Inside one group (inter-switch links) every two members meet once, and nobody meets itself. */
function expandMesh(link: Link, meeting: Meeting, pairs: PairList): void {
  const sameGroup = link.a.deviceId === link.b.deviceId;
  for (let i = 0; i < meeting.countA; i += 1) {
    for (let j = sameGroup ? i + 1 : 0; j < meeting.countB; j += 1) {
      for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(meeting.firstA + i, meeting.firstB + j);
    }
  }
}

/**
 * Rail r = ports r*k .. r*k+k-1 of every A, k = cablesPerPair. With fewer Bs than rails, rails wrap around;
 * with more, the As of the meeting are shared out in order over sets of Bs, one B per rail in each set.
 */
function expandRail(link: Link, meeting: Meeting, portsPerMember: number, pairs: PairList): void {
  const railCount = Math.max(1, Math.floor(portsPerMember / link.cablesPerPair));
  const setCount = Math.max(1, Math.floor(meeting.countB / railCount));
  const membersPerSet = Math.ceil(meeting.countA / setCount);
  for (let i = 0; i < meeting.countA; i += 1) {
    const firstOfSet = Math.floor(i / membersPerSet) * railCount;
    for (let rail = 0; rail < railCount; rail += 1) {
      const b = meeting.firstB + ((firstOfSet + rail) % meeting.countB);
      for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(meeting.firstA + i, b);
    }
  }
}

/** Deals uplinks like cards: A number i starts where A number i-1 stopped, so no B stays dark and no two differ by more than one. */
function expandSpread(link: Link, meeting: Meeting, pairs: PairList): void {
  let next = 0;
  for (let i = 0; i < meeting.countA; i += 1) {
    for (let k = 0; k < link.cablesPerPair; k += 1) {
      pairs.add(meeting.firstA + i, meeting.firstB + next);
      next = (next + 1) % meeting.countB;
    }
  }
}

function expandPair(link: Link, meeting: Meeting, pairs: PairList): void {
  const count = Math.min(meeting.countA, meeting.countB);
  for (let i = 0; i < count; i += 1) {
    for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(meeting.firstA + i, meeting.firstB + i);
  }
}

function expandExplicit(link: Link, sideA: WiringSide, sideB: WiringSide, pairs: PairList): void {
  for (const [a, b] of link.pairs) {
    if (a >= sideA.count || b >= sideB.count) continue;
    for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(a, b);
  }
}

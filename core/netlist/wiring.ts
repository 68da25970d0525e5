/**
 * Wiring patterns: which member of A meets which member of B, cable by cable. The order of the pairs decides
 * the order in which ports are taken, so it is part of the meaning: A's members ascending, its ports ascending.
 * Patterns see only the runs of members that the link names, numbered from 0; the pairs name members of the groups.
 */
import { Lasting } from '../base/lasting.ts';
import type { Link } from '../design/design.ts';
import { listMeetings, type Meeting, type WiringSide } from './meetings.ts';
import { expandLattice, isLatticePattern } from './wiring-lattice.ts';

/** Parallel lists: cable n joins member a[n] of A's group to member b[n] of B's. */
export interface MemberPairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

class PairList extends Lasting {
  private a: Uint32Array<ArrayBuffer>;
  private b: Uint32Array<ArrayBuffer>;
  private length = 0;
  private readonly firstA: number;
  private readonly firstB: number;
  private readonly isOneGroup: boolean;

  constructor(link: Link, sideA: WiringSide, sideB: WiringSide) {
    super();
    this.firstA = sideA.first;
    this.firstB = sideB.first;
    this.isOneGroup = link.a.deviceId === link.b.deviceId;
    // As many as there are ports for; a link that asks for more than there are grows on.
    const portsA = sideA.count * sideA.portsPerMember;
    const portsB = sideB.count * sideB.portsPerMember;
    const capacity = Math.max(256, Math.min(portsA, portsB));
    this.a = new Uint32Array(capacity);
    this.b = new Uint32Array(capacity);
  }

  /** Members as the runs number them. Nobody is joined to itself. */
  add(a: number, b: number): void {
    if (this.isOneGroup && this.firstA + a === this.firstB + b) return;
    if (this.length === this.a.length) {
      this.a = grow(this.a);
      this.b = grow(this.b);
    }
    this.a[this.length] = this.firstA + a;
    this.b[this.length] = this.firstB + b;
    this.length += 1;
  }

  finish(): MemberPairs {
    if (this.length === this.a.length) return { a: this.a, b: this.b };
    return { a: this.a.slice(0, this.length), b: this.b.slice(0, this.length) };
  }
}

function grow(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Expands the link's pattern. Linear in the number of cables. */
export function expandPattern(link: Link, sideA: WiringSide, sideB: WiringSide): MemberPairs {
  const pairs = new PairList(link, sideA, sideB);
  if (sideA.count === 0 || sideB.count === 0) return pairs.finish();
  if (link.pattern === 'explicit') {
    expandExplicit(link, sideA, sideB, pairs);
    return pairs.finish();
  }
  if (isLatticePattern(link.pattern)) {
    // One set of members joined to itself: both ends must mean the same ones.
    const isOneRun = sideA.first === sideB.first && sideA.count === sideB.count;
    if (isOneRun) expandLattice(link, sideA, (a, b) => pairs.add(a, b));
    return pairs.finish();
  }
  for (const meeting of listMeetings(link, sideA, sideB)) {
    if (link.pattern === 'mesh' || link.pattern === 'plane')
      expandMesh(link, meeting, sideA.first - sideB.first, pairs);
    else if (link.pattern === 'rail') expandRail(link, meeting, sideA.portsPerMember, pairs);
    else if (link.pattern === 'spread') expandSpread(link, meeting, pairs);
    else expandPair(link, meeting, pairs);
  }
  return pairs.finish();
}

/**
 * Inside one group (inter-switch links) every two members meet once: of two that are both on both sides, the lower is A.
 * `shift` is how far A's run begins behind B's in their group.
 */
function expandMesh(link: Link, meeting: Meeting, shift: number, pairs: PairList): void {
  if (link.a.deviceId === link.b.deviceId) {
    expandInsideMesh(link, meeting, shift, pairs);
    return;
  }
  for (let i = 0; i < meeting.countA; i += 1) {
    for (let j = 0; j < meeting.countB; j += 1) {
      for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(meeting.firstA + i, meeting.firstB + j);
    }
  }
}

function expandInsideMesh(link: Link, meeting: Meeting, shift: number, pairs: PairList): void {
  const { firstA, countA, firstB, countB } = meeting;
  for (let a = firstA; a < firstA + countA; a += 1) {
    // The members a and b as the other side numbers them.
    const aInB = a + shift;
    const isAInB = aInB >= firstB && aInB < firstB + countB;
    for (let b = firstB; b < firstB + countB; b += 1) {
      const bInA = b - shift;
      const isBInA = bInA >= firstA && bInA < firstA + countA;
      if (isAInB && isBInA && bInA < a) continue;
      for (let k = 0; k < link.cablesPerPair; k += 1) pairs.add(a, b);
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

/**
 * Deals the cages of blocks where order alone does not do: links that name their ports come first and get those or
 * nothing; the others go around them. A mode that blocks the next cage takes the first of a pair of cages (1 and 2, 3 and
 * 4 ...) and leaves the second without ports. Cost: ports wanted, and takers x cages for each member.
 */
import { Lasting } from '../base/lasting.ts';
import type { PlannedBlock } from './groups.ts';
import { BLOCKED } from './netlist.ts';
import type { PortConflict, Taker } from './port-grant.ts';

const FRESH = -1;

/** The cages of one member while they are dealt. */
class Desk extends Lasting {
  readonly cageCount: number;
  /** Mode of each cage, FRESH or BLOCKED. */
  readonly modes: Int16Array;
  private readonly portsPerRow: number;
  private readonly taken: Uint8Array;
  /** First taker of each cage. */
  private readonly owners: (Taker | null)[];

  constructor(block: PlannedBlock) {
    super();
    this.cageCount = block.cagesPerMember;
    this.portsPerRow = Math.max(1, ...block.block.modes.map((mode) => mode.portsPerCage));
    this.modes = new Int16Array(this.cageCount);
    this.taken = new Uint8Array(this.cageCount * this.portsPerRow);
    this.owners = [];
    this.clear();
  }

  clear(): void {
    this.modes.fill(FRESH);
    this.taken.fill(0);
    for (let cage = 0; cage < this.cageCount; cage += 1) this.owners[cage] = null;
  }

  isTaken(cage: number, port: number): boolean {
    return this.taken[cage * this.portsPerRow + port] === 1;
  }

  /** A fresh cage that the taker's mode can have: with a blocking mode, the first of a pair whose second is fresh too. */
  canOpen(cage: number, taker: Taker): boolean {
    if (this.modes[cage] !== FRESH) return false;
    if (!taker.blocksNextCage) return true;
    return cage % 2 === 0 && (cage + 1 >= this.cageCount || this.modes[cage + 1] === FRESH);
  }

  take(cage: number, port: number, taker: Taker): void {
    const owner = this.owners[cage] as Taker | null;
    if (owner === null) {
      this.owners[cage] = taker;
      this.modes[cage] = taker.request.mode;
      if (taker.blocksNextCage && cage + 1 < this.cageCount) this.modes[cage + 1] = BLOCKED;
    } else if (owner !== taker) {
      owner.grant.sharesCages = true;
      taker.grant.sharesCages = true;
    }
    this.taken[cage * this.portsPerRow + port] = 1;
  }
}

/** Fills the takers' grants and the modes of the block's cages. The grants must be listed ones. */
export function dealCages(block: PlannedBlock, takers: readonly Taker[], cageMode: Uint8Array): void {
  const memberCount = takers[0]?.request.wanted.length ?? 0;
  const named = takers.filter((taker) => taker.request.ports !== null);
  const automatic = takers.filter((taker) => taker.request.ports === null);
  const desk = new Desk(block);
  for (let member = 0; member < memberCount; member += 1) {
    const firstCage = member * block.cagesPerMember;
    desk.clear();
    for (const taker of named) takeNamed(desk, taker, member, firstCage);
    const isPacked = needsPacking(desk, automatic, member);
    for (const taker of automatic) takeFree(desk, taker, member, firstCage, isPacked);
    for (let cage = 0; cage < desk.cageCount; cage += 1) {
      const mode = desk.modes[cage] as number;
      if (mode !== FRESH) cageMode[firstCage + cage] = mode;
    }
  }
}

function takeNamed(desk: Desk, taker: Taker, member: number, firstCage: number): void {
  const { request, portsPerCage } = taker;
  const wanted = request.wanted[member] as number;
  const { first, step } = request.ports ?? { first: 0, step: 1 };
  for (let n = 0; n < wanted; n += 1) {
    const place = first + n * step;
    const cage = Math.floor(place / portsPerCage);
    if (cage >= desk.cageCount) return;
    const port = place % portsPerCage;
    const reason = explainConflict(desk, taker, cage, port);
    if (reason) noteConflict(taker, { member, port: place, cage, reason });
    else grantPort(desk, taker, member, n, firstCage, cage, port);
  }
}

function explainConflict(desk: Desk, taker: Taker, cage: number, port: number): PortConflict['reason'] | null {
  const mode = desk.modes[cage] as number;
  if (mode === FRESH) return desk.canOpen(cage, taker) ? null : 'blocked';
  if (mode === BLOCKED) return 'blocked';
  if (mode !== taker.request.mode) return 'mode';
  return desk.isTaken(cage, port) ? 'taken' : null;
}

function noteConflict({ grant: { listed } }: Taker, conflict: PortConflict): void {
  if (!listed) return;
  listed.conflicts[conflict.member] = (listed.conflicts[conflict.member] as number) + 1;
  listed.firstConflict ??= conflict;
}

function grantPort(
  desk: Desk,
  taker: Taker,
  member: number,
  n: number,
  firstCage: number,
  cage: number,
  port: number,
): void {
  const { granted, listed } = taker.grant;
  if (!listed) return;
  const place = (listed.start[member] as number) + n;
  listed.cage[place] = firstCage + cage;
  listed.port[place] = port;
  granted[member] = (granted[member] as number) + 1;
  desk.take(cage, port, taker);
}

/** True when the links cannot all have cages of their own. */
function needsPacking(desk: Desk, takers: readonly Taker[], member: number): boolean {
  let fresh = 0;
  for (const mode of desk.modes) if (mode === FRESH) fresh += 1;
  let needed = 0;
  for (const { request, portsPerCage, blocksNextCage } of takers)
    needed += Math.ceil((request.wanted[member] as number) / portsPerCage) * (blocksNextCage ? 2 : 1);
  return needed > fresh;
}

/** Fresh cages first and then what others left over in cages of the same mode; the other way round when room is short. */
function takeFree(desk: Desk, taker: Taker, member: number, firstCage: number, isPacked: boolean): void {
  let next = 0;
  for (const opensFresh of isPacked ? [false, true] : [true, false]) {
    for (let cage = 0; cage < desk.cageCount; cage += 1) {
      if (next >= (taker.request.wanted[member] as number)) return;
      const isOpen = opensFresh ? desk.canOpen(cage, taker) : desk.modes[cage] === taker.request.mode;
      if (!isOpen) continue;
      for (let port = 0; port < taker.portsPerCage && next < (taker.request.wanted[member] as number); port += 1) {
        if (desk.isTaken(cage, port)) continue;
        grantPort(desk, taker, member, next, firstCage, cage, port);
        next += 1;
      }
    }
  }
}

/**
 * A group of ranks as its scale-up domains see it, in ring order: at each stop so many ranks, and the working cables that are
 * theirs. A group with all ranks of a domain has all of its cables, else each rank's share by number; where those are broken, any
 * other of the domain stands in. Stops of one class have the same ranks on the same cables.
 */
import { Lasting } from '../base/lasting.ts';
import type { DomainClasses } from './domain-classes.ts';
import type { JobPlacement } from './job-placement.ts';

export class GroupStops extends Lasting {
  count = 0;
  /** By stop: its ranks, where they start in the placement's groupRanks, its domain and its class. */
  readonly ranks: Uint32Array;
  readonly firstRankAt: Uint32Array;
  readonly domain: Uint32Array;
  readonly classOf: Uint32Array;
  /** By class: cables of an example, by slot. Classes stay from group to group. */
  readonly cablesOf: Uint32Array[] = [];
  private readonly placement: JobPlacement;
  private readonly domainClasses: DomainClasses;
  /** By class of domains, for groups that hold all ranks of a domain; -1 = not met yet. */
  private readonly wholeClass: Int32Array;
  /** By class of domains and pattern of ranks. */
  private readonly partClass = new Map<number, number>();

  constructor(placement: JobPlacement, domainClasses: DomainClasses) {
    super();
    const most = Math.min(placement.groupSize, placement.domains.count);
    this.placement = placement;
    this.domainClasses = domainClasses;
    this.ranks = new Uint32Array(most);
    this.firstRankAt = new Uint32Array(most);
    this.domain = new Uint32Array(most);
    this.classOf = new Uint32Array(most);
    this.wholeClass = new Int32Array(domainClasses.example.length).fill(-1);
  }

  /** A domain stops a group once at most: ranks of a group are in ascending order. */
  read(group: number): void {
    const { groupSize, groupRanks, rankDomain, domains } = this.placement;
    const { firstRank } = domains;
    const end = (group + 1) * groupSize;
    this.count = 0;
    for (let at = group * groupSize; at < end; ) {
      const domain = rankDomain[groupRanks[at] as number] as number;
      const domainFirst = firstRank[domain] as number;
      let pattern = 0;
      let next = at;
      while (next < end && rankDomain[groupRanks[next] as number] === domain) {
        pattern = (Math.imul(pattern, 31) + (groupRanks[next] as number) - domainFirst + 1) & 0x3ffffff;
        next += 1;
      }
      const isWhole = next - at === (firstRank[domain + 1] as number) - domainFirst;
      this.ranks[this.count] = next - at;
      this.firstRankAt[this.count] = at;
      this.domain[this.count] = domain;
      this.classOf[this.count] = isWhole ? this.findWhole(domain) : this.findPart(domain, pattern, at, next);
      this.count += 1;
      at = next;
    }
  }

  private findWhole(domain: number): number {
    const own = this.domainClasses.classOf[domain] as number;
    const known = this.wholeClass[own] as number;
    if (known >= 0) return known;
    this.wholeClass[own] = this.cablesOf.length;
    this.cablesOf.push(this.listCables(domain));
    return this.cablesOf.length - 1;
  }

  private findPart(domain: number, pattern: number, fromRank: number, toRank: number): number {
    const key = (this.domainClasses.classOf[domain] as number) * 2 ** 26 + pattern;
    const known = this.partClass.get(key);
    if (known !== undefined) return known;
    this.partClass.set(key, this.cablesOf.length);
    const all = this.listCables(domain);
    const ranks = this.placement.groupRanks.subarray(fromRank, toRank);
    const own = all.filter((cable) => ranks.some((rank) => ownsCable(this.placement, rank, domain, cable)));
    this.cablesOf.push(own.length > 0 ? own : all);
    return this.cablesOf.length - 1;
  }

  private listCables(domain: number): Uint32Array {
    const { firstCable } = this.placement.domains;
    const first = firstCable[domain] as number;
    return Uint32Array.from({ length: (firstCable[domain + 1] as number) - first }, (_, i) => first + i);
  }
}

/** Ranks of a domain share out its slots in order; with fewer slots than ranks several ranks share one. */
export function ownsCable({ domains }: JobPlacement, rank: number, domain: number, cable: number): boolean {
  const firstRank = domains.firstRank[domain] as number;
  const domainRanks = (domains.firstRank[domain + 1] as number) - firstRank;
  const slotCount = domains.slotCount[domain] as number;
  const slot = domains.cables.slot[cable] as number;
  const from = Math.floor(((rank - firstRank) * slotCount) / domainRanks);
  const to = Math.floor(((rank - firstRank + 1) * slotCount) / domainRanks);
  return slot >= from && slot < Math.max(to, from + 1);
}

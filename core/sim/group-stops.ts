/**
 * A group of ranks as its scale-up domains see it, in ring order: at each stop so many ranks, and the working cables that are
 * theirs. A group with all ranks of a domain has all of its cables, else each rank's share by number; where those are broken, any
 * other of the domain stands in.
 */
import type { JobPlacement } from './job-placement.ts';

export class GroupStops {
  count = 0;
  /** By stop: its ranks, and where they start in the placement's groupRanks. */
  readonly ranks: Uint32Array;
  readonly firstRankAt: Uint32Array;
  /** Cables of stop s are cable[firstCable[s]] .. cable[firstCable[s + 1] - 1], by slot. */
  readonly firstCable: Uint32Array;
  readonly cable: Uint32Array;
  private readonly placement: JobPlacement;
  private cableEnd = 0;

  constructor(placement: JobPlacement) {
    const most = Math.min(placement.groupSize, placement.domains.count);
    this.placement = placement;
    this.ranks = new Uint32Array(most);
    this.firstRankAt = new Uint32Array(most);
    this.firstCable = new Uint32Array(most + 1);
    // A domain stops a group once at most: ranks of a group are in ascending order.
    this.cable = new Uint32Array(placement.domains.cables.slot.length);
  }

  read(group: number): void {
    const { groupSize, groupRanks, rankDomain } = this.placement;
    this.count = 0;
    this.cableEnd = 0;
    const end = (group + 1) * groupSize;
    for (let at = group * groupSize; at < end; ) {
      const domain = rankDomain[groupRanks[at] as number] as number;
      let next = at + 1;
      while (next < end && rankDomain[groupRanks[next] as number] === domain) next += 1;
      this.ranks[this.count] = next - at;
      this.firstRankAt[this.count] = at;
      this.addCables(domain, at, next);
      this.count += 1;
      this.firstCable[this.count] = this.cableEnd;
      at = next;
    }
  }

  private addCables(domain: number, fromRank: number, toRank: number): void {
    const { domains, groupRanks } = this.placement;
    const first = domains.firstCable[domain] as number;
    const end = domains.firstCable[domain + 1] as number;
    const domainRanks = (domains.firstRank[domain + 1] as number) - (domains.firstRank[domain] as number);
    const start = this.cableEnd;
    if (toRank - fromRank < domainRanks) {
      for (let cable = first; cable < end; cable += 1) {
        for (let at = fromRank; at < toRank; at += 1) {
          if (!ownsCable(this.placement, groupRanks[at] as number, domain, cable)) continue;
          this.push(cable);
          break;
        }
      }
    }
    if (this.cableEnd > start) return;
    for (let cable = first; cable < end; cable += 1) this.push(cable);
  }

  private push(cable: number): void {
    this.cable[this.cableEnd] = cable;
    this.cableEnd += 1;
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

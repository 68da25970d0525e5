/**
 * A group of ranks as its scale-up domains see it, in ring order: at each stop so many ranks and the cables that are theirs. Cables of
 * one number make a channel from stop to stop; where a stop lacks that cable, another of its own stands in.
 */
import type { JobPlacement } from '../job-placement.ts';

export interface RingStops {
  readonly count: number;
  readonly rankCount: Uint32Array;
  /** Cables of one stop, at most. */
  readonly channelCount: number;
  /** Index into the placement's cables: of stop s over channel c at s * channelCount + c; -1 = the stop has no working cable. */
  readonly cable: Int32Array;
}

export function listRingStops(placement: JobPlacement, group: number): RingStops {
  const { groupSize, groupRanks, rankDomain } = placement;
  const first = group * groupSize;
  const starts: number[] = [];
  for (let i = 0; i < groupSize; i += 1) {
    const domain = rankDomain[groupRanks[first + i] as number];
    if (i === 0 || domain !== rankDomain[groupRanks[first + i - 1] as number]) starts.push(i);
  }
  const rankCount = Uint32Array.from(starts, (start, stop) => (starts[stop + 1] ?? groupSize) - start);
  const cables = starts.map((start, stop) => {
    const from = first + start;
    return listCables(placement, groupRanks.subarray(from, from + (rankCount[stop] as number)));
  });
  const { slot } = placement.domains.cables;
  const slots = listSlots(cables, slot);
  const cable = new Int32Array(starts.length * slots.length);
  cables.forEach((own, stop) => {
    const isRegular = own.length === slots.length;
    slots.forEach((wanted, channel) => {
      const found = isRegular ? own[channel] : own.find((each) => slot[each] === wanted);
      cable[stop * slots.length + channel] = found ?? own[channel % Math.max(1, own.length)] ?? -1;
    });
  });
  return { count: starts.length, rankCount, channelCount: slots.length, cable };
}

/** Cables of ranks of one domain: all of them for all of its ranks, else each rank's share by number. */
function listCables({ domains, rankDomain }: JobPlacement, ranks: Uint32Array): number[] {
  const domain = rankDomain[ranks[0] as number] as number;
  const firstRank = domains.firstRank[domain] as number;
  const domainRanks = (domains.firstRank[domain + 1] as number) - firstRank;
  const firstCable = domains.firstCable[domain] as number;
  const all = Array.from({ length: (domains.firstCable[domain + 1] as number) - firstCable }, (_, i) => firstCable + i);
  if (ranks.length === domainRanks) return all;
  const slotCount = domains.slotCount[domain] as number;
  const isOwn = new Uint8Array(slotCount);
  for (const rank of ranks) {
    const from = Math.floor(((rank - firstRank) * slotCount) / domainRanks);
    const to = Math.floor(((rank - firstRank + 1) * slotCount) / domainRanks);
    isOwn.fill(1, from, Math.max(to, from + 1));
  }
  const own = all.filter((cable) => isOwn[domains.cables.slot[cable] as number] === 1);
  return own.length > 0 ? own : all;
}

/** Numbers that occur, ascending. Most often every stop has the same. */
function listSlots(cables: readonly number[][], slot: Uint16Array): number[] {
  const seen = new Uint8Array(65536);
  for (const own of cables) for (const cable of own) seen[slot[cable] as number] = 1;
  const slots: number[] = [];
  for (let i = 0; i < seen.length; i += 1) if (seen[i] === 1) slots.push(i);
  return slots;
}

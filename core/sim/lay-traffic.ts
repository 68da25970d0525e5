/** Lays the traffic of every collective of a job on its fabric, all groups at once: ring, trees, all-to-all, neighbours. */
import { CutMeter } from './cut-meter.ts';
import { listTreeParents } from './flow/binary-trees.ts';
import { GroupStops, ownsCable } from './group-stops.ts';
import type { JobPlacement } from './job-placement.ts';
import { PairCables } from './pair-cables.ts';
import { PairwiseMass } from './pairwise-mass.ts';

export function layTraffic(placement: JobPlacement): CutMeter {
  const meter = new CutMeter(placement);
  const stops = new GroupStops(placement);
  const { slotCount, cables } = placement.domains;
  const most = slotCount.reduce((x, y) => Math.max(x, y), 0);
  const pair = new PairCables(cables, meter.partOfCable, most);
  const mass = new PairwiseMass(placement, meter, most);
  for (let group = 0; group < placement.groupCount; group += 1) {
    stops.read(group);
    if (stops.count < 2) continue;
    layRing(meter, stops, pair, placement.groupSize);
    layTrees(meter, stops, pair);
    mass.lay(stops);
    layNeighbours(placement, meter, stops);
  }
  return meter;
}

/** (n - 1) / n of the message over every step between domains. */
function layRing(meter: CutMeter, stops: GroupStops, pair: PairCables, groupSize: number): void {
  const bytes = (groupSize - 1) / groupSize;
  for (let stop = 0; stop < stops.count; stop += 1) {
    pair.match(stops, stop, (stop + 1) % stops.count);
    for (let i = 0; i < pair.count; i += 1) {
      meter.add('ring', pair.from[i] as number, pair.to[i] as number, bytes * (pair.share[i] as number));
    }
  }
}

/** Half of the message in each tree: reduced towards the root, then sent back. */
function layTrees(meter: CutMeter, stops: GroupStops, pair: PairCables): void {
  for (const parents of listTreeParents(stops.count)) {
    for (let stop = 0; stop < stops.count; stop += 1) {
      const parent = parents[stop] as number;
      if (parent < 0) continue;
      pair.match(stops, stop, parent);
      for (let i = 0; i < pair.count; i += 1) {
        const bytes = 0.5 * (pair.share[i] as number);
        meter.add('tree', pair.from[i] as number, pair.to[i] as number, bytes);
        meter.add('tree', pair.to[i] as number, pair.from[i] as number, bytes);
      }
    }
  }
}

/** Every rank sends the message to the next one; between domains over the cables of the one that receives. */
function layNeighbours(placement: JobPlacement, meter: CutMeter, stops: GroupStops): void {
  const { groupRanks, rankDomain, domains } = placement;
  const { slot, gbps } = domains.cables;
  for (let stop = 0; stop < stops.count; stop += 1) {
    const next = (stop + 1) % stops.count;
    const rank = groupRanks[stops.firstRankAt[next] as number] as number;
    const domain = rankDomain[rank] as number;
    const first = stops.firstCable[next] as number;
    const end = stops.firstCable[next + 1] as number;
    const isOwn = (cable: number): boolean => ownsCable(placement, rank, domain, cable);
    let total = 0;
    for (let i = first; i < end; i += 1) {
      if (isOwn(stops.cable[i] as number)) total += gbps[stops.cable[i] as number] as number;
    }
    for (let i = first; i < end; i += 1) {
      const to = stops.cable[i] as number;
      // All of its own broken: the first that works stands in.
      const share = total > 0 ? (isOwn(to) ? (gbps[to] as number) / total : 0) : i === first ? 1 : 0;
      if (share === 0) continue;
      const from = findPartner(stops, meter, stop, to, slot);
      if (from >= 0) meter.add('sendRecv', from, to, share);
    }
  }
}

/** The stop's cable of the same slot, or the first that the fabric joins to it; -1 = none. */
function findPartner(
  { firstCable, cable }: GroupStops,
  { partOfCable }: CutMeter,
  stop: number,
  to: number,
  slot: Uint16Array,
): number {
  let found = -1;
  for (let i = firstCable[stop] as number; i < (firstCable[stop + 1] as number); i += 1) {
    const from = cable[i] as number;
    if (partOfCable[from] !== partOfCable[to]) continue;
    if (slot[from] === slot[to]) return from;
    if (found < 0) found = from;
  }
  return found;
}

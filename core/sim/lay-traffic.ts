/** Lays the traffic of every collective of a job on its fabric, all groups at once: ring, trees, all-to-all, neighbours. */
import { findMost } from '../base/find-most.ts';
import { CutMeter } from './cut-meter.ts';
import { classifyDomains } from './domain-classes.ts';
import { listTreeParents } from './flow/binary-trees.ts';
import { GroupStops, ownsCable } from './group-stops.ts';
import type { JobPlacement } from './job-placement.ts';
import { findLacking } from './nic-share.ts';
import { PairCables } from './pair-cables.ts';
import { PairwiseMass } from './pairwise-mass.ts';

export function layTraffic(placement: JobPlacement): CutMeter {
  const isLacking = findLacking(placement);
  const meter = new CutMeter(placement, isLacking.includes(1));
  const stops = new GroupStops(placement, classifyDomains(placement, meter.entry, isLacking));
  const { slotCount, cables } = placement.domains;
  const most = findMost(slotCount);
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

/** Two stops of a class hang on the same relays. Watched domains are never of one class. */
function isNear({ classOf }: GroupStops, stop: number, other: number): boolean {
  return classOf[stop] === classOf[other];
}

function getCables({ cablesOf, classOf }: GroupStops, stop: number): Uint32Array {
  return cablesOf[classOf[stop] as number] as Uint32Array;
}

/** (n - 1) / n of the message over every step between domains. */
function layRing(meter: CutMeter, stops: GroupStops, pair: PairCables, groupSize: number): void {
  const bytes = (groupSize - 1) / groupSize;
  for (let stop = 0; stop < stops.count; stop += 1) {
    const next = stop + 1 === stops.count ? 0 : stop + 1;
    if (isNear(stops, stop, next)) continue;
    pair.match(getCables(stops, stop), getCables(stops, next));
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
      if (parent < 0 || isNear(stops, stop, parent)) continue;
      pair.match(getCables(stops, stop), getCables(stops, parent));
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
  const { groupRanks, domains } = placement;
  const { gbps, slot } = domains.cables;
  for (let stop = 0; stop < stops.count; stop += 1) {
    const next = stop + 1 === stops.count ? 0 : stop + 1;
    if (isNear(stops, stop, next)) continue;
    const rank = groupRanks[stops.firstRankAt[next] as number] as number;
    const into = listOwn(placement, rank, stops.domain[next] as number, getCables(stops, next));
    let total = 0;
    for (const to of into) total += gbps[to] as number;
    for (const to of into) {
      const from = findPartner(getCables(stops, stop), meter, to, slot);
      if (from >= 0) meter.add('sendRecv', from, to, (gbps[to] as number) / total);
    }
  }
}

/** All of its own broken: the first that works stands in. */
function listOwn(placement: JobPlacement, rank: number, domain: number, all: Uint32Array): number[] {
  const own: number[] = [];
  for (let i = 0; i < all.length; i += 1) {
    if (ownsCable(placement, rank, domain, all[i] as number)) own.push(all[i] as number);
  }
  return own.length > 0 || all.length === 0 ? own : [all[0] as number];
}

/** The cable of the same slot, or the first that the fabric joins to it; -1 = none. */
function findPartner(cables: Uint32Array, { partOfCable }: CutMeter, to: number, slot: Uint16Array): number {
  let found = -1;
  for (const from of cables) {
    if (partOfCable[from] !== partOfCable[to]) continue;
    if (slot[from] === slot[to]) return from;
    if (found < 0) found = from;
  }
  return found;
}

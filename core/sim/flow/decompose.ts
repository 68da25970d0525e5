/**
 * A collective as phases of flows between cables of scale-up domains. Steps of a phase that are all alike (a ring's) are laid down
 * once with the bytes of all: shares of links do not depend on the size. What moves inside domains is a time that the phase
 * takes at least, and no flow of it is faster.
 */
import type { Collective } from '../../netlist/netlist.ts';
import type { JobPlacement } from '../job-placement.ts';
import { listTreeParents } from './binary-trees.ts';
import { FlowList } from './flow-list.ts';
import { mixHash } from './mix-hash.ts';
import { listRingStops, type RingStops } from './ring-stops.ts';
import type { PortFlows } from './router.ts';

export type FlowPattern = 'ring' | 'tree' | 'halving-doubling' | 'hierarchical';

export interface PhasePlan {
  readonly label: string;
  readonly flows: PortFlows;
  /** The phase takes at least this, for what moves inside domains. */
  readonly scaleUpUs: number;
}

/** Of one domain, GB/s. */
export interface ScaleUpRates {
  readonly ringGBps: number;
  readonly allToAllGBps: number;
}

export interface CollectiveJob {
  readonly collective: Collective;
  /** For all-reduce and barrier; the others have one way each. */
  readonly pattern: FlowPattern;
  readonly sizeBytes: number;
  readonly rates: ScaleUpRates;
}

export interface Decomposition {
  readonly phases: readonly PhasePlan[];
  /** Between some domains only, of those that a direct all-to-all joins; 1 = all. */
  readonly sampledShare: number;
}

/** Flows of an all-to-all, beyond which only some of the distances between domains are laid down. */
const MOST_DIRECT_FLOWS = 300_000;

interface Context {
  readonly job: CollectiveJob;
  readonly groups: readonly RingStops[];
  /** n of one group. */
  readonly rankCount: number;
}

export function decompose(placement: JobPlacement, job: CollectiveJob): Decomposition {
  const groups = Array.from({ length: placement.groupCount }, (_, group) => listRingStops(placement, group));
  const context = { job, groups, rankCount: placement.groupSize };
  const others = (context.rankCount - 1) / context.rankCount;
  const whole = (phases: PhasePlan[]): Decomposition => ({ phases, sampledShare: 1 });
  switch (job.collective) {
    case 'barrier':
    case 'all-reduce':
      return whole(planAllReduce(context));
    case 'all-gather':
    case 'reduce-scatter':
      return whole([planRing(context, 'Ring', others * job.sizeBytes, others * job.sizeBytes)]);
    case 'broadcast':
      return whole([planChain(context)]);
    case 'send-recv':
      return whole([planNeighbours(context)]);
    case 'all-to-all':
      return planDirect(context);
  }
}

function planAllReduce(context: Context): PhasePlan[] {
  const { job, rankCount } = context;
  const { sizeBytes, rates } = job;
  const twice = (2 * (rankCount - 1)) / rankCount;
  switch (job.pattern) {
    case 'ring':
      return [planRing(context, 'Ring', twice * sizeBytes, twice * sizeBytes)];
    case 'tree':
      return [planTrees(context)];
    case 'halving-doubling':
      return planHalving(context);
    case 'hierarchical': {
      const inside = findLargestStop(context.groups);
      const insideUs = toUs(((inside - 1) / inside) * sizeBytes, rates.ringGBps);
      const none = new FlowList().finish();
      return [
        { label: 'Reduce-scatter in domains', flows: none, scaleUpUs: insideUs },
        planRing(context, 'Ring between domains', null, 0),
        { label: 'All-gather in domains', flows: none, scaleUpUs: insideUs },
      ];
    }
  }
}

/** Bytes at GB/s, us. */
function toUs(bytes: number, gbps: number): number {
  return bytes / (1000 * gbps);
}

/** `bytes` between two neighbours over all channels; null = of an all-reduce among the domains alone. */
function planRing({ groups, job }: Context, label: string, bytes: number | null, scaleUpBytes: number): PhasePlan {
  const list = new FlowList();
  for (const stops of groups) {
    if (stops.count < 2) continue;
    const total = bytes ?? ((2 * (stops.count - 1)) / stops.count) * job.sizeBytes;
    for (let stop = 0; stop < stops.count; stop += 1) {
      join(list, stops, stop, (stop + 1) % stops.count, total, 0);
    }
  }
  return { label, flows: list.finish(), scaleUpUs: toUs(scaleUpBytes, job.rates.ringGBps) };
}

/** One flow a channel from stop to stop, equal parts. */
function join(list: FlowList, stops: RingStops, from: number, to: number, bytes: number, tag: number): void {
  const { channelCount, cable } = stops;
  for (let channel = 0; channel < channelCount; channel += 1) {
    const source = cable[from * channelCount + channel] as number;
    const target = cable[to * channelCount + channel] as number;
    if (source >= 0 && target >= 0) list.add(source, target, bytes / channelCount, 1024 * tag + channel);
  }
}

/** Reduction up and result down at the same time, in pieces, over both trees. */
function planTrees({ groups, job }: Context): PhasePlan {
  const list = new FlowList();
  for (const stops of groups) {
    listTreeParents(stops.count).forEach((parents, tree) => {
      parents.forEach((parent, stop) => {
        if (parent < 0) return;
        join(list, stops, stop, parent, job.sizeBytes / 2, 2 * tree);
        join(list, stops, parent, stop, job.sizeBytes / 2, 2 * tree + 1);
      });
    });
  }
  return { label: 'Double binary tree', flows: list.finish(), scaleUpUs: toUs(job.sizeBytes, job.rates.ringGBps) };
}

/** Pairs at distance 1, 2, 4, ... swap a half, a quarter, ... and later, the same way back, give the sums. */
function planHalving(context: Context): PhasePlan[] {
  const { groups, job } = context;
  const most = Math.max(...groups.map((stops) => stops.count));
  const phases: PhasePlan[] = [];
  const add = (label: string, pairUp: (stops: RingStops, list: FlowList, core: number) => void): void => {
    const list = new FlowList();
    for (const stops of groups) pairUp(stops, list, 2 ** Math.floor(Math.log2(stops.count)));
    phases.push({ label, flows: list.finish(), scaleUpUs: 0 });
  };
  const isOdd = groups.some((stops) => !Number.isInteger(Math.log2(stops.count)));
  if (isOdd) {
    add('Fold the domains beyond a power of two', (stops, list, core) => {
      for (let stop = core; stop < stops.count; stop += 1) join(list, stops, stop, stop - core, job.sizeBytes, 0);
    });
  }
  for (let distance = 1; 2 * distance <= most; distance *= 2) {
    add(`Halving and doubling at distance ${distance}`, (stops, list, core) => {
      if (2 * distance > core) return;
      // Half of what is left, for the reduction and again for the result.
      const bytes = job.sizeBytes / distance;
      for (let stop = 0; stop < core; stop += 1) join(list, stops, stop, stop ^ distance, bytes, 0);
    });
  }
  if (isOdd) {
    add('Unfold', (stops, list, core) => {
      for (let stop = core; stop < stops.count; stop += 1) join(list, stops, stop - core, stop, job.sizeBytes, 0);
    });
  }
  return phases;
}

function planChain({ groups, job }: Context): PhasePlan {
  const list = new FlowList();
  for (const stops of groups) {
    for (let stop = 0; stop + 1 < stops.count; stop += 1) join(list, stops, stop, stop + 1, job.sizeBytes, 0);
  }
  return { label: 'Chain', flows: list.finish(), scaleUpUs: toUs(job.sizeBytes, job.rates.ringGBps) };
}

/** Every rank to the next: over the network from the last rank of each domain, on that rank's share of the cables. */
function planNeighbours({ groups, job }: Context): PhasePlan {
  const list = new FlowList();
  for (const stops of groups) {
    if (stops.count < 2) continue;
    const { channelCount, cable } = stops;
    for (let stop = 0; stop < stops.count; stop += 1) {
      const next = (stop + 1) % stops.count;
      const own = Math.max(1, Math.floor(channelCount / (stops.rankCount[stop] as number)));
      for (let channel = channelCount - own; channel < channelCount; channel += 1) {
        const source = cable[stop * channelCount + channel] as number;
        const target = cable[next * channelCount + channel] as number;
        if (source >= 0 && target >= 0) list.add(source, target, job.sizeBytes / own, channel);
      }
    }
  }
  return { label: 'Every rank to the next', flows: list.finish(), scaleUpUs: toUs(job.sizeBytes, job.rates.ringGBps) };
}

/** Every domain to every other; GPUs hand what is for another number's cable over inside their domain first. */
function planDirect({ groups, job, rankCount }: Context): Decomposition {
  const list = new FlowList();
  const perDistance = groups.reduce((sum, stops) => sum + stops.count * stops.channelCount, 0);
  const mostDistances = Math.max(1, Math.floor(MOST_DIRECT_FLOWS / Math.max(1, perDistance)));
  let sampledShare = 1;
  groups.forEach((stops, group) => {
    const distances = chooseDistances(stops.count, mostDistances, group);
    if (distances.length > 0) sampledShare = Math.min(sampledShare, distances.length / (stops.count - 1));
    for (const distance of distances) {
      for (let stop = 0; stop < stops.count; stop += 1) {
        const to = (stop + distance) % stops.count;
        const pairs = (stops.rankCount[stop] as number) * (stops.rankCount[to] as number);
        const bytes = ((pairs * job.sizeBytes) / rankCount) * ((stops.count - 1) / distances.length);
        join(list, stops, stop, to, bytes, distance);
      }
    }
  });
  const inside = findLargestStop(groups);
  const scaleUpUs = toUs((job.sizeBytes * (inside - 1)) / rankCount, job.rates.allToAllGBps);
  return { phases: [{ label: 'Every rank to every other', flows: list.finish(), scaleUpUs }], sampledShare };
}

/** Ranks of a group in one domain, at most. */
function findLargestStop(groups: readonly RingStops[]): number {
  return groups.reduce((most, { rankCount }) => rankCount.reduce((x, y) => Math.max(x, y), most), 1);
}

/** All distances round the ring, or one out of each of `most` equal stretches. */
function chooseDistances(stopCount: number, most: number, seed: number): number[] {
  const all = stopCount - 1;
  if (all <= most) return Array.from({ length: Math.max(0, all) }, (_, i) => i + 1);
  return Array.from({ length: most }, (_, i) => {
    const offset = mixHash(seed, i) / 2 ** 32;
    return 1 + Math.floor(((i + offset) * all) / most);
  });
}

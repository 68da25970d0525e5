/**
 * One algorithm under one protocol, before its time is worked out: its latency and what limits its bandwidth. Time is
 * L + x + 2 w sqrt(L x): latency, wire, and the filling of the pipeline.
 */
import type { CutLoad } from '../collective-inputs.ts';
import type { AlgorithmFamily, Candidate, Protocol } from '../estimate.ts';

export interface RateLimit {
  readonly site: 'scale-up' | 'nic';
  /** In terms of message size over time, on a clean fabric. */
  readonly algbwGBps: number;
}

export interface Recipe {
  readonly name: string;
  readonly family: AlgorithmFamily;
  readonly protocol: Protocol;
  readonly latencyUs: number;
  readonly limits: readonly RateLimit[];
  /** w. */
  readonly fillWeight: number;
  /** Bytes over a cut for one byte of message. */
  readonly cutShare: (cut: CutLoad) => number;
  /** Payload in a byte on the wire: LL sends a flag with every word. */
  readonly payloadShare: number;
}

/** What the drawn fabric does to the clean one. */
export interface FabricLoad {
  /** rho. */
  readonly routingEfficiency: number;
  readonly goodputShare: number;
  /** More than one GPU in a domain: bytes move inside it too. */
  readonly isInsideUsed: boolean;
  readonly cuts: readonly CutLoad[];
}

export interface PricedCandidate {
  readonly candidate: Candidate;
  /** The cut that sets the pace; null = none does. */
  readonly cut: CutLoad | null;
}

/** Bytes at GB/s, in us. */
function wireUs(sizeBytes: number, gbps: number): number {
  return sizeBytes / (1000 * gbps);
}

function fill(latencyUs: number, wire: number, weight: number): number {
  // Without a weight an endless wire time must not turn into no number.
  return weight === 0 ? latencyUs + wire : latencyUs + wire + 2 * weight * Math.sqrt(latencyUs * wire);
}

/** What a cut can carry of payload, and so the least time for what crosses it. */
function cutUs(cut: CutLoad, recipe: Recipe, sizeBytes: number, load: FabricLoad): number {
  const share = recipe.cutShare(cut);
  if (share <= 0) return 0;
  const gbps = cut.capacityGBps * load.goodputShare * load.routingEfficiency * recipe.payloadShare;
  return gbps > 0 ? wireUs(sizeBytes * share, gbps) : Number.POSITIVE_INFINITY;
}

/** What overlaps with the slower stage; a network without a limit is one that nothing crosses. */
function findHiddenStage(recipe: Recipe, pace: RateLimit, load: FabricLoad): Candidate['hiddenStage'] {
  const isOther = ({ site, algbwGBps }: RateLimit): boolean => site !== pace.site && Number.isFinite(algbwGBps);
  if (!recipe.limits.some(isOther)) return null;
  if (pace.site === 'scale-up') return 'scale-out';
  return load.isInsideUsed ? 'scale-up' : null;
}

/** Time of a recipe: first on a clean fabric, then on the drawn one; the difference is congestion. */
export function priceRecipe(recipe: Recipe, sizeBytes: number, load: FabricLoad): PricedCandidate {
  let cleanLimit: RateLimit | undefined;
  let loadedWire = 0;
  for (const limit of recipe.limits) {
    if (cleanLimit === undefined || limit.algbwGBps < cleanLimit.algbwGBps) cleanLimit = limit;
    const gbps = limit.site === 'nic' ? limit.algbwGBps * load.routingEfficiency : limit.algbwGBps;
    loadedWire = Math.max(loadedWire, wireUs(sizeBytes, gbps));
  }
  const cleanWire = cleanLimit === undefined ? 0 : wireUs(sizeBytes, cleanLimit.algbwGBps);
  let cut: CutLoad | null = null;
  for (const each of load.cuts) {
    const least = cutUs(each, recipe, sizeBytes, load);
    if (least <= loadedWire) continue;
    loadedWire = least;
    cut = each;
  }
  const { latencyUs } = recipe;
  const cleanUs = fill(latencyUs, cleanWire, recipe.fillWeight);
  const scaleUpUs = cleanLimit?.site === 'scale-up' ? cleanUs - latencyUs : 0;
  const scaleOutUs = cleanLimit?.site === 'nic' ? cleanUs - latencyUs : 0;
  const congestionUs = Math.max(0, fill(latencyUs, loadedWire, recipe.fillWeight) - cleanUs);
  const candidate: Candidate = {
    name: recipe.name,
    family: recipe.family,
    protocol: recipe.protocol,
    // Summed from its parts, so that they add up exactly.
    timeUs: latencyUs + scaleUpUs + scaleOutUs + congestionUs,
    latencyUs,
    scaleUpUs,
    scaleOutUs,
    congestionUs,
    hiddenStage: cleanLimit === undefined || cleanWire === 0 ? null : findHiddenStage(recipe, cleanLimit, load),
  };
  return { candidate, cut };
}

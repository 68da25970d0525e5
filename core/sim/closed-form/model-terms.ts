/** The symbols of the model, worked out once for a fabric and a job: counts, hop latencies, bandwidths of the clean fabric. */
import type { Collective } from '../../netlist/netlist.ts';
import type { CollectiveInputs } from '../collective-inputs.ts';
import type { SimConstants } from '../constants.ts';
import { computeHopUs } from '../hop-latency.ts';
import type { Platform } from '../platform.ts';

/** Bandwidths in GB/s, times in us. */
export interface ModelTerms {
  readonly constants: SimConstants;
  readonly platform: Platform;
  readonly isNvidia: boolean;
  readonly isAmd: boolean;
  /** n, N, g, lg. */
  readonly rankCount: number;
  readonly domainCount: number;
  readonly domainRanks: number;
  readonly treeDepth: number;
  /** b, h, hn, o. */
  readonly baseUs: number;
  readonly hopUs: number;
  readonly farHopUs: number;
  readonly postUs: number;
  /** Bup, Ba2a. */
  readonly scaleUpGBps: number;
  readonly allToAllGBps: number;
  /** Bnic of one domain on a clean fabric; Infinity when one domain holds all ranks. */
  readonly nicGBps: number;
  /** W: a byte crosses a domain's NICs once on two domains; on more, inner nodes of the tree have two children. */
  readonly treeWireGBps: number;
  /** Bnv' where in-switch reduction works in a domain of this size; null = not. */
  readonly inSwitchGBps: number | null;
  /** Ceiling of the LL protocol. */
  readonly llCapGBps: number;
  /** Network is one of the cloud's own (EFA), where trees on two domains use the whole NIC. */
  readonly isEfa: boolean;
}

/** GPUs of a fully meshed domain that the AMD rates were measured on. */
const MESH_SIZE = 8;
/** Domains above this size pay for the second stage of in-switch reduction. */
const LARGE_DOMAIN = 16;

export function computeModelTerms(
  inputs: CollectiveInputs,
  collective: Collective,
  constants: SimConstants,
): ModelTerms {
  const { platform, rankCount, domainCount } = inputs;
  const domainRanks = rankCount / domainCount;
  const isAlone = domainCount <= 1;
  const nicGBps = isAlone
    ? Number.POSITIVE_INFINITY
    : ((inputs.nicsPerDomain * inputs.nicGbps) / 8) * constants.goodputShare;
  const isAmd = platform.vendor === 'amd';
  const meshShare = platform.isRingPerPeer && domainRanks > 1 ? Math.min(1, (domainRanks - 1) / (MESH_SIZE - 1)) : 1;
  const ringInside = platform.isRingPerPeer ? platform.ringGBps * Math.max(1, domainRanks - 1) : platform.ringGBps;
  return {
    constants,
    platform,
    isNvidia: platform.vendor === 'nvidia',
    isAmd,
    rankCount,
    domainCount,
    domainRanks,
    treeDepth: isAlone ? 0 : Math.ceil(Math.log2(domainCount)),
    baseUs: constants.baseUs + (isAmd ? constants.amdBaseExtraUs : 0),
    hopUs: platform.hopUs,
    farHopUs: computeHopUs(inputs, collective, constants),
    postUs: isAlone ? 0 : 1,
    scaleUpGBps: isAlone ? ringInside : platform.ringAcrossGBps * meshShare,
    allToAllGBps: platform.allToAllGBps * meshShare,
    nicGBps,
    treeWireGBps: domainCount <= 2 ? nicGBps : nicGBps / 2,
    inSwitchGBps: findInSwitchRate(inputs, domainRanks, constants),
    llCapGBps: findLlCap(platform, domainCount, constants),
    isEfa: inputs.transport.startsWith('efa'),
  };
}

function findInSwitchRate(inputs: CollectiveInputs, domainRanks: number, constants: SimConstants): number | null {
  const { inSwitchGBps, inSwitchMinGpus } = inputs.platform;
  if (inSwitchGBps === null || !inputs.hasPeerAccess || domainRanks < inSwitchMinGpus) return null;
  return domainRanks <= LARGE_DOMAIN ? inSwitchGBps : inSwitchGBps * constants.nvlsLargeDomainShare;
}

function findLlCap(platform: Platform, domainCount: number, constants: SimConstants): number {
  if (domainCount === 2) return constants.llCapTwoDomainsGBps;
  if (domainCount > 2) return constants.llCapManyDomainsGBps;
  if (platform.family === 'ampere') return constants.llCapAmpereGBps;
  return platform.family === 'blackwell' ? constants.llCapBlackwellGBps : constants.llCapHopperGBps;
}

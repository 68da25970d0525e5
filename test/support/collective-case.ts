/** Inputs of the collective model written down by hand, for tests of its formulas without a drawn fabric. */
import type { CollectiveInputs, CutLoad } from '#core/sim/collective-inputs.ts';
import type { Platform } from '#core/sim/platform.ts';
import { PLATFORMS } from '#core/sim/platforms.ts';

export function findPlatform(id: string): Platform {
  const platform = PLATFORMS.find((each) => each.id === id);
  if (platform === undefined) throw new Error(`no platform ${id}`);
  return platform;
}

/** A clean fabric: servers of eight GPUs with eight NICs of 400G on InfiniBand, as far apart as the hops were measured. */
export function createInputs(patch: Partial<CollectiveInputs> = {}): CollectiveInputs {
  return {
    platform: findPlatform('hopper'),
    rankCount: 16,
    domainSize: 8,
    domainCount: 2,
    nicsPerDomain: 8,
    nicGbps: 400,
    transport: 'infiniband',
    oneWayUs: 1.85,
    routingEfficiency: 1,
    hasPeerAccess: true,
    cuts: [],
    inNetworkReduction: 'off',
    ...patch,
  };
}

/** A cut between half the ranks and the other half, as the model counts the bytes over it. */
export function createHalfCut(capacityGBps: number, rankCount: number): CutLoad {
  return {
    label: 'uplinks of leaf-1',
    refIds: ['leaf'],
    capacityGBps,
    ringAllReduce: (2 * (rankCount - 1)) / rankCount,
    ringGather: (rankCount - 1) / rankCount,
    tree: 1,
    allToAll: rankCount / 4,
    sendRecv: 1,
  };
}

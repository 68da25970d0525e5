/**
 * All-reduce with reduction in the scale-out switches: every domain sends once and receives once, and latency no longer
 * grows with the number of domains. Published runs show no gain of bandwidth, so that is only taken when asked for.
 */
import type { ModelTerms } from './model-terms.ts';
import { computeNvlsUs } from './nvls.ts';
import type { Recipe } from './recipe.ts';

export function createInNetworkRecipe(terms: ModelTerms, isOptimistic: boolean): Recipe {
  const { constants, rankCount, domainRanks, nicGBps, inSwitchGBps, scaleUpGBps } = terms;
  const hasNvls = inSwitchGBps !== null;
  const longPath = Math.max(0, terms.farHopUs - 5);
  return {
    name: hasNvls ? 'NVLS+SHARP' : 'CollNet/SHARP',
    family: 'nvls',
    protocol: 'simple',
    latencyUs:
      longPath +
      (hasNvls
        ? computeNvlsUs(terms) + constants.sharpHopUs
        : 2 * (Math.min(1, domainRanks - 1) * 3.7 + 0.4 * (domainRanks - 1)) + constants.collNetHopUs),
    limits: [
      {
        site: 'scale-up',
        algbwGBps: hasNvls
          ? (constants.nvlsTreeShare * inSwitchGBps * domainRanks) / (domainRanks + 1)
          : domainRanks > 1
            ? 0.46 * scaleUpGBps
            : Number.POSITIVE_INFINITY,
      },
      // As measured, bus bandwidth stays below the NICs' own; at best each byte crosses them once each way.
      { site: 'nic', algbwGBps: isOptimistic ? nicGBps : (nicGBps * rankCount) / (2 * (rankCount - 1)) },
    ],
    fillWeight: constants.nvlsTreeFill,
    cutShare: (cut) => cut.tree,
    payloadShare: 1,
  };
}

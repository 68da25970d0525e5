/** All-reduce with reduction in the switches of the scale-up network: inside a domain, or as the lowest stage of a tree. */
import type { ModelTerms } from './model-terms.ts';
import type { Recipe } from './recipe.ts';

/** In-switch latency grows with the GPUs of a large domain. */
export function computeNvlsUs({ constants, domainRanks }: ModelTerms): number {
  return constants.nvlsUs + constants.nvlsPerGpuUs * Math.max(0, domainRanks - 8);
}

export function createNvls(terms: ModelTerms, inSwitchGBps: number): Recipe {
  const { domainRanks, constants, platform } = terms;
  return {
    name: 'NVLS',
    family: 'nvls',
    protocol: 'simple',
    latencyUs: computeNvlsUs(terms),
    limits: [{ site: 'scale-up', algbwGBps: (inSwitchGBps * domainRanks) / (domainRanks + 1) }],
    fillWeight: platform.family === 'blackwell' ? constants.nvlsBlackwellFill : constants.nvlsFill,
    cutShare: () => 0,
    payloadShare: 1,
  };
}

export function createNvlsTree(terms: ModelTerms, inSwitchGBps: number): Recipe {
  const { domainRanks, constants, treeDepth, farHopUs } = terms;
  return {
    name: 'NVLSTree',
    family: 'nvls-tree',
    protocol: 'simple',
    latencyUs: computeNvlsUs(terms) + 2 * treeDepth * (constants.nvlsTreeHopUs + Math.max(0, farHopUs - 5)),
    limits: [
      { site: 'scale-up', algbwGBps: (constants.nvlsTreeShare * inSwitchGBps * domainRanks) / (domainRanks + 1) },
      { site: 'nic', algbwGBps: terms.treeWireGBps },
    ],
    fillWeight: constants.nvlsTreeFill,
    cutShare: (cut) => cut.tree,
    payloadShare: 1,
  };
}

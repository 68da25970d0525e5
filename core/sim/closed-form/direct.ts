/** Traffic between pairs: all-to-all, and every rank sending to its neighbour. */
import type { CollectiveInputs } from '../collective-inputs.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Recipe } from './recipe.ts';

/** Inside a domain at the scale-up rate, and all else over a GPU's share of the domain's NICs. */
export function listAllToAllRecipes(terms: ModelTerms): Recipe[] {
  const { rankCount, domainCount, domainRanks, allToAllGBps, nicGBps, farHopUs } = terms;
  const remote = rankCount - domainRanks;
  return [
    {
      name: 'A2A',
      family: 'direct',
      protocol: null,
      latencyUs: 8 + 0.4 * (domainRanks - 1) + (domainCount > 1 ? 2 * farHopUs + 10 + 0.3 * remote : 0),
      limits: [
        { site: 'scale-up', algbwGBps: divide(allToAllGBps * rankCount, domainRanks - 1) },
        { site: 'nic', algbwGBps: divide((nicGBps / domainRanks) * rankCount, remote) },
      ],
      fillWeight: terms.constants.allToAllFill,
      cutShare: (cut) => cut.allToAll,
      payloadShare: 1,
    },
  ];
}

/** Not calibrated: five published points. */
export function listSendRecvRecipes(terms: ModelTerms, inputs: CollectiveInputs): Recipe[] {
  const isFar = terms.domainCount > 1;
  return [
    {
      name: 'P2P',
      family: 'direct',
      protocol: null,
      latencyUs: (isFar ? inputs.oneWayUs : terms.hopUs) + terms.constants.sendRecvUs,
      limits: isFar
        ? [{ site: 'nic', algbwGBps: terms.nicGBps / terms.domainRanks }]
        : [{ site: 'scale-up', algbwGBps: terms.scaleUpGBps }],
      fillWeight: 0,
      cutShare: (cut) => cut.sendRecv,
      payloadShare: 1,
    },
  ];
}

/** Nothing to carry takes no time. */
function divide(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.POSITIVE_INFINITY;
}

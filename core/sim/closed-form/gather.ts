/** All-gather and reduce-scatter, which take the same time, and broadcast: rings that go round once. */
import type { CutLoad } from '../collective-inputs.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Recipe } from './recipe.ts';
import { createRingRecipe } from './ring.ts';

/** Ceiling of LL in one domain, whatever the GPU. */
const GATHER_LL_CAP_GBPS = 141;

const byGather = (cut: CutLoad): number => cut.ringGather;

export function listGatherRecipes(terms: ModelTerms, sizeBytes: number): Recipe[] {
  const { constants, farHopUs, hopUs, postUs } = terms;
  const { near, far } = countSteps(terms);
  const isAlone = terms.domainCount === 1;
  const stepCount = terms.rankCount - 1;
  const recipes = [
    createRingRecipe(terms, {
      protocol: 'll',
      latencyUs: computeShortUs(terms, sizeBytes),
      stepCount,
      rateShare: 0.5,
      capGBps: isAlone ? GATHER_LL_CAP_GBPS : constants.llCapTwoDomainsGBps,
      fillWeight: 0,
      cutShare: byGather,
      payloadShare: 0.5,
    }),
    createRingRecipe(terms, {
      protocol: 'simple',
      latencyUs: constants.simpleBaseUs + 3.2 * near + far * (constants.simpleFarExtraUs + farHopUs),
      stepCount,
      rateShare: 1,
      capGBps: null,
      fillWeight: constants.ringFill,
      cutShare: byGather,
      payloadShare: 1,
    }),
  ];
  if (!terms.isNvidia) return recipes;
  const ll128 = createRingRecipe(terms, {
    protocol: 'll128',
    latencyUs:
      constants.ll128BaseUs + near * Math.max(hopUs + constants.ll128HopExtraUs, postUs) + far * (farHopUs + 2),
    stepCount,
    rateShare: constants.ll128Share * (isAlone ? 1 : constants.ll128FarShare),
    capGBps: null,
    fillWeight: 0,
    cutShare: byGather,
    payloadShare: 0.9375,
  });
  return [...recipes, ll128];
}

/** Not calibrated: two published points. The whole message passes every rank, so a ring's crossing carries all of it. */
export function listBroadcastRecipes(terms: ModelTerms, sizeBytes: number): Recipe[] {
  const { rankCount, constants } = terms;
  const ring = createRingRecipe(terms, {
    protocol: 'simple',
    latencyUs: computeShortUs(terms, sizeBytes),
    stepCount: rankCount,
    rateShare: 1,
    capGBps: null,
    fillWeight: constants.broadcastFill,
    cutShare: (cut) => (cut.ringGather * rankCount) / (rankCount - 1),
    payloadShare: 1,
  });
  // One curve for all protocols.
  return [{ ...ring, name: 'Ring', protocol: null }];
}

function countSteps({ rankCount, domainCount }: ModelTerms): { near: number; far: number } {
  const far = domainCount > 1 ? domainCount : 0;
  return { near: rankCount - 1 - far, far };
}

function computeShortUs(terms: ModelTerms, sizeBytes: number): number {
  const { near, far } = countSteps(terms);
  const growth = 1 + terms.constants.gatherGrowthShare * Math.max(0, Math.log2(sizeBytes / 8));
  return (terms.baseUs + 0.6 + near * Math.max(terms.hopUs, terms.postUs) + far * terms.farHopUs) * growth;
}

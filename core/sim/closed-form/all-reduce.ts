/** The eight ways an all-reduce can go; a way that the GPUs or the group rule out is left away. */
import type { CutLoad } from '../collective-inputs.ts';
import { createInNetworkRecipe } from './in-network.ts';
import type { ModelTerms } from './model-terms.ts';
import { createNvls, createNvlsTree } from './nvls.ts';
import type { Recipe } from './recipe.ts';
import { createRingRecipe } from './ring.ts';
import { correctTreeBandwidth } from './size-correction.ts';

const byTree = (cut: CutLoad): number => cut.tree;
const byRing = (cut: CutLoad): number => cut.ringAllReduce;

export function listAllReduceRecipes(
  terms: ModelTerms,
  sizeBytes: number,
  inNetworkReduction: 'off' | 'latency' | 'optimistic',
): Recipe[] {
  const recipes = [createTreeLl(terms, sizeBytes), createRingLl(terms, sizeBytes)];
  if (terms.isNvidia) recipes.push(createTreeLl128(terms, sizeBytes), createRingLl128(terms));
  recipes.push(createRingSimple(terms), createTreeSimple(terms));
  if (terms.inSwitchGBps !== null) {
    recipes.push(
      terms.domainCount === 1 ? createNvls(terms, terms.inSwitchGBps) : createNvlsTree(terms, terms.inSwitchGBps),
    );
  }
  if (terms.domainCount > 1 && inNetworkReduction !== 'off') {
    recipes.push(createInNetworkRecipe(terms, inNetworkReduction === 'optimistic'));
  }
  return recipes;
}

/** G(S): small messages get slower with every doubling. */
function growLatency(terms: ModelTerms, sizeBytes: number): number {
  return 1 + terms.constants.growthShare * Math.max(0, Math.log2(sizeBytes / 8));
}

function createTreeLl(terms: ModelTerms, sizeBytes: number): Recipe {
  const { baseUs, domainRanks, hopUs, treeDepth, farHopUs, scaleUpGBps, llCapGBps, domainCount } = terms;
  const correction = correctTreeBandwidth('ll', sizeBytes);
  return {
    name: 'Tree/LL',
    family: 'tree',
    protocol: 'll',
    latencyUs: (baseUs + 2 * ((domainRanks - 1) * hopUs + treeDepth * farHopUs)) * growLatency(terms, sizeBytes),
    limits: [
      { site: 'scale-up', algbwGBps: (0.5 * (terms.constants.ll128Share * scaleUpGBps) * correction) / 3.8 },
      { site: domainCount === 1 ? 'scale-up' : 'nic', algbwGBps: 0.5 * llCapGBps * correction },
      { site: 'nic', algbwGBps: 0.5 * terms.treeWireGBps },
    ],
    fillWeight: 0,
    cutShare: byTree,
    payloadShare: 0.5,
  };
}

function createTreeLl128(terms: ModelTerms, sizeBytes: number): Recipe {
  const { domainRanks, hopUs, treeDepth, farHopUs, scaleUpGBps, domainCount } = terms;
  const { ll128Share, ll128FarShare } = terms.constants;
  const isAlone = domainCount === 1;
  const share = (isAlone ? 1 : ll128FarShare) * correctTreeBandwidth('ll128', sizeBytes);
  const chain = (domainRanks - 1) * (hopUs + 0.65) + treeDepth * (farHopUs + 3.5);
  return {
    name: 'Tree/LL128',
    family: 'tree',
    protocol: 'll128',
    latencyUs: 0.9 * growLatency(terms, sizeBytes) * (terms.constants.ll128BaseUs + 2 * chain),
    limits: [
      { site: 'scale-up', algbwGBps: 0.5 * ll128Share * scaleUpGBps * (isAlone ? 7 / 9 : 0.9375) * share },
      { site: 'nic', algbwGBps: terms.treeWireGBps * share },
    ],
    fillWeight: 0,
    cutShare: byTree,
    payloadShare: 0.9375,
  };
}

function createTreeSimple(terms: ModelTerms): Recipe {
  const { domainRanks, treeDepth, farHopUs, scaleUpGBps, domainCount, nicGBps, isAmd } = terms;
  const { simpleBaseUs, treeSimpleHopUs, simpleFarExtraUs } = terms.constants;
  const far = treeDepth * (simpleFarExtraUs + farHopUs);
  const isHalved = domainCount === 2 && terms.platform.inSwitchGBps === null && !terms.isEfa;
  return {
    name: 'Tree/Simple',
    family: 'tree',
    protocol: 'simple',
    latencyUs: isAmd
      ? 4 + 2 * (2 * (domainRanks - 1) + far)
      : simpleBaseUs + 2 * (treeSimpleHopUs * (domainRanks - 1) + far),
    limits: [
      { site: 'scale-up', algbwGBps: 0.46 * scaleUpGBps },
      { site: 'nic', algbwGBps: isHalved ? nicGBps / 2 : terms.treeWireGBps },
    ],
    fillWeight: terms.constants.treeFill,
    cutShare: byTree,
    payloadShare: 1,
  };
}

/** Steps inside domains and between them, of the 2 (n - 1) of a ring that reduces and then gathers. */
function countSteps({ rankCount, domainCount }: ModelTerms): { near: number; far: number } {
  const far = 2 * (domainCount - 1);
  return { near: 2 * (rankCount - 1) - far, far };
}

function createRingLl(terms: ModelTerms, sizeBytes: number): Recipe {
  const { near, far } = countSteps(terms);
  const steps = near * Math.max(terms.hopUs, terms.postUs) + far * Math.max(2.7, terms.farHopUs - 2.3);
  return createRingRecipe(terms, {
    protocol: 'll',
    latencyUs: (terms.baseUs + steps) * growLatency(terms, sizeBytes),
    stepCount: 2 * (terms.rankCount - 1),
    rateShare: 0.5,
    capGBps: terms.llCapGBps,
    fillWeight: 0,
    cutShare: byRing,
    payloadShare: 0.5,
  });
}

function createRingLl128(terms: ModelTerms): Recipe {
  const { near, far } = countSteps(terms);
  const { ll128BaseUs, ll128HopExtraUs } = terms.constants;
  return createRingRecipe(terms, {
    protocol: 'll128',
    latencyUs:
      ll128BaseUs +
      near * Math.max(terms.hopUs + ll128HopExtraUs, terms.postUs) +
      far * Math.max(4, terms.farHopUs - 1),
    stepCount: 2 * (terms.rankCount - 1),
    rateShare: terms.constants.ll128Share,
    capGBps: null,
    fillWeight: 0,
    cutShare: byRing,
    payloadShare: 0.9375,
  });
}

function createRingSimple(terms: ModelTerms): Recipe {
  const { near, far } = countSteps(terms);
  const { simpleBaseUs, simpleHopUs, simpleFarExtraUs } = terms.constants;
  return createRingRecipe(terms, {
    protocol: 'simple',
    latencyUs:
      simpleBaseUs + near * Math.max(simpleHopUs, 3 * terms.postUs) + far * (simpleFarExtraUs + terms.farHopUs),
    stepCount: 2 * (terms.rankCount - 1),
    rateShare: 1,
    capGBps: null,
    fillWeight: terms.constants.ringFill,
    cutShare: byRing,
    payloadShare: 1,
  });
}

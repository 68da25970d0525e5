/**
 * How long a collective takes: every algorithm and protocol that the library could choose is priced, and the fastest wins.
 * Closed form, for any size of cluster; what the drawn fabric's routing and cuts add is told apart as congestion.
 */
import type { Collective } from '../../netlist/netlist.ts';
import { computeAlgbwGBps, computeBusFactor } from '../bus-bandwidth.ts';
import type { CollectiveInputs } from '../collective-inputs.ts';
import type { SimConstants } from '../constants.ts';
import type { Bottleneck, CollectiveEstimate } from '../estimate.ts';
import { computeBand, listOutsideValidated } from '../uncertainty.ts';
import { listAllReduceRecipes } from './all-reduce.ts';
import type { CollectiveRequest } from './collective-request.ts';
import { listAllToAllRecipes, listSendRecvRecipes } from './direct.ts';
import { explainEmptyChoice, explainNoPath, isAllowed } from './forced-choice.ts';
import { listBroadcastRecipes, listGatherRecipes } from './gather.ts';
import { computeModelTerms, type ModelTerms } from './model-terms.ts';
import { type PricedCandidate, priceRecipe, type Recipe } from './recipe.ts';

/** A barrier is an all-reduce of this. */
const BARRIER_BYTES = 8;

export function estimateCollective(
  inputs: CollectiveInputs,
  request: CollectiveRequest,
  constants: SimConstants,
): CollectiveEstimate {
  const { rankCount, domainCount } = inputs;
  return { rankCount, domainCount, ...priceCollective(inputs, request, constants) };
}

type Priced = Omit<CollectiveEstimate, 'rankCount' | 'domainCount'>;

function priceCollective(inputs: CollectiveInputs, request: CollectiveRequest, constants: SimConstants): Priced {
  const sizeBytes = request.collective === 'barrier' ? BARRIER_BYTES : request.sizeBytes;
  if (inputs.rankCount <= 1) return createIdle(request.collective, sizeBytes);
  const noPath = explainNoPath(inputs);
  if (noPath !== null) return createImpossible(request.collective, sizeBytes, noPath);
  const terms = computeModelTerms(inputs, request.collective, constants);
  const recipes = listRecipes(terms, inputs, request.collective, sizeBytes).filter((recipe) =>
    isAllowed(recipe, request),
  );
  const priced = priceAll(recipes, sizeBytes, inputs, constants);
  const winner = priced[0];
  if (winner === undefined) {
    return createImpossible(request.collective, sizeBytes, explainEmptyChoice(request, terms));
  }
  const { timeUs } = winner.candidate;
  if (timeUs === Number.POSITIVE_INFINITY) {
    const where = winner.cut === null ? 'the network' : winner.cut.label;
    return createImpossible(request.collective, sizeBytes, `No working cable is left at ${where}.`);
  }
  const candidates = priced.map(({ candidate }) => candidate).filter((each) => Number.isFinite(each.timeUs));
  const algbwGBps = computeAlgbwGBps(request.collective, sizeBytes, timeUs);
  return {
    collective: request.collective,
    sizeBytes,
    timeUs,
    ...computeBand(inputs, request.collective, sizeBytes, candidates),
    algbwGBps,
    busbwGBps: algbwGBps * computeBusFactor(request.collective, inputs.rankCount),
    candidates,
    bottleneck: findBottleneck(winner),
    impossible: null,
    outsideValidated: listOutsideValidated(inputs, request.collective, sizeBytes),
  };
}

function listRecipes(terms: ModelTerms, inputs: CollectiveInputs, collective: Collective, sizeBytes: number): Recipe[] {
  switch (collective) {
    case 'all-reduce':
    case 'barrier':
      // Reduction in the switches is a feature of InfiniBand fabrics.
      return listAllReduceRecipes(
        terms,
        sizeBytes,
        inputs.transport === 'infiniband' ? inputs.inNetworkReduction : 'off',
      );
    case 'all-gather':
    case 'reduce-scatter':
      return listGatherRecipes(terms, sizeBytes);
    case 'all-to-all':
      return listAllToAllRecipes(terms);
    case 'broadcast':
      return listBroadcastRecipes(terms, sizeBytes);
    case 'send-recv':
      return listSendRecvRecipes(terms, inputs);
  }
}

function priceAll(
  recipes: readonly Recipe[],
  sizeBytes: number,
  inputs: CollectiveInputs,
  constants: SimConstants,
): PricedCandidate[] {
  const load = {
    routingEfficiency: inputs.domainCount > 1 ? inputs.routingEfficiency : 1,
    goodputShare: constants.goodputShare,
    isInsideUsed: inputs.rankCount > inputs.domainCount,
    // Inside one domain nothing leaves for the fabric.
    cuts: inputs.domainCount > 1 ? inputs.cuts : [],
  };
  const priced = recipes.map((recipe) => priceRecipe(recipe, sizeBytes, load));
  return priced.sort((one, other) => one.candidate.timeUs - other.candidate.timeUs);
}

/** The largest share of the time. */
function findBottleneck({ candidate, cut }: PricedCandidate): Bottleneck {
  const { latencyUs, scaleUpUs, scaleOutUs, congestionUs } = candidate;
  const network = scaleOutUs + congestionUs;
  if (cut !== null && congestionUs >= Math.max(latencyUs, scaleUpUs, scaleOutUs)) {
    return { kind: 'cut', label: cut.label, refIds: cut.refIds };
  }
  if (latencyUs >= Math.max(scaleUpUs, network)) return { kind: 'latency' };
  if (scaleUpUs >= network) return { kind: 'scale-up' };
  return cut === null ? { kind: 'nic' } : { kind: 'cut', label: cut.label, refIds: cut.refIds };
}

/** One GPU has nobody to talk to. */
function createIdle(collective: Collective, sizeBytes: number): Priced {
  return { ...createBlank(collective, sizeBytes, 0), impossible: null };
}

function createImpossible(collective: Collective, sizeBytes: number, impossible: string): Priced {
  return { ...createBlank(collective, sizeBytes, Number.POSITIVE_INFINITY), impossible };
}

function createBlank(collective: Collective, sizeBytes: number, timeUs: number): Omit<Priced, 'impossible'> {
  return {
    collective,
    sizeBytes,
    timeUs,
    lowUs: timeUs,
    highUs: timeUs,
    algbwGBps: 0,
    busbwGBps: 0,
    candidates: [],
    bottleneck: { kind: 'latency' },
    outsideValidated: [],
  };
}

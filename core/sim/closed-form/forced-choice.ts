/** An algorithm or protocol set by hand: what it leaves of the candidates, and why nothing is left. */
import type { CollectiveInputs } from '../collective-inputs.ts';
import type { CollectiveRequest } from './collective-request.ts';
import type { ModelTerms } from './model-terms.ts';
import type { Recipe } from './recipe.ts';

const ALGORITHM_NAMES = { ring: 'Ring', tree: 'Tree', nvls: 'NVLS', 'nvls-tree': 'NVLSTree' } as const;
const PROTOCOL_NAMES = { ll: 'LL', ll128: 'LL128', simple: 'Simple' } as const;

/** Pairs of GPUs send directly, whatever algorithm and protocol are set. */
export function isAllowed(recipe: Recipe, { algorithm, protocol }: CollectiveRequest): boolean {
  if (recipe.family === 'direct') return true;
  if (algorithm !== 'auto' && recipe.family !== algorithm) return false;
  return protocol === 'auto' || recipe.protocol === null || recipe.protocol === protocol;
}

/** Why no candidate is left under the forced choice. */
export function explainEmptyChoice({ collective, algorithm, protocol }: CollectiveRequest, terms: ModelTerms): string {
  const { platform, domainCount, inSwitchGBps } = terms;
  if (algorithm === 'nvls' || algorithm === 'nvls-tree') {
    const name = ALGORITHM_NAMES[algorithm];
    if (collective !== 'all-reduce' && collective !== 'barrier')
      return `${name} does not do ${collective} here; use Ring.`;
    if (platform.inSwitchGBps === null)
      return `${name} needs reduction in the scale-up switches, which ${platform.name} has not.`;
    if (inSwitchGBps === null) {
      return `${name} needs ${platform.inSwitchMinGpus} GPUs or more in a scale-up domain; this group has ${formatCount(terms.domainRanks)}.`;
    }
    if (protocol !== 'auto' && protocol !== 'simple')
      return `${name} has no protocol ${PROTOCOL_NAMES[protocol]}; use Simple.`;
    if (algorithm === 'nvls' && domainCount > 1) {
      return 'NVLS over several scale-up domains needs in-network reduction on InfiniBand; use NVLSTree.';
    }
    return 'NVLSTree joins several scale-up domains; this group lies in one, use NVLS.';
  }
  if (algorithm === 'tree') return explainTree(collective, protocol, platform.name);
  return protocol === 'auto'
    ? `${collective} has no algorithm here.`
    : `${platform.name} has no protocol ${PROTOCOL_NAMES[protocol]} for ${collective}.`;
}

function explainTree(
  collective: CollectiveRequest['collective'],
  protocol: CollectiveRequest['protocol'],
  platformName: string,
): string {
  if (protocol === 'auto' || (collective !== 'all-reduce' && collective !== 'barrier')) {
    return `Tree does not do ${collective} here; use Ring.`;
  }
  return `${platformName} has no protocol ${PROTOCOL_NAMES[protocol]} for ${collective}.`;
}

/** Why the group cannot talk at all; null = it can. */
export function explainNoPath({ domainCount, nicsPerDomain, nicGbps }: CollectiveInputs): string | null {
  if (domainCount <= 1 || nicsPerDomain * nicGbps > 0) return null;
  return 'The group spans several scale-up domains and has no working port on this fabric.';
}

function formatCount(count: number): string {
  return Number.isInteger(count) ? `${count}` : count.toFixed(1);
}

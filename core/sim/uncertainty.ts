/** How far off an estimate may be, from what the model missed on published runs, and where no such run stands behind it. */
import { formatCount } from '../base/format-count.ts';
import type { Collective } from '../netlist/netlist.ts';
import type { CollectiveInputs } from './collective-inputs.ts';
import type { Candidate } from './estimate.ts';
import { findDomainRange, findSizeLabel, findValidatedClass } from './validated-range.ts';

const MIB = 2 ** 20;
const LARGE_BYTES = 64 * MIB;
const SMALL_BYTES = 64 * 1024;
/** More GPUs than this: little is published and it scatters. */
const MANY_RANKS = 1000;
/** Up to here sweeps over all sizes are published. */
const SWEPT_RANKS = 64;
/** Domains of rack size, and how many of them before runs fall behind the model. */
const RACK_DOMAIN = 16;
const MANY_RACKS = 8;

/** The band around the winner; wide where two published runs disagree with the model. */
export function computeBand(
  inputs: CollectiveInputs,
  collective: Collective,
  sizeBytes: number,
  candidates: readonly Candidate[],
): { lowUs: number; highUs: number } {
  const factor = findBandFactor(inputs, sizeBytes);
  const timeUs = candidates[0]?.timeUs ?? 0;
  let slowUs = timeUs;
  if (collective === 'all-reduce' && isManyRacks(inputs)) {
    // Twenty racks ran as one long ring, at half the bandwidth of the tree that the model chooses.
    const ring = candidates.find(({ name }) => name === 'Ring/LL128');
    slowUs = Math.max(timeUs, ring?.timeUs ?? 0);
  }
  return { lowUs: timeUs / factor, highUs: slowUs * factor };
}

function isManyRacks({ domainSize, domainCount }: CollectiveInputs): boolean {
  return domainSize > RACK_DOMAIN && domainCount > MANY_RACKS;
}

function findBandFactor(inputs: CollectiveInputs, sizeBytes: number): number {
  const isMiddle = sizeBytes > SMALL_BYTES && sizeBytes < LARGE_BYTES;
  const isWide =
    inputs.rankCount > MANY_RANKS || (inputs.domainCount > 1 && isTcp(inputs)) || (inputs.domainCount >= 3 && isMiddle);
  const factor = isWide ? 1.6 : sizeBytes >= LARGE_BYTES ? 1.1 : 1.35;
  // About twice the error on GPUs whose rates were not read from the same runs.
  return inputs.platform.isMeasured ? factor : 1 + 2 * (factor - 1);
}

function isTcp({ transport }: CollectiveInputs): boolean {
  return transport === 'tcpx' || transport === 'tcpxo';
}

/** Sentences that say what of this lies outside published measurements. */
export function listOutsideValidated(inputs: CollectiveInputs, collective: Collective, sizeBytes: number): string[] {
  const { platform, rankCount, domainCount, inNetworkReduction, hasPeerAccess } = inputs;
  const reasons: string[] = [];
  if (!platform.isMeasured) reasons.push(`No published run of ${platform.name}; its scale-up rates are assumed.`);
  if (rankCount > MANY_RANKS)
    reasons.push(`Few runs above ${formatCount(MANY_RANKS)} GPUs are published; this has ${formatCount(rankCount)}.`);
  if (collective === 'all-reduce' && isManyRacks(inputs)) {
    reasons.push(
      'On twenty NVLink racks the one published run took twice the time of the tree; the band reaches to a ring.',
    );
  }
  if (domainCount > 1 && inNetworkReduction !== 'off') {
    reasons.push(
      inputs.transport === 'infiniband'
        ? 'Reduction in the switches rests on one published run.'
        : 'Reduction in the switches is only modelled on InfiniBand and is left out.',
    );
  }
  if (!hasPeerAccess && collective !== 'all-to-all') {
    reasons.push('GPUs without peer access were only measured in all-to-all.');
  }
  const gap = explainGap(inputs, collective, sizeBytes);
  if (gap !== null) reasons.push(gap);
  if (sizeBytes > 2 ** 34) reasons.push('No run above 16 GiB is published.');
  return reasons;
}

/** What nobody published, or too little of. */
function explainGap(
  { domainCount, rankCount }: CollectiveInputs,
  collective: Collective,
  sizeBytes: number,
): string | null {
  if (collective === 'broadcast') return 'Broadcast is not calibrated: two points are published.';
  if (collective === 'send-recv') return 'Send and receive is not calibrated: five points are published.';
  if (findValidatedClass(collective, domainCount, sizeBytes) === null) {
    const range = findDomainRange(domainCount);
    const domains = range === '1' ? '1 scale-up domain' : `${range === '2' ? '2' : '3 or more'} scale-up domains`;
    return `No published run of ${collective} over ${domains} at ${findSizeLabel(sizeBytes)}.`;
  }
  const isMiddle = sizeBytes > SMALL_BYTES && sizeBytes < LARGE_BYTES;
  if (isMiddle && rankCount > SWEPT_RANKS && rankCount <= MANY_RANKS) {
    return `No sweep of middle sizes above ${SWEPT_RANKS} GPUs is published; this has ${formatCount(rankCount)}.`;
  }
  return null;
}

/** What a PDU may deliver without end. */
import type { PduPart } from '../catalog/part.ts';
import type { PduBasis } from './facility-report.ts';

/** Continuous-load rule of North America, in force where the feed is not said. */
export const DEFAULT_DERATING = 0.8;

export interface PduRating {
  /** Before derating. */
  readonly ratedKva: number | null;
  readonly usableW: number | null;
  readonly basis: PduBasis;
}

/**
 * The usable power a maker states holds as it is. Else line volts x amps (x sqrt 3 on three phases) x derating, or the stated kVA x
 * derating. Phases evenly loaded, power factor 1: supplies of this size correct theirs to 0.95 or more.
 */
export function computePduRating(part: PduPart | undefined, derating: number): PduRating {
  const { usableKw = null } = part ?? {};
  const computedKva = computeKva(part);
  const ratedKva = computedKva ?? part?.ratedKva ?? null;
  if (usableKw !== null) return { ratedKva, usableW: usableKw * 1000, basis: 'stated' };
  if (ratedKva === null) return { ratedKva, usableW: null, basis: 'not-known' };
  return { ratedKva, usableW: ratedKva * 1000 * derating, basis: computedKva === null ? 'rated-kva' : 'volts-amps' };
}

/** Before the stated figure, which some makers give with the derating in it. */
function computeKva(part: PduPart | undefined): number | null {
  const { phases = null, volts = null, amps = null } = part ?? {};
  if (phases === null || volts === null || amps === null) return null;
  return ((phases === 3 ? Math.sqrt(3) : 1) * volts * amps) / 1000;
}

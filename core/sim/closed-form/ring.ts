/** What the rings of all collectives share: each rank passes on its share of the message, step after step. */
import type { CutLoad } from '../collective-inputs.ts';
import type { ModelTerms } from './model-terms.ts';
import type { RateLimit, Recipe } from './recipe.ts';

export interface RingShape {
  readonly protocol: 'll' | 'll128' | 'simple';
  readonly latencyUs: number;
  /** Each step carries one n-th of the message. */
  readonly stepCount: number;
  /** Of the ring's bandwidth that the protocol gets. */
  readonly rateShare: number;
  readonly capGBps: number | null;
  readonly fillWeight: number;
  readonly cutShare: (cut: CutLoad) => number;
  readonly payloadShare: number;
}

const NAMES = { ll: 'Ring/LL', ll128: 'Ring/LL128', simple: 'Ring/Simple' } as const;

export function createRingRecipe(terms: ModelTerms, shape: RingShape): Recipe {
  const perByte = terms.rankCount / shape.stepCount;
  const limits: RateLimit[] = [
    { site: 'scale-up', algbwGBps: shape.rateShare * terms.scaleUpGBps * perByte },
    { site: 'nic', algbwGBps: shape.rateShare * terms.nicGBps * perByte },
  ];
  if (shape.capGBps !== null) {
    limits.push({ site: terms.domainCount === 1 ? 'scale-up' : 'nic', algbwGBps: shape.capGBps * perByte });
  }
  return {
    name: NAMES[shape.protocol],
    family: 'ring',
    protocol: shape.protocol,
    latencyUs: shape.latencyUs,
    limits,
    fillWeight: shape.fillWeight,
    cutShare: shape.cutShare,
    payloadShare: shape.payloadShare,
  };
}

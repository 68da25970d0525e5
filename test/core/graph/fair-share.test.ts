import { describe, expect, it } from 'vitest';
import { FairShare } from '#core/graph/fair-share.ts';
import type { SharedFlow } from '../../support/progressive-filling.ts';
import { shareFairly } from '../../support/share-fairly.ts';

const over = (...links: number[]): SharedFlow => ({
  hops: links.map((link) => ({ link, share: 1 })),
  weight: 1,
  cap: Number.POSITIVE_INFINITY,
});

function expectRates(rates: readonly number[], expected: readonly number[]): void {
  expect(rates).toHaveLength(expected.length);
  rates.forEach((rate, i) => {
    expect(rate).toBeCloseTo(expected[i] as number, 9);
  });
}

describe('max-min fair sharing', () => {
  // Keshav, An Engineering Approach to Computer Networking (1997), section 9.2: a resource of 10 for demands 2, 2.6, 4 and 5.
  it('meets small demands and divides the rest of one link', () => {
    const flows = [2, 2.6, 4, 5].map((cap) => ({ ...over(0), cap }));
    expectRates(shareFairly(flows, [10]), [2, 2.6, 2.7, 2.7]);
  });

  // The same section, weighted: 16 for demands 4, 2, 10, 4 with weights 2.5, 4, 0.5, 1. The first, second and fourth are met, and
  // 16 - 4 - 2 - 4 = 6 is left for the third.
  it('divides by weight', () => {
    const weights = [2.5, 4, 0.5, 1];
    const flows = [4, 2, 10, 4].map((cap, i) => ({ ...over(0), cap, weight: weights[i] as number }));
    expectRates(shareFairly(flows, [16]), [4, 2, 6, 4]);
  });

  // Parking lot (Le Boudec, Rate adaptation, congestion control and fairness, 2000): max-min gives the long flow the same as the
  // short ones, capacity / 2.
  it('gives a flow over many links what the short ones get', () => {
    expectRates(shareFairly([over(0, 1, 2), over(0), over(1), over(2)], [1, 1, 1]), [0.5, 0.5, 0.5, 0.5]);
  });

  // By hand: link 0 (1) holds A, B, C at 1/3 each; link 1 (1) then has 2/3 left for D beside C; link 2 (2) has 4/3 left for E beside D.
  it('lets flows take what others, held up elsewhere, leave', () => {
    const flows = [over(0), over(0), over(0, 1), over(1, 2), over(2)];
    expectRates(shareFairly(flows, [1, 1, 2]), [1 / 3, 1 / 3, 1 / 3, 2 / 3, 4 / 3]);
  });

  // By hand: A splits in halves over links 0 and 1 (1 each); B is on link 0 alone. Rates rise to x + x/2 = 1, x = 2/3, where both stop.
  it('weighs split flows by their shares', () => {
    const half = { ...over(), hops: [0, 1].map((link) => ({ link, share: 0.5 })) };
    expectRates(shareFairly([half, over(0)], [1, 1]), [2 / 3, 2 / 3]);
  });

  it('stops flows over a dead link and leaves free flows without bound', () => {
    expectRates(shareFairly([over(0), over(1), { ...over(), cap: 3 }], [0, 5]), [0, 5, 3]);
    expect(shareFairly([over()], [1])).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('shares anew when flows are done, and adds up loads', () => {
    const paths = { flowCount: 3, first: Uint32Array.of(0, 1, 3, 4), link: Uint32Array.of(0, 0, 4, 4), share: null };
    const limits = { weight: null, cap: null };
    const fair = new FairShare(paths, Float64Array.of(1, 9, 9, 9, 2), Uint32Array.of(0, 1, 2), limits);
    const rates = new Float64Array(3);
    fair.fill(new Uint8Array(3), rates);
    expectRates([...rates], [0.5, 0.5, 1.5]);
    fair.fill(Uint8Array.of(1, 0, 0), rates);
    expectRates([...rates], [0, 1, 1]);
    const loads = new Float64Array(5);
    fair.addLoads(rates, loads);
    expect([...loads]).toEqual([1, 0, 0, 0, 2]);
  });
});

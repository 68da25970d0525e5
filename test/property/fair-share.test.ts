/** Max-min fairness by its definition, on random flows over random links. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillProgressively, type SharedFlow } from '../support/progressive-filling.ts';
import { shareFairly } from '../support/share-fairly.ts';

interface Case {
  readonly flows: SharedFlow[];
  readonly capacity: number[];
}

const arbitraryCase: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 8 }).chain((linkCount) =>
  fc.record({
    capacity: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: linkCount, maxLength: linkCount }),
    flows: fc.array(
      fc.record({
        hops: fc.uniqueArray(
          fc.record({ link: fc.nat({ max: linkCount - 1 }), share: fc.constantFrom(1, 1, 1, 0.5, 0.25) }),
          { minLength: 1, maxLength: 5, selector: (hop) => hop.link },
        ),
        weight: fc.constantFrom(1, 1, 1, 2, 3.5),
        cap: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 12 })),
      }),
      { minLength: 1, maxLength: 14 },
    ),
  }),
);

/** Rounding of some dozens of additions. */
const SLACK = 1e-9;

const loadOf = (flows: readonly SharedFlow[], rates: readonly number[], link: number): number =>
  flows.reduce((sum, flow, i) => {
    const hop = flow.hops.find((one) => one.link === link);
    return sum + (hop ? hop.share * (rates[i] ?? 0) : 0);
  }, 0);

describe('fair shares', () => {
  it('fill no link above its capacity', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ flows, capacity }) => {
        const rates = shareFairly(flows, capacity);
        capacity.forEach((most, link) => {
          expect(loadOf(flows, rates, link)).toBeLessThanOrEqual(most * (1 + SLACK));
        });
      }),
    );
  });

  it('leave every flow at its cap or with a full link on which nobody has more', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ flows, capacity }) => {
        const rates = shareFairly(flows, capacity);
        const level = (i: number): number => (rates[i] ?? 0) / (flows[i]?.weight ?? 1);
        flows.forEach((flow, i) => {
          if ((rates[i] ?? 0) >= flow.cap * (1 - SLACK)) return;
          const bottleneck = flow.hops.find(({ link }) => {
            if (loadOf(flows, rates, link) < (capacity[link] ?? 0) * (1 - SLACK)) return false;
            return flows.every(
              (other, j) => !other.hops.some((hop) => hop.link === link) || level(j) <= level(i) * (1 + SLACK),
            );
          });
          expect(bottleneck, `flow ${i}`).toBeDefined();
        });
      }),
    );
  });

  it('do not depend on the order of flows', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), ({ flows, capacity }, turn) => {
        const by = turn % flows.length;
        const order = [...flows.slice(by), ...flows.slice(0, by)].reverse();
        const rates = shareFairly(flows, capacity);
        const again = shareFairly(order, capacity);
        flows.forEach((flow, i) => {
          expect(again[order.indexOf(flow)]).toBeCloseTo(rates[i] ?? 0, 8);
        });
      }),
    );
  });

  it('agree with progressive filling', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ flows, capacity }) => {
        const rates = shareFairly(flows, capacity);
        fillProgressively(flows, capacity).forEach((rate, i) => {
          expect(rates[i]).toBeCloseTo(rate, 7);
        });
      }),
    );
  });
});

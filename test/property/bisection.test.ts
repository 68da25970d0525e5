/** Bisection of any fabric: the folded flow against one cable by cable, the worst cut against every balanced cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBisection } from '#core/analysis/bisection.ts';
import { FAR, listCuts, NEAR } from '#core/analysis/cuts.ts';
import { arbitraryFabric, arbitraryIrregular } from '../support/arbitrary-fabric.ts';
import { viewFabric } from '../support/generate-fabric.ts';
import { flowBetween } from '../support/member-graph.ts';

/** Every way to put floor(n/2) of the endpoints on the near side; with an even number each pair of halves once. */
function* listHalves(endpoints: readonly number[]): Generator<{ near: number[]; far: number[] }> {
  const half = Math.floor(endpoints.length / 2);
  for (let set = 0; set < 1 << endpoints.length; set += 1) {
    const near = endpoints.filter((_, i) => ((set >> i) & 1) === 1);
    if (near.length !== half || (endpoints.length % 2 === 0 && (set & 1) === 0)) continue;
    yield { near, far: endpoints.filter((_, i) => ((set >> i) & 1) === 0) };
  }
}

describe('bisection', () => {
  it('on every cut tried equals max-flow by another algorithm over single cables', () => {
    fc.assert(
      fc.property(arbitraryFabric, (design) => {
        const { netlist, graph, network, partition } = viewFabric(design);
        const bisection = computeBisection(netlist, graph, network, partition, null);
        if (!bisection) return;
        for (const { name, side } of listCuts(netlist, network, true)) {
          const pick = (wanted: number): number[] => [...network.endpoints].filter((_, i) => side[i] === wanted);
          const flow = flowBetween(netlist, network, pick(NEAR), pick(FAR));
          expect([name, bisection.cuts.find((cut) => cut.name === name)?.bandwidthGbps]).toEqual([name, flow]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names links whose cables add up to the bandwidth of the worst cut', () => {
    fc.assert(
      fc.property(arbitraryFabric, (design) => {
        const { netlist, graph, network, partition } = viewFabric(design);
        const bisection = computeBisection(netlist, graph, network, partition, null);
        const sum = bisection?.cutLinks.reduce((total, link) => total + link.bandwidthGbps, 0);
        expect(sum).toBe(bisection?.bandwidthGbps);
        for (const link of bisection?.cutLinks ?? []) expect(link.bandwidthGbps).toBe(400 * link.connectionCount);
      }),
      { numRuns: 200 },
    );
  });

  it('is never below the true worst of all balanced cuts, and finds it in small irregular fabrics', () => {
    fc.assert(
      fc.property(arbitraryIrregular, (design) => {
        const { netlist, graph, network, partition } = viewFabric(design);
        const bisection = computeBisection(netlist, graph, network, partition, null);
        if (!bisection) return;
        const injection = new Map([...network.endpoints].map((member, i) => [member, network.injectionGbps[i] ?? 0]));
        const sumOf = (members: readonly number[]): number =>
          members.reduce((sum, member) => sum + (injection.get(member) ?? 0), 0);
        let leastRatio = Number.POSITIVE_INFINITY;
        let leastBandwidth = Number.POSITIVE_INFINITY;
        for (const { near, far } of listHalves([...network.endpoints])) {
          const flow = flowBetween(netlist, network, near, far);
          leastBandwidth = Math.min(leastBandwidth, flow);
          leastRatio = Math.min(leastRatio, flow / Math.min(sumOf(near), sumOf(far)));
        }
        const leastFound = Math.min(...bisection.cuts.map((cut) => cut.bandwidthGbps));
        // An odd number of endpoints leaves one out of the interleaved cut, which may then be lower.
        if (network.endpoints.length % 2 === 0) {
          expect(bisection.ratio).toBeGreaterThanOrEqual(leastRatio - 1e-9);
          expect(leastFound).toBe(leastBandwidth);
        } else {
          expect(leastFound).toBeLessThanOrEqual(leastBandwidth);
        }
        const isEqual = new Set(injection.values()).size === 1;
        if (isEqual && network.endpoints.length % 2 === 0) expect(bisection.ratio).toBeCloseTo(leastRatio, 9);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

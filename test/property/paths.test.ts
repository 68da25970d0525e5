/** All-to-all loads, path counts and latency of any fabric against following every pair of endpoints by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeAllToAll } from '#core/analysis/all-to-all.ts';
import type { SurveyLimits } from '#core/analysis/choose-destinations.ts';
import { numberPods } from '#core/analysis/fabric-network.ts';
import { isWiredByFormula } from '#core/analysis/formula-wiring.ts';
import { computeDelays, computeLatency } from '#core/analysis/latency.ts';
import { NIC_DELAY } from '#core/analysis/latency-constants.ts';
import { computePathDiversity } from '#core/analysis/path-diversity.ts';
import { type PathSurvey, surveyPaths } from '#core/analysis/path-survey.ts';
import type { Design } from '#core/design/design.ts';
import { arbitraryFabric, arbitraryLargeTree, arbitraryLone, arbitraryTree } from '../support/arbitrary-fabric.ts';
import { viewFabric } from '../support/generate-fabric.ts';
import { walkAllPairs } from '../support/path-oracle.ts';

const EVERYTHING = Number.POSITIVE_INFINITY;
const WHOLE = { allWork: EVERYTHING, irregularWork: EVERYTHING, foldWork: EVERYTHING };
const EVERY_DESTINATION: SurveyLimits = { ...WHOLE, someWork: 0 };
const EQUALS_TOGETHER: SurveyLimits = { ...WHOLE, allWork: 0, someWork: EVERYTHING };
const A_SAMPLE: SurveyLimits = { ...WHOLE, allWork: 0, irregularWork: 0, someWork: 0 };

/** `mayBeEven`: patterns that treat every member alike are taken for what they are. */
function survey(design: Design, limits: SurveyLimits, mayBeEven = true) {
  const view = viewFabric(design);
  const { netlist, graph, network, partition } = view;
  // Lengths by link, so that quickest and shortest differ.
  netlist.links.forEach((link, index) => Object.assign(link, { stockLengthM: 3 + 7 * index }));
  const delays = computeDelays(netlist, network, 'infiniband');
  const isFormulaic = mayBeEven && isWiredByFormula(netlist, graph, delays.linkNs);
  const pods = numberPods(netlist, network.endpoints);
  const found: PathSurvey = surveyPaths(network, pods, partition, delays, isFormulaic, limits);
  return { ...view, delays, found };
}

function surveyAgainstOracle(design: Design, limits: SurveyLimits) {
  const surveyed = survey(design, limits);
  const { netlist, network, delays } = surveyed;
  const nodeOf = new Map([...network.nodeMember].map((member, node) => [member, node]));
  const oracle = walkAllPairs(
    netlist,
    network,
    (link) => delays.linkNs[link] ?? 0,
    (member) => delays.nodeNs[nodeOf.get(member) ?? 0] ?? 0,
  );
  return { ...surveyed, oracle };
}

function checkAll(
  arbitrary: fc.Arbitrary<Design>,
  limits: SurveyLimits,
  check: (s: ReturnType<typeof surveyAgainstOracle>) => void,
): void {
  fc.assert(
    fc.property(arbitrary, (design) => {
      const result = surveyAgainstOracle(design, limits);
      if (result.network.endpoints.length >= 2) check(result);
    }),
    { numRuns: 150 },
  );
}

const shareOf = (unreachable: number, busiest: number): number => (unreachable > 0 ? 0 : Math.min(1, 1 / busiest));

describe('all-to-all throughput', () => {
  it('is what the busiest cable leaves when every pair is followed by itself', () => {
    checkAll(arbitraryFabric, EVERY_DESTINATION, ({ netlist, found, oracle }) => {
      const report = computeAllToAll(netlist, found);
      expect(report.unreachablePairs).toBe(oracle.unreachable);
      expect(report.ecmp).toBeCloseTo(shareOf(oracle.unreachable, oracle.busiest), 9);
      if (oracle.unreachable === 0) expect(report.busiestLoad).toBeCloseTo(oracle.busiest, 9);
      expect(report.adaptive).toBeGreaterThanOrEqual(report.ecmp);
    });
  });

  it('is the same when equal destinations stand for each other', () => {
    let together = 0;
    checkAll(arbitraryTree, EQUALS_TOGETHER, ({ netlist, found, oracle }) => {
      const report = computeAllToAll(netlist, found);
      expect(report.unreachablePairs).toBe(oracle.unreachable);
      expect(report.isEstimate).toBe(false);
      if (found.method === 'kinds') together += 1;
      expect(report.ecmp).toBeCloseTo(shareOf(oracle.unreachable, oracle.busiest), 9);
    });
    expect(together).toBeGreaterThan(20);
  });

  it('is that of each switch where nothing joins them, however servers are dealt', () => {
    let together = 0;
    checkAll(arbitraryLone, EQUALS_TOGETHER, ({ netlist, found, oracle }) => {
      const report = computeAllToAll(netlist, found);
      if (found.method === 'kinds') together += 1;
      expect(report.unreachablePairs).toBe(oracle.unreachable);
      expect(report.ecmp).toBeCloseTo(shareOf(oracle.unreachable, oracle.busiest), 9);
      expect(report.busiestLoad).toBeCloseTo(oracle.busiest, 9);
    });
    expect(together).toBeGreaterThan(20);
  });
});

describe('a sample of destinations', () => {
  it('gives on a folded fabric what it gives on the fabric as it is', () => {
    let foldedCount = 0;
    const check = (design: Design): void => {
      const { netlist, network, found: folded } = survey(design, A_SAMPLE, false);
      if (folded.walk.size === null || folded.method !== 'sample') return;
      foldedCount += 1;
      const { found: plain } = survey(design, { ...A_SAMPLE, foldWork: 0 }, false);
      expect(plain.walk.size).toBe(null);
      const [own, other] = [computeAllToAll(netlist, folded), computeAllToAll(netlist, plain)];
      for (const figure of ['ecmp', 'adaptive', 'busiestLoad', 'unreachablePairs'] as const) {
        expect(own[figure]).toBeCloseTo(other[figure], 9);
      }
      expect(own.busiestLinkId).toBe(other.busiestLinkId);
      const [near, far] = [folded, plain].map((one) => computeLatency(netlist, network, 'infiniband', one));
      for (const figure of ['p50Ns', 'p95Ns', 'maxNs', 'pairCount'] as const) {
        expect(near?.[figure]).toBe(far?.[figure]);
      }
      expect(folded.pairs.paths.fewest).toBe(plain.pairs.paths.fewest);
      expect(folded.pairs.paths.total).toBeCloseTo(plain.pairs.paths.total, 6);
    };
    fc.assert(fc.property(fc.oneof(arbitraryTree, arbitraryLargeTree), check), { numRuns: 80 });
    expect(foldedCount).toBeGreaterThan(20);
  });
});

describe('paths and latency', () => {
  for (const [name, arbitrary, limits] of [
    ['every destination', arbitraryFabric, EVERY_DESTINATION],
    ['equal destinations together', arbitraryTree, EQUALS_TOGETHER],
    ['switches that nothing joins', arbitraryLone, EQUALS_TOGETHER],
  ] as const) {
    it(`are those of every pair: ${name}`, () => {
      checkAll(arbitrary, limits, ({ netlist, network, partition, found, oracle }) => {
        expect(found.method).not.toBe('sample');
        const paths = computePathDiversity(network, partition, found);
        const latency = computeLatency(netlist, network, 'infiniband', found);
        const { pairs } = oracle;
        if (pairs.length === 0) {
          expect([paths, latency]).toEqual([null, null]);
          return;
        }
        const apart = pairs.filter((pair) => pair.hops > 2);
        const counts = apart.map((pair) => pair.pathCount);
        expect(paths?.diameter).toBe(Math.max(...pairs.map((pair) => pair.hops)) - 1);
        expect(paths?.shortestPathsFewest).toBe(counts.length > 0 ? Math.min(...counts) : null);
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        if (counts.length > 0) expect(paths?.shortestPathsMean).toBeCloseTo(mean, 6);
        const ns = pairs.map((pair) => pair.ns + 2 * NIC_DELAY.valueNs).sort((x, y) => x - y);
        expect(latency?.pairCount).toBe(pairs.length);
        expect(latency?.medianPath.reduce((sum, step) => sum + step.ns, 0)).toBeCloseTo(latency?.p50Ns ?? 0, 2);
        expect(latency?.p50Ns).toBeCloseTo(ns[Math.ceil(0.5 * ns.length) - 1] ?? 0, 2);
        expect(latency?.p95Ns).toBeCloseTo(ns[Math.ceil(0.95 * ns.length) - 1] ?? 0, 2);
        expect(latency?.maxNs).toBeCloseTo(ns.at(-1) ?? 0, 2);
        expect(latency?.classes.reduce((sum, own) => sum + own.pairCount, 0)).toBe(pairs.length);
      });
    });
  }
});

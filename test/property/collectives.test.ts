/** Laws that every estimate keeps, whatever the fabric: drawn at random over platforms, shapes, networks and sizes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collective } from '#core/netlist/netlist.ts';
import { estimateCollective } from '#core/sim/closed-form/estimate-collective.ts';
import type { CollectiveInputs, Transport } from '#core/sim/collective-inputs.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import type { Candidate, CollectiveEstimate } from '#core/sim/estimate.ts';
import { PLATFORMS } from '#core/sim/platforms.ts';
import { createHalfCut, createInputs } from '../support/collective-case.ts';

const constants = resolveConstants({});
const COLLECTIVES: Collective[] = [
  'all-reduce',
  'all-gather',
  'reduce-scatter',
  'all-to-all',
  'broadcast',
  'send-recv',
];
const TRANSPORTS: Transport[] = ['infiniband', 'roce', 'slingshot', 'efa-v2', 'efa-v3', 'tcpxo', 'tcpx'];
/** Rounding of sums of four. */
const TINY = 1 + 1e-9;

const anyInputs: fc.Arbitrary<CollectiveInputs> = fc
  .record({
    platform: fc.constantFrom(...PLATFORMS),
    domainSize: fc.constantFrom(1, 2, 4, 8, 36, 72),
    domainCount: fc.integer({ min: 1, max: 300 }),
    nicsPerDomain: fc.integer({ min: 1, max: 72 }),
    nicGbps: fc.constantFrom(100, 200, 400, 800),
    transport: fc.constantFrom(...TRANSPORTS),
    oneWayUs: fc.double({ min: 0.5, max: 20, noNaN: true }),
    routingEfficiency: fc.double({ min: 0.3, max: 1, noNaN: true }),
    inNetworkReduction: fc.constantFrom('off', 'latency', 'optimistic'),
    cutGBps: fc.option(fc.double({ min: 1, max: 20_000, noNaN: true }), { nil: null }),
  })
  .map(({ cutGBps, ...shape }) => {
    const rankCount = shape.domainSize * shape.domainCount;
    const cuts = cutGBps === null ? [] : [createHalfCut(cutGBps, rankCount)];
    return createInputs({ ...shape, rankCount, cuts, hasPeerAccess: shape.domainSize > 1 });
  })
  .filter(({ rankCount }) => rankCount >= 2);

const anyCollective = fc.constantFrom(...COLLECTIVES);
const anySize = fc.integer({ min: 8, max: 2 ** 34 });

function estimate(inputs: CollectiveInputs, collective: Collective, sizeBytes: number): CollectiveEstimate {
  return estimateCollective(inputs, { collective, sizeBytes, algorithm: 'auto', protocol: 'auto' }, constants);
}

function byName(candidates: readonly Candidate[]): Map<string, Candidate> {
  return new Map(candidates.map((candidate) => [candidate.name, candidate]));
}

/** Bytes over the cut of each candidate, for one byte of message. */
function crossShare(inputs: CollectiveInputs, collective: Collective, { family }: Candidate): number {
  const [cut] = inputs.cuts;
  if (cut === undefined || inputs.domainCount === 1) return 0;
  switch (collective) {
    case 'all-to-all':
      return cut.allToAll;
    case 'send-recv':
      return cut.sendRecv;
    case 'all-reduce':
      return family === 'ring' ? cut.ringAllReduce : cut.tree;
    case 'broadcast':
      return (cut.ringGather * inputs.rankCount) / (inputs.rankCount - 1);
    default:
      return cut.ringGather;
  }
}

describe('estimates of collectives', () => {
  it('grow with size, within each candidate and for the winner', () => {
    fc.assert(
      fc.property(
        anyInputs,
        anyCollective,
        anySize,
        fc.integer({ min: 1, max: 2 ** 30 }),
        (inputs, kind, size, more) => {
          const small = estimate(inputs, kind, size);
          const large = estimate(inputs, kind, size + more);
          expect(large.timeUs * TINY).toBeGreaterThanOrEqual(small.timeUs);
          const bigger = byName(large.candidates);
          for (const { name, timeUs } of small.candidates) {
            expect((bigger.get(name)?.timeUs ?? 0) * TINY).toBeGreaterThanOrEqual(timeUs);
          }
        },
      ),
    );
  });

  it('add up: latency, scale-up, scale-out and congestion make the time, none below zero', () => {
    fc.assert(
      fc.property(anyInputs, anyCollective, anySize, (inputs, kind, size) => {
        for (const each of estimate(inputs, kind, size).candidates) {
          const parts = [each.latencyUs, each.scaleUpUs, each.scaleOutUs, each.congestionUs];
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(each.timeUs);
        }
      }),
    );
  });

  it('never beat a cut at its line rate', () => {
    fc.assert(
      fc.property(anyInputs, anyCollective, anySize, (inputs, kind, size) => {
        const [cut] = inputs.cuts;
        if (cut === undefined) return;
        for (const each of estimate(inputs, kind, size).candidates) {
          const leastUs = (size * crossShare(inputs, kind, each)) / (1000 * cut.capacityGBps);
          expect(each.timeUs * TINY).toBeGreaterThanOrEqual(leastUs);
        }
      }),
    );
  });

  it('never send more over a NIC or the scale-up network than it has', () => {
    fc.assert(
      fc.property(anyInputs, anySize, (inputs, size) => {
        const { rankCount, domainCount, platform } = inputs;
        const nicGBps = domainCount === 1 ? Number.POSITIVE_INFINITY : (inputs.nicsPerDomain * inputs.nicGbps) / 8;
        const ring =
          domainCount > 1 ? platform.ringAcrossGBps : platform.ringGBps * (platform.isRingPerPeer ? rankCount : 1);
        for (const { family, timeUs } of estimate(inputs, 'all-reduce', size).candidates) {
          const busbw = (size / timeUs / 1000) * ((2 * (rankCount - 1)) / rankCount);
          // A tree on two domains sends each byte over the NICs once each way; reduction in switches likewise.
          if (family === 'ring') expect(busbw).toBeLessThanOrEqual(Math.min(ring, nicGBps) * TINY);
          else expect(size / timeUs / 1000).toBeLessThanOrEqual(nicGBps * TINY);
        }
        const gather = estimate(inputs, 'all-gather', size);
        expect(gather.busbwGBps).toBeLessThanOrEqual(Math.min(ring, nicGBps) * TINY);
      }),
    );
  });

  it('are never slower with more NICs, and never faster with worse routing', () => {
    fc.assert(
      fc.property(
        anyInputs,
        anyCollective,
        anySize,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (inputs, kind, size, worse) => {
          const { timeUs } = estimate(inputs, kind, size);
          const more = estimate({ ...inputs, nicsPerDomain: inputs.nicsPerDomain + 1 }, kind, size);
          expect(more.timeUs).toBeLessThanOrEqual(timeUs * TINY);
          const routed = estimate({ ...inputs, routingEfficiency: inputs.routingEfficiency * worse }, kind, size);
          expect(routed.timeUs * TINY).toBeGreaterThanOrEqual(timeUs);
        },
      ),
    );
  });

  it('lie in their band', () => {
    fc.assert(
      fc.property(anyInputs, anyCollective, anySize, (inputs, kind, size) => {
        const { lowUs, timeUs, highUs } = estimate(inputs, kind, size);
        expect(lowUs).toBeLessThan(timeUs);
        expect(highUs).toBeGreaterThan(timeUs);
      }),
    );
  });
});

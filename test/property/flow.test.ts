/** Laws of the flow model on random fabrics: what is sent arrives, no cable is overfull, and unshared means the closed form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#core/netlist/netlist.ts';
import { FairShare } from '#core/graph/fair-share.ts';
import { estimateCollective } from '#core/sim/closed-form/estimate-collective.ts';
import { readIdealInputs } from '#core/sim/fabric-inputs.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { ask, constants, drawRailPods, layOut, simulate } from '../support/flow-fabric.ts';

interface Case {
  readonly pods: number;
  readonly servers: number;
  readonly spines: number;
  readonly scenario: Scenario;
}

const arbitraryCase: fc.Arbitrary<Case> = fc.record({
  pods: fc.integer({ min: 1, max: 4 }),
  servers: fc.integer({ min: 1, max: 4 }),
  spines: fc.integer({ min: 1, max: 4 }),
  scenario: fc
    .record({
      collective: fc.constantFrom('all-reduce', 'all-gather', 'all-to-all', 'broadcast', 'send-recv'),
      algorithm: fc.constantFrom('auto', 'ring'),
      routing: fc.constantFrom('ecmp', 'ecmp-qp', 'adaptive', 'spray'),
      placement: fc.constantFrom('packed', 'random', 'rail-aligned'),
      sizeBytes: fc.integer({ min: 8, max: 34 }).map((log) => 2 ** log),
    })
    .map((more) => ask({ ...more, seedCount: 1 })),
});

describe('flows', () => {
  it('arrive with all that was sent', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ pods, servers, spines, scenario }) => {
        const { plan, run, netlist, routed } = layOut(drawRailPods(pods, servers, spines), scenario);
        expect(routed.strandedCount).toBe(0);
        const total = plan.phases.reduce((sum, { flows }) => sum + flows.bytes.reduce((x, y) => x + y, 0), 0);
        // Link 1 holds the servers' cables, A end at the server: even wires lead up, odd ones down.
        const { firstConnection = 0, connectionCount = 0 } = netlist.links[0] ?? {};
        let up = 0;
        let down = 0;
        for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
          up += run.sentBytes[2 * i] ?? 0;
          down += run.sentBytes[2 * i + 1] ?? 0;
        }
        expect(Math.abs(up - total)).toBeLessThanOrEqual(1e-6 * total);
        expect(Math.abs(down - total)).toBeLessThanOrEqual(1e-6 * total);
      }),
      { numRuns: 40 },
    );
  });

  it('pass through every switch undiminished', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ pods, servers, spines, scenario }) => {
        const { run, netlist } = layOut(drawRailPods(pods, servers, spines), scenario);
        const balance = new Float64Array(netlist.memberCount);
        let total = 0;
        for (let i = 0; i < netlist.connectionCount; i += 1) {
          const a = netlist.connectionMemberA[i] ?? 0;
          const b = netlist.connectionMemberB[i] ?? 0;
          const net = (run.sentBytes[2 * i] ?? 0) - (run.sentBytes[2 * i + 1] ?? 0);
          balance[a] = (balance[a] ?? 0) - net;
          balance[b] = (balance[b] ?? 0) + net;
          total += (run.sentBytes[2 * i] ?? 0) + (run.sentBytes[2 * i + 1] ?? 0);
        }
        netlist.groups.forEach(({ role, firstMember, count }) => {
          if (role === 'endpoint') return;
          for (let m = firstMember; m < firstMember + count; m += 1) {
            // Shares of sprayed flows are kept in single precision.
            expect(Math.abs(balance[m] ?? 0)).toBeLessThanOrEqual(1e-6 * total);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('never fill a cable beyond what it carries', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ pods, servers, spines, scenario }) => {
        const { routed, capacity, run } = layOut(drawRailPods(pods, servers, spines), scenario, 7);
        for (const { paths } of routed.jobs[0]?.phases ?? []) {
          const all = Uint32Array.from({ length: paths.flowCount }, (_, i) => i);
          const fair = new FairShare(paths, capacity, all, { weight: null, cap: null });
          const rates = new Float64Array(paths.flowCount);
          fair.fill(new Uint8Array(paths.flowCount), rates);
          const loads = new Float64Array(capacity.length);
          fair.addLoads(rates, loads);
          loads.forEach((load, wire) => {
            expect(load).toBeLessThanOrEqual((capacity[wire] ?? 0) * (1 + 1e-6));
          });
        }
        run.peakRate.forEach((rate, wire) => {
          expect(rate).toBeLessThanOrEqual((capacity[wire] ?? 0) * (1 + 1e-6));
        });
      }),
      { numRuns: 25 },
    );
  });

  // Uplinks for every server of a leaf, and sprayed: no cable is shared by more than it can carry. The wire time is then that of
  // the slower of NICs and scale-up network, exactly as in the closed form; 1e-6 leaves room for shares in single precision.
  it('take the time of the closed form where nothing is shared', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 2 }), ({ pods, servers, scenario }, more) => {
        const own = { ...scenario, routing: 'spray' as const };
        const design = drawRailPods(pods, servers, servers * more);
        const { netlist, run } = layOut(design, own);
        const placement = placeJob(netlist, own);
        if (!placement.ok) throw new Error(placement.error);
        const estimate = estimateCollective(readIdealInputs(netlist, placement.value, own), own, constants);
        expect(Math.abs(run.endUs - estimate.timeUs)).toBeLessThanOrEqual(1e-6 * estimate.timeUs);
      }),
      { numRuns: 60 },
    );
  });

  // Ring/Simple says time = L + x + 2 w sqrt(L x) with x the bytes over the slower of NICs and domain: the flows' own x must be it.
  it('have the closed form’s bandwidth term for rings', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ pods, servers, scenario }) => {
        fc.pre(pods * servers > 1);
        const own = {
          ...scenario,
          collective: 'all-reduce',
          algorithm: 'ring',
          protocol: 'simple',
          routing: 'spray',
        } as const;
        const { netlist, wireUs } = layOut(drawRailPods(pods, servers, servers), { ...own, sizeBytes: 2 ** 34 });
        const placement = placeJob(netlist, own);
        if (!placement.ok) throw new Error(placement.error);
        const inputs = readIdealInputs(netlist, placement.value, own);
        const price = (sizeBytes: number): number =>
          estimateCollective(inputs, { ...own, sizeBytes }, { ...constants, ringFill: 0 }).timeUs;
        // Without filling time is linear in size: what a size adds to the empty message's time is the bandwidth term.
        const x = (price(2 ** 34) - price(2 ** 33)) * 2;
        expect(Math.abs(wireUs - x)).toBeLessThanOrEqual(1e-6 * x);
      }),
      { numRuns: 25 },
    );
  });

  it('give the same answer when asked again', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ pods, servers, spines, scenario }) => {
        const design = drawRailPods(pods, servers, spines);
        expect(simulate(design, scenario)).toEqual(simulate(design, scenario));
      }),
      { numRuns: 8 },
    );
  });
});

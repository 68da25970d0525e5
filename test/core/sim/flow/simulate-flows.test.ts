import { describe, expect, it } from 'vitest';
import { ask, constants, drawLeafPods, drawRailPods, layOut, simulate } from '../../../support/flow-fabric.ts';

const SIZE = 2 ** 30;
/** What 400 Gb/s carries of payload, bytes per us. */
const NIC = 50_000 * constants.goodputShare;
const big = { sizeBytes: SIZE, algorithm: 'ring', protocol: 'simple', seedCount: 3 } as const;

describe('a ring all-reduce', () => {
  // 2 (n - 1) / n x S over eight NICs of 400 Gb/s, n = 64; the scale-up rate of Hopper, 367 GB/s, is below 8 x 47.75 = 382.
  it('reaches the line rate on a fat tree that is not oversubscribed, sprayed', () => {
    const { wireUs, run, plan } = layOut(drawRailPods(2, 4, 4), ask({ ...big, routing: 'spray' }));
    const bytes = ((2 * 63) / 64) * SIZE;
    expect(wireUs).toBeCloseTo(bytes / 367_000, 3);
    expect(run.endUs).toBeCloseTo(plan.idealUs, 6);
  });

  // Eight servers of eight GPUs: reduce-scatter and all-gather inside take (7/8) S each at 367 GB/s, and the ring of eight between
  // them 2 x (7/8) x S over eight NICs; the phases follow one another.
  it('laid out by hierarchy pays for its domains and for the ring between them, one after the other', () => {
    const scenario = ask({ ...big, routing: 'spray', flowPattern: 'hierarchical' });
    const { wireUs } = layOut(drawRailPods(2, 4, 4), scenario);
    const inside = (2 * ((7 / 8) * SIZE)) / 367_000;
    expect(wireUs).toBeCloseTo(inside + (2 * ((7 / 8) * SIZE)) / (8 * NIC), 3);
    expect(simulate(drawRailPods(2, 4, 4), scenario).notes.join()).toContain('hierarchical, as the scenario says');
  });

  it('reaches NICs x rate x goodput where the NICs are slower than the domain', () => {
    // One leaf a pod and four cables a server; a mesh of eight cables up for two servers.
    const { wireUs } = layOut(drawLeafPods(4, 2, 4, 8), ask({ ...big, routing: 'spray' }));
    const bytes = ((2 * 63) / 64) * SIZE;
    const busbw = bytes / wireUs;
    expect(busbw).toBeCloseTo(4 * NIC, 3);
  });

  // The ring leaves each rail's leaf once and comes in once: one uplink is enough, however many servers hang on it.
  it('in order loses nothing to oversubscribed spines', () => {
    const scenario = ask({ ...big, routing: 'spray' });
    const { wireUs } = layOut(drawRailPods(4, 8, 4), scenario);
    const { wireUs: clean } = layOut(drawRailPods(4, 8, 8), scenario);
    expect(wireUs / clean).toBeCloseTo(1, 9);
  });

  it('in random order pays for collisions under ECMP', () => {
    const design = drawRailPods(4, 8, 8);
    const scenario = { ...big, placement: 'random' } as const;
    const hashed = simulate(design, ask({ ...scenario, routing: 'ecmp', seedCount: 5 }));
    const sprayed = simulate(design, ask({ ...scenario, routing: 'spray' }));
    const [main] = hashed.jobs;
    const [clean] = sprayed.jobs;
    expect(main?.medianUs).toBeGreaterThan(1.5 * (clean?.medianUs ?? 0));
    expect(main?.p5Us).toBeLessThanOrEqual(main?.medianUs ?? 0);
    expect(main?.p95Us).toBeGreaterThanOrEqual(main?.medianUs ?? 0);
    expect(hashed.seedCount).toBe(5);
    expect(sprayed.seedCount).toBe(1);
  });

  it('inside one domain takes the closed form and no cable', () => {
    const report = simulate(drawRailPods(1, 1, 1), ask({ ...big, algorithm: 'auto' }));
    expect(report.flowCount).toBe(0);
    expect(report.busiest).toEqual([]);
    expect(report.jobs[0]?.medianUs).toBeCloseTo(report.jobs[0]?.idealUs ?? 0, 6);
  });
});

describe('an all-to-all', () => {
  const scenario = ask({ collective: 'all-to-all', sizeBytes: SIZE, routing: 'spray' });

  // Eight pods of four servers: each NIC sends to 31 others, 28 of them over the spines. Four NICs share a leaf's two uplinks, so
  // the uplink carries 4 x 28 / 2 = 56 where the NIC carries 31.
  it('pays for a 2:1 oversubscription in full', () => {
    const clean = layOut(drawRailPods(8, 4, 4), scenario);
    const halved = layOut(drawRailPods(8, 4, 2), scenario);
    expect(clean.run.endUs).toBeCloseTo(clean.plan.idealUs, 3);
    expect(halved.wireUs / clean.wireUs).toBeCloseTo(56 / 31, 6);
  });

  // Three of four spines left: 4 x 28 / 3 on an uplink where the NIC carries 31.
  it('loses the share of a broken spine', () => {
    const design = drawRailPods(8, 4, 4);
    const broken = {
      ...scenario,
      failures: [{ kind: 'device' as const, deviceId: 'spine', members: { first: 0, count: 1 } }],
    };
    const clean = layOut(design, scenario);
    const { wireUs, run, netlist } = layOut(design, broken);
    expect(wireUs / clean.wireUs).toBeCloseTo((4 * 28) / 3 / 31, 6);
    netlist.failures?.connectionFailed.forEach((isFailed, connection) => {
      if (isFailed === 0) return;
      expect(run.sentBytes[2 * connection]).toBe(0);
      expect(run.sentBytes[2 * connection + 1]).toBe(0);
    });
  });
});

describe('jobs side by side', () => {
  const run = (first: number): { deviceId: string; members: { first: number; count: number } } => ({
    deviceId: 'server',
    members: { first, count: 1 },
  });

  // Two pods of two servers with a cable each, one cable from either leaf to the spine: both jobs' rings cross it all the time.
  it('share an uplink in fair halves', () => {
    const design = drawLeafPods(2, 2, 1, 1);
    const alone = ask({
      ...big,
      collective: 'all-gather',
      routing: 'ecmp',
      group: { kind: 'tenant', name: 'A', runs: [run(0), run(2)] },
    });
    const second = {
      id: 'second',
      name: 'Second',
      trafficClass: 'training' as const,
      collective: 'all-gather' as const,
      sizeBytes: SIZE,
      runs: [run(1), run(3)],
    };
    const wireUs = ((15 / 16) * SIZE) / NIC;
    const single = simulate(design, alone).jobs[0]?.medianUs ?? 0;
    const both = simulate(design, { ...alone, traffic: [second] });
    expect((both.jobs[0]?.medianUs ?? 0) - single).toBeCloseTo(wireUs, -1);
    expect(both.jobs.map(({ jobId }) => jobId)).toEqual(['main', 'second']);
    const up = both.busiest[0];
    expect(up?.meanUtilisation).toBeGreaterThan(0.9);
    expect(up?.meanUtilisation).toBeLessThanOrEqual(1);
  });

  it('leave out traffic that has nowhere to go, and say so', () => {
    const checkpoint = {
      id: 'checkpoint',
      name: 'Checkpoint',
      trafficClass: 'checkpoint' as const,
      collective: 'all-reduce' as const,
      sizeBytes: SIZE,
      runs: [],
    };
    const report = simulate(drawLeafPods(2, 2, 1, 1), ask({ ...big, traffic: [checkpoint] }));
    expect(report.jobs).toHaveLength(1);
    expect(report.notes.join(' ')).toContain('Checkpoint finds no working storage');
  });
});

describe('the ideal', () => {
  // Half of the uplinks: alone and sprayed, an all-to-all takes 56 / 31 of what its own cables would let it.
  it('knows the fabric, but neither chance nor neighbours', () => {
    const scenario = ask({ collective: 'all-to-all', sizeBytes: SIZE, routing: 'ecmp', seedCount: 2 });
    const design = drawRailPods(8, 4, 2);
    const { plan } = layOut(design, scenario);
    const [main] = simulate(design, scenario).jobs;
    const wireUs = plan.idealUs - plan.overheadUs;
    expect((main?.idealUs ?? 0) - plan.overheadUs).toBeCloseTo((wireUs * 56) / 31, 2);
    expect(main?.medianUs).toBeGreaterThan(main?.idealUs ?? 0);
  });
});

describe('a report', () => {
  it('lists the busiest cables with their ends and fills every link between 0 and 1', () => {
    const report = simulate(drawRailPods(4, 8, 4), ask({ ...big, routing: 'ecmp', placement: 'random' }));
    expect(report.busiest).toHaveLength(200);
    const [first] = report.busiest;
    expect(first?.nameA).toMatch(/leaf|server/);
    expect(first?.peakUtilisation).toBeCloseTo(1, 6);
    const fullest = report.busiest.map(({ meanUtilisation }) => meanUtilisation);
    expect(fullest).toEqual(fullest.toSorted((x, y) => y - x));
    expect(Object.keys(report.utilisationOfLink)).toEqual(['link-1', 'link-2']);
    for (const link of ['link-1', 'link-2']) {
      expect(report.utilisationOfLink[link]).toBeGreaterThan(report.meanUtilisationOfLink[link] ?? 1);
      expect(report.utilisationOfLink[link]).toBeLessThanOrEqual(1);
    }
    expect(report.strandedCount).toBe(0);
    expect(report.timeline.map(({ label }) => label)).toEqual(['Ring']);
  });
});

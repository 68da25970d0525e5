/** 4 pods of 8 servers, 256 GPUs, a leaf a rail and pod with 8 servers below: 8 spines are enough, 4 are 2:1, 2 are 4:1. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDesign } from '#core/io/design-file.ts';
import type { Scenario } from '#core/netlist/netlist.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';
import { ask, drawRailPods } from '../../support/flow-fabric.ts';
import { estimate, findWorst, place, readInputs } from '../../support/job.ts';

const SIZE = 2 ** 34;
const ring = { algorithm: 'ring', protocol: 'simple', sizeBytes: SIZE } as const;
const pairs = { collective: 'all-to-all', sizeBytes: SIZE } as const;

/** Of the ring: 2 (n - 1) / n of the message, an eighth on each rail. */
const PER_CROSSING = (2 * 255) / 256 / 8;

describe('an oversubscribed fabric', () => {
  // 8 servers put 1 rank's worth on each rail: 8 x (256 - 64) / 256 = 6 for one byte of message leave each leaf.
  it('has to take all-to-all over its uplinks in full', () => {
    const cut = findWorst(readInputs(drawRailPods(4, 8, 4), ask(pairs)), 'allToAll');
    expect(cut.allToAll).toBeCloseTo(6, 12);
    expect(cut.capacityGBps).toBe((4 * 400) / 8);
  });

  it('doubles the time of an all-to-all with the ratio', () => {
    const two = estimate(drawRailPods(4, 8, 4), ask(pairs));
    const four = estimate(drawRailPods(4, 8, 2), ask(pairs));
    expect(four.timeUs / two.timeUs).toBeCloseTo(2, 1);
    expect(two.bottleneck.kind).toBe('cut');
  });

  it('costs an ordered ring nothing: it leaves each leaf once', () => {
    const cut = findWorst(readInputs(drawRailPods(4, 8, 2), ask(ring)), 'ringAllReduce');
    expect(cut.ringAllReduce).toBeCloseTo(PER_CROSSING, 12);
    const clean = estimate(drawRailPods(4, 8, 8), ask(ring));
    expect(estimate(drawRailPods(4, 8, 2), ask(ring)).timeUs).toBeCloseTo(clean.timeUs, 6);
  });

  it('costs a ring of random order as often as it leaves a leaf, at most once a server', () => {
    const scenario = ask({ ...ring, placement: 'random' });
    const design = drawRailPods(4, 8, 2);
    const crossings = findWorst(readInputs(design, scenario), 'ringAllReduce').ringAllReduce / PER_CROSSING;
    expect(crossings).toBeCloseTo(Math.round(crossings), 9);
    expect(crossings).toBeGreaterThan(4);
    expect(crossings).toBeLessThanOrEqual(8);
    expect(estimate(design, scenario).timeUs).toBeGreaterThan(2 * estimate(design, ask(ring)).timeUs);
  });
});

describe('broken things', () => {
  // Three of four spines left: a quarter of every leaf's uplinks is gone.
  it('slow an all-to-all by what a spine carried', () => {
    const failures: Scenario['failures'] = [{ kind: 'device', deviceId: 'spine', members: { first: 0, count: 1 } }];
    const design = drawRailPods(4, 8, 4);
    const ratio = estimate(design, ask({ ...pairs, failures })).timeUs / estimate(design, ask(pairs)).timeUs;
    expect(ratio).toBeGreaterThan(1.3);
    expect(ratio).toBeLessThan(1.34);
  });

  // Link 1 is the servers'; its first cable is server 1's first port. 8 x 248 / 256 = 7.75 leave each server.
  it('make a server with a broken NIC the pace', () => {
    const failures: Scenario['failures'] = [{ kind: 'link', linkId: 'link-1', connections: { first: 0, count: 1 } }];
    const inputs = readInputs(drawRailPods(4, 8, 8), ask({ ...pairs, failures }));
    const cut = findWorst(inputs, 'allToAll');
    expect(cut.label).toMatch(/^NICs of .*\(7 of 8 ports working\)$/);
    expect(cut.refIds).toEqual(['server']);
    expect(cut.capacityGBps).toBe((7 * 400) / 8);
    expect(cut.allToAll).toBeCloseTo(7.75, 12);
    expect(inputs).toMatchObject({ nicsPerDomain: 8, nicGbps: 400 });
  });
});

describe('rails', () => {
  /** Server a on leaves 1 to 8, server b on leaves 8 to 1. */
  function drawCrossed(): ReturnType<typeof drawDesign> {
    const design = drawDesign();
    drawDevice(design, 'a', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'b', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 1);
    const reversed = Array.from({ length: 8 }, (_, port): [number, number] => [0, 7 - port]);
    drawLink(design, 'a.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    drawLink(design, 'b.compute', 'leaf.data', { pattern: 'explicit', speedGbps: 400, pairs: reversed });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    return design;
  }

  // 16 GPUs: 2 x 15/16 of the message each way, an eighth on each rail. A leaf is one rail of a and another of b, and sends for both.
  it('that are crossed send a ring over the spine', () => {
    expect(findWorst(readInputs(drawCrossed(), ask(ring)), 'ringAllReduce').ringAllReduce).toBeCloseTo(
      (2 * 2 * 15) / 16 / 8,
      12,
    );
  });

  it('are put straight by rail-aligned placement', () => {
    const inputs = readInputs(drawCrossed(), ask({ ...ring, placement: 'rail-aligned' }));
    expect(inputs.cuts).toEqual([]);
    expect(inputs.routingEfficiency).toBe(1);
  });
});

describe('routing', () => {
  const rho = (routing: Scenario['routing']) =>
    readInputs(drawRailPods(4, 8, 8), ask({ ...pairs, routing })).routingEfficiency;

  it('lets more through the finer it spreads', () => {
    expect(rho('spray')).toBe(0.96);
    expect(rho('adaptive')).toBe(0.96);
    expect(rho('ecmp-qp')).toBe(0.875);
  });

  // Eight servers to eight peers each at once, three quarters of them in other pods: 48 flows of an eighth of a NIC on 8 uplinks. The
  // published examples give 0.56 for 32 flows on 8 links, all full, and 0.73 for 128; links three quarters full lose less.
  it('by 5-tuple loses what the fullest uplink carries too much', () => {
    expect(rho('ecmp')).toBeGreaterThan(0.6);
    expect(rho('ecmp')).toBeLessThanOrEqual(0.875);
  });

  it('takes a share set by hand', () => {
    const scenario = ask({ ...pairs, routing: 'ecmp', constants: { rhoEcmp: 0.5 } });
    expect(readInputs(drawRailPods(4, 8, 8), scenario).routingEfficiency).toBe(0.5);
  });
});

describe('two switches joined to each other', () => {
  // 16 GPUs on each: 16 x 16 / 32 = 8 for one byte of message, over four cables.
  it('are a cut though there are no tiers', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4, { membersPerPod: 2 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2, { membersPerPod: 1 });
    const joined = {
      pattern: 'explicit',
      pairs: [[0, 1]] as [number, number][],
      cablesPerPair: 4,
      speedGbps: 400,
    } as const;
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'mesh',
      within: 'pod',
      speedGbps: 400,
      cablesPerPair: 8,
    });
    drawLink(design, 'leaf.data', 'leaf.data', joined);
    const cut = findWorst(readInputs(design, ask(pairs)), 'allToAll');
    expect(cut.allToAll / cut.capacityGBps).toBeCloseTo(8 / 200, 9);
    expect(place(design, ask({})).oneWayUs).toBeCloseTo(
      (evaluate(design).report.fabrics[0]?.latency?.maxNs ?? 0) / 1000,
      9,
    );
  });
});

describe('the farthest pair', () => {
  it.each([
    ['two tiers', drawRailPods(4, 8, 8)],
    ['one tier', drawRailPods(1, 8, 1)],
  ])('is as far as the latency analysis has it: %s', (_, design) => {
    const { report } = evaluate(design);
    expect(place(design, ask({})).oneWayUs).toBeCloseTo((report.fabrics[0]?.latency?.maxNs ?? 0) / 1000, 9);
  });
});

describe('the DGX H100 SuperPOD of four scalable units, one server short', () => {
  const file = new URL('../../../examples/dgx-h100-superpod-4su.weft', import.meta.url);
  const opened = parseDesign(readFileSync(file, 'utf8'), 'example');
  if (!opened.ok) throw new Error(opened.error.message);
  const design = opened.value;

  // 127 servers; 16 spines by two cables: 32 x 50 GB/s up a leaf, and 32 x (1016 - 256) / 1016 for one byte of an all-to-all.
  it('reads as 127 domains with eight 400G NICs', () => {
    const inputs = readInputs(design, ask(pairs));
    expect(inputs).toMatchObject({
      rankCount: 1016,
      domainCount: 127,
      nicsPerDomain: 8,
      nicGbps: 400,
      transport: 'infiniband',
    });
    const cut = findWorst(inputs, 'allToAll');
    expect(cut.capacityGBps).toBe(1600);
    expect(cut.allToAll).toBeCloseTo((32 * 760) / 1016, 9);
    expect(inputs.oneWayUs).toBeCloseTo((evaluate(design).report.fabrics[0]?.latency?.maxNs ?? 0) / 1000, 9);
  });
});

/** All-to-all throughput worked out by hand, and against closed forms. */
import { describe, expect, it } from 'vitest';
import type { AllToAll } from '#core/analysis/bandwidth-report.ts';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink } from '../../support/draw.ts';
import { generateFabric, reportFabric } from '../../support/generate-fabric.ts';

function measure(design: Design): AllToAll {
  const { allToAll } = reportFabric(design);
  if (!allToAll) throw new Error('no all-to-all');
  return allToAll;
}

/** Two leaves of four hosts with one port each. */
function drawTwoLeaves(): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 2, { membersPerPod: 1 });
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', within: 'pod', speedGbps: 400 });
  return design;
}

describe('all-to-all', () => {
  it('is full on one switch', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8 });
    expect(measure(design)).toMatchObject({ ecmp: 1, spray: 1, adaptive: 1, unreachablePairs: 0, isEstimate: false });
  });

  it('is full on 1,024 GPUs of a rail-optimised fat tree', () => {
    const design = generateFabric({
      endpointCount: 128,
      endpoint: { partId: 'dgx-h100' },
      fabric: {
        technology: 'infiniband',
        topology: 'rail-optimised',
        leaf: { partId: 'qm9700' },
        endpointsPerUnit: 32,
      },
    });
    expect(measure(design)).toMatchObject({ ecmp: 1, adaptive: 1 });
  });

  // Each host sends 400 / 7 to each of 7: 16 flows of 57.14G = 914.3G leave a leaf over 2 x 400G.
  it('what an oversubscribed tier lets through', () => {
    const design = drawTwoLeaves();
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
    const found = measure(design);
    expect(found.ecmp).toBeCloseTo(800 / ((16 * 400) / 7), 12);
    expect(found.busiestLinkId).toBe('link-2');
    expect(found.busiestLoad).toBeCloseTo((16 * 400) / 7 / 800, 12);
  });

  /*
   * Leaf 0 has one cable to spine 0 and two to spine 1, leaf 1 the other way round. Hashing over ports sends two thirds over spine 1,
   * where one cable goes down: 2/3 x 914.3 on 400G. Evenly over the four paths it is one half.
   */
  it('adaptive routing avoids the side that hashing overfills', () => {
    const design = drawTwoLeaves();
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    const uplink = (cablesPerPair: number, pairs: [number, number][]): void =>
      drawLink(design, 'leaf.data', 'spine.data', { pattern: 'explicit', speedGbps: 400, cablesPerPair, pairs });
    uplink(1, [
      [0, 0],
      [1, 1],
    ]);
    uplink(2, [
      [0, 1],
      [1, 0],
    ]);
    const across = (16 * 400) / 7;
    const found = measure(design);
    expect(found.ecmp).toBeCloseTo(400 / ((2 / 3) * across), 12);
    expect(found.spray).toBe(found.ecmp);
    expect(found.adaptive).toBeCloseTo(400 / (across / 2), 12);
  });

  // Every link of a torus carries the same; a chip of four links sends over 4 + 4 hops on average, x 256/255 as it does not send to itself.
  it('on a 16 x 16 torus is links per chip / (links per chip x mean distance)', () => {
    const design = generateFabric({
      endpointCount: 256,
      endpoint: { gpus: 1, ports: 4, portGbps: 400 },
      fabric: { topology: 'torus', lattice: { shape: [16, 16] } },
    });
    expect(measure(design).ecmp).toBeCloseTo(255 / (8 * 256), 12);
  });

  it('is nothing where endpoints cannot reach each other, and says how many pairs', () => {
    // 4 x 4 pairs each way.
    expect(measure(drawTwoLeaves())).toMatchObject({ ecmp: 0, spray: 0, adaptive: 0, unreachablePairs: 32 });
  });
});

describe('path diversity', () => {
  // Two hosts of 8 ports on 8 rails of two units; 4 spines with 2 cables to every leaf: 8 uplink ports, then 8 leaves x 2 cables down each.
  it('counts shortest paths and paths without a common cable', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4, { membersPerPod: 2 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 16, { membersPerPod: 8 });
    drawDevice(design, 'spine', 'qm9700', 'spine', 4);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', within: 'pod', speedGbps: 400 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
    const { paths } = reportFabric(design);
    const count = 8 * (4 * 2) * (8 * 2);
    expect(paths).toEqual({
      diameter: 3,
      shortestPathsFewest: count,
      shortestPathsMean: count,
      disjointPathsFewest: 8,
      disjointPairsTried: 2,
      isEstimate: false,
    });
  });

  // Chips with two or more chips between: 1 + 2 hops have 3 orders and two ways round, 6 paths; 2 + 2 hops have 24. A chip has 4 links.
  it('on a torus is bounded by the links of a chip', () => {
    const design = generateFabric({
      endpointCount: 16,
      endpoint: { gpus: 1, ports: 4, portGbps: 400 },
      fabric: { topology: 'torus', lattice: { shape: [4, 4] } },
    });
    expect(reportFabric(design).paths).toMatchObject({
      diameter: 3,
      shortestPathsFewest: 6,
      disjointPathsFewest: 4,
    });
  });
});

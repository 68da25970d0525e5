/** Oversubscription and bisection on fabrics small enough to work out by hand. */
import { describe, expect, it } from 'vitest';
import type { FabricReport } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

function computeFabric(design: Design): FabricReport {
  const fabric = evaluate(design).report.fabrics[0];
  if (!fabric) throw new Error('no fabric');
  return fabric;
}

describe('one switch', () => {
  it('has no tier above, so no oversubscription, and is non-blocking', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 8 });
    const fabric = computeFabric(design);
    expect(fabric.tiers).toEqual([]);
    expect(fabric.worstOversubscription).toBeNull();
    // 4 servers x 8 x 400G.
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 12_800, ratio: 1 });
  });
});

describe('two switches with inter-switch links', () => {
  // 4 servers on each switch: 32 x 400G down; 16 x 400G between the switches: 2:1, bisection 6.4 Tb/s of 12.8.
  it('the links between them lead away from the endpoints', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2, { membersPerPod: 1 });
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'mesh',
      within: 'pod',
      speedGbps: 400,
      cablesPerPair: 8,
    });
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 16 });
    const fabric = computeFabric(design);
    expect(fabric.worstOversubscription).toBe(2);
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 6400, injectionGbps: 12_800, ratio: 0.5 });
  });
});

describe('three tiers', () => {
  // Leaf: 32 down, 16 up = 2. Spine (2 a pod): 2 leaves x 8 = 16 down, 4 up = 4. Path: 8:1.
  it('multiplies the worst ratios along a path', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 16, { membersPerPod: 4 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4, { membersPerPod: 1 });
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'mesh',
      within: 'pod',
      speedGbps: 400,
      cablesPerPair: 8,
    });
    drawDevice(design, 'spine', 'qm9700', 'spine', 4, { membersPerPod: 2 });
    drawDevice(design, 'core', 'qm9700', 'core', 2);
    for (const [leaf, spine] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 2],
      [3, 3],
    ] as const) {
      drawLink(design, 'leaf.data', 'spine.data', {
        pattern: 'explicit',
        speedGbps: 400,
        cablesPerPair: 8,
        pairs: [[leaf, spine]],
      });
    }
    drawLink(design, 'spine.data', 'core.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
    const fabric = computeFabric(design);
    expect(fabric.tiers.map((tier) => [tier.tier, tier.worst])).toEqual([
      [1, 2],
      [2, 4],
    ]);
    expect(fabric.worstOversubscription).toBe(8);
    // Halves are the pods: 2 spines x 4 uplinks x 400G = 3.2 Tb/s cross; 8 servers inject 25.6 Tb/s: 1/8.
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 3200, injectionGbps: 25_600, ratio: 0.125 });
  });
});

describe('rules', () => {
  it('reports oversubscription above the target of the fabric', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 4);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400 });
    const fabric = design.fabrics['compute'];
    if (fabric) fabric.targetOversubscription = 1;
    // 8 down, 4 up.
    const problem = evaluate(design).report.problems.find((found) => found.code === 'topology.oversubscription');
    expect(problem?.message).toContain('2:1 on its worst path, the target is 1:1');
  });

  it('names endpoints without a cable and half-connected compute ports', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 3);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'explicit',
      pairs: [
        [0, 0],
        [1, 0],
      ],
      speedGbps: 400,
      cablesPerPair: 6,
    });
    const problems = evaluate(design).report.problems;
    expect(problems.find((found) => found.code === 'topology.unconnected')?.where).toEqual([
      { kind: 'device', id: 'server', member: 2 },
    ]);
    // 3 x 8 = 24 ports, 12 used.
    expect(problems.find((found) => found.code === 'topology.open-ports')?.message).toContain('12 of 24');
  });

  it('a switch on the management network is a host of it, not a tier', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2);
    drawDevice(design, 'oob', 'sn2201', 'leaf', 1);
    drawLink(design, 'server.bmc', 'oob.data', { pattern: 'mesh', speedGbps: 1 });
    drawLink(design, 'leaf.mgmt', 'oob.data', { pattern: 'mesh', speedGbps: 1 });
    expect(computeFabric(design)).toMatchObject({
      switchCount: 1,
      endpointCount: 4,
      tiers: [],
      worstOversubscription: null,
    });
  });
});

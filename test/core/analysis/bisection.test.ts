/** Bisection against published figures and closed forms. */
import { describe, expect, it } from 'vitest';
import type { Bisection } from '#core/analysis/bandwidth-report.ts';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink } from '../../support/draw.ts';
import { generateFabric, reportFabric } from '../../support/generate-fabric.ts';

function bisect(design: Design): Bisection {
  const { bisection } = reportFabric(design);
  if (!bisection) throw new Error('no bisection');
  const cut = bisection.cutLinks.reduce((sum, link) => sum + link.bandwidthGbps, 0);
  expect(cut).toBeCloseTo(bisection.bandwidthGbps, 6);
  return bisection;
}

function generateTorus(shape: readonly number[], portGbps = 400, tile: readonly number[] | null = null): Design {
  return generateFabric({
    endpointCount: shape.reduce((product, size) => product * size, 1),
    endpoint: { gpus: 1, ports: 2 * shape.length, portGbps },
    fabric: { topology: 'torus', speedGbps: portGbps, lattice: { shape, tile } },
  });
}

describe('torus of chips: the endpoints relay', () => {
  it('TPU v5e pod, 16 x 16, 50 GB/s a link and direction: 1.6 TB/s (Google Cloud documentation)', () => {
    const bisection = bisect(generateTorus([16, 16], 400));
    expect(bisection.relaysThroughEndpoints).toBe(true);
    expect(bisection.bandwidthGbps / 8 / 1000).toBe(1.6);
    expect(bisection.cutLinks.reduce((sum, link) => sum + link.connectionCount, 0)).toBe(32);
    // 128 chips of 4 x 400G on either side.
    expect(bisection.ratio).toBe(12_800 / (128 * 1600));
  });

  it('TPU v4 pod, 16 x 16 x 16 of 4 x 4 x 4 tiles: 512 links of 50 GB/s', () => {
    const bisection = bisect(generateTorus([16, 16, 16], 400, [4, 4, 4]));
    expect(bisection.bandwidthGbps / 8 / 1000).toBe(25.6);
  });

  it('TPU v5p pod, 16 x 20 x 28 of 4 x 4 x 4 tiles: 2 x 8,960 / 28 links, though the middle parts tiles', () => {
    expect(bisect(generateTorus([16, 20, 28], 800, [4, 4, 4])).bandwidthGbps).toBe(640 * 800);
  });

  it.each([
    [[4, 6, 8], 2 * 24],
    [[8, 6, 4], 2 * 24],
    [[4, 12, 4], 2 * 16],
  ])('2 x nodes / longest dimension links, whichever it is: %j', (shape, links) => {
    const bisection = bisect(generateTorus(shape));
    expect(bisection.bandwidthGbps).toBe(links * 400);
  });

  it('a ring is cut twice, whatever the order', () => {
    expect(bisect(generateTorus([10])).bandwidthGbps).toBe(800);
    const shuffled = drawDesign();
    drawDevice(shuffled, 'server', 'dgx-h100', 'endpoint', 8);
    // A ring over 0 3 6 1 4 7 2 5.
    const pairs = Array.from({ length: 8 }, (_, i): [number, number] => [(i * 3) % 8, ((i + 1) * 3) % 8]);
    drawLink(shuffled, 'server.compute', 'server.compute', { pattern: 'explicit', speedGbps: 400, pairs });
    expect(bisect(shuffled)).toMatchObject({ bandwidthGbps: 800, relaysThroughEndpoints: true });
  });
});

describe('grids of switches', () => {
  it('HyperX 8 x 8: 128 links across', () => {
    const design = generateFabric({
      endpointCount: 64 * 16,
      endpoint: { gpus: 1, ports: 1, portGbps: 400 },
      fabric: {
        topology: 'hyperx',
        lattice: { shape: [8, 8], hostsPerSwitch: 16 },
        leaf: { radix: 64, portGbps: 400 },
      },
    });
    expect(bisect(design)).toMatchObject({ bandwidthGbps: 128 * 400, relaysThroughEndpoints: false });
  });
});

describe('rails', () => {
  const railOnly = generateFabric({
    endpointCount: 128,
    endpoint: { gpus: 8, ports: 8, portGbps: 400 },
    fabric: { topology: 'rail-only', leaf: { radix: 128, portGbps: 400 } },
  });

  it('rail-only, 1,024 GPUs on 8 switches: nothing crosses rails in the fabric (arXiv 2307.12169)', () => {
    const bisection = bisect(railOnly);
    expect(bisection.acrossRails).toEqual({ railCount: 8, bandwidthGbps: 0, injectionGbps: 204_800, ratio: 0 });
    expect(bisection.ratio).toBe(1);
  });

  it('1,024 GPUs in 4 units, 128 nodes of 400 GB/s: 25.6 TB/s between the halves, also across rails (JAX scaling book)', () => {
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
    const bisection = bisect(design);
    expect(bisection.bandwidthGbps / 8 / 1000).toBe(25.6);
    expect(bisection.ratio).toBe(1);
    expect(bisection.acrossRails?.ratio).toBe(1);
  });

  it('endpoints on one rail each are cut between rails, where nothing passes', () => {
    const design = drawDesign();
    // Two units of four single-port hosts; leaf 0 of each unit is rail 0, leaf 1 rail 1; each rail has a spine of its own.
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4, { membersPerPod: 2 });
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    const pairs = Array.from({ length: 8 }, (_, i): [number, number] => [i, Math.floor(i / 4) * 2 + (i % 2)]);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'explicit', speedGbps: 400, pairs });
    drawLink(design, 'leaf.data', 'spine.data', {
      pattern: 'explicit',
      speedGbps: 400,
      cablesPerPair: 2,
      pairs: [
        [0, 0],
        [1, 1],
        [2, 0],
        [3, 1],
      ],
    });
    const bisection = bisect(design);
    expect(bisection.cuts.find((cut) => cut.name === 'rail')).toMatchObject({ bandwidthGbps: 0 });
    expect(bisection.cuts.find((cut) => cut.name === 'islands')).toMatchObject({ bandwidthGbps: 0 });
    expect(bisection.ratio).toBe(0);
  });
});

describe('the links of the worst cut', () => {
  it('are the thin links between two switches', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2, { membersPerPod: 1 });
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'mesh',
      within: 'pod',
      speedGbps: 400,
      cablesPerPair: 8,
    });
    drawLink(design, 'leaf.data', 'leaf.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 4 });
    expect(bisect(design).cutLinks).toEqual([{ linkId: 'link-2', connectionCount: 4, bandwidthGbps: 1600 }]);
  });

  it('are the cables between two hosts without a switch, which do not make them relay', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
    drawLink(design, 'server.compute', 'server.compute', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 3 });
    expect(bisect(design)).toMatchObject({
      bandwidthGbps: 1200,
      ratio: 1,
      relaysThroughEndpoints: false,
      cutLinks: [{ linkId: 'link-1', connectionCount: 3, bandwidthGbps: 1200 }],
    });
  });
});

describe('cuts by pod', () => {
  it('finds the pods that share too little when every other one is taken', () => {
    const design = drawDesign();
    // Four pods of two hosts; pods 0 and 1, and pods 2 and 3, share a wide spine; a thin cable joins the spines. By order nothing
    // wide is cut but the cable; every other pod cuts the wide spines, which have room.
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 2 });
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4, { membersPerPod: 1 });
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'mesh',
      within: 'pod',
      speedGbps: 400,
      cablesPerPair: 8,
    });
    drawLink(design, 'leaf.data', 'spine.data', {
      pattern: 'explicit',
      speedGbps: 400,
      cablesPerPair: 16,
      pairs: [
        [0, 0],
        [1, 0],
        [2, 1],
        [3, 1],
      ],
    });
    drawLink(design, 'spine.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
    const { cuts, worstCut } = bisect(design);
    expect(cuts.find((cut) => cut.name === 'pods')?.ratio).toBe(1);
    expect(cuts.find((cut) => cut.name === 'order')?.bandwidthGbps).toBe(800);
    expect(worstCut).toBe('order');
  });
});

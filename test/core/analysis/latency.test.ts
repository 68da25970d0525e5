/** Latency by hand, and against measurements in the open. */
import { describe, expect, it } from 'vitest';
import type { LatencyReport } from '#core/analysis/bandwidth-report.ts';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';
import { reportFabric } from '../../support/generate-fabric.ts';

function measure(design: Design): LatencyReport {
  const { latency } = reportFabric(design);
  if (!latency) throw new Error('no latency');
  return latency;
}

/** Two pods of two leaves and two hosts a leaf, spines over all. */
function drawTwoTiers(
  switchPart: string,
  lengthM: number,
  technology: 'infiniband' | 'ethernet' = 'infiniband',
): Design {
  const design = drawDesign(technology);
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 8, { membersPerPod: 4 });
  drawDevice(design, 'leaf', switchPart, 'leaf', 4, { membersPerPod: 2 });
  drawDevice(design, 'spine', switchPart, 'spine', 2);
  drawLink(design, 'server.compute', 'leaf.data', {
    pattern: 'explicit',
    speedGbps: 400,
    lengthM,
    pairs: Array.from({ length: 8 }, (_, server) => [server, Math.floor(server / 2)]),
  });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, lengthM });
  return design;
}

describe('latency', () => {
  it('adds up NICs, switches, error correction and cable as bought, by class of pairs', () => {
    const design = drawTwoTiers('qm9700', 30);
    const { netlist } = evaluate(design);
    // One way over one link: 100 ns of error correction and 5 ns for each metre.
    const linkNs = netlist.links.map((link) => 100 + 5 * (link.stockLengthM ?? link.lengthM));
    const leaf = 1400 + 350 + 2 * (linkNs[0] ?? 0);
    const spine = 1400 + 3 * 350 + 2 * (linkNs[0] ?? 0) + 2 * (linkNs[1] ?? 0);
    const found = measure(design);
    expect(found.classes).toEqual([
      // 4 leaves x 2 x 1, 2 pods x 2 x 2 x 2, 8 x 4 ordered pairs.
      { kind: 'leaf', pairCount: 8, switchesFewest: 1, switchesMost: 1, meanNs: leaf, maxNs: leaf },
      { kind: 'pod', pairCount: 16, switchesFewest: 3, switchesMost: 3, meanNs: spine, maxNs: spine },
      { kind: 'across', pairCount: 32, switchesFewest: 3, switchesMost: 3, meanNs: spine, maxNs: spine },
    ]);
    expect(found).toMatchObject({ p50Ns: spine, p95Ns: spine, maxNs: spine, pairCount: 56, isEstimate: false });
  });

  it('takes a figure for switches that state none, and says for which', () => {
    expect(measure(drawTwoTiers('qm9700', 30)).assumptions).toEqual([
      {
        label: 'InfiniBand switch without a published latency',
        valueNs: 350,
        deviceCount: 6,
        deviceIds: ['leaf', 'spine'],
      },
    ]);
    // Arista states 700 ns for the 7060X6.
    expect(measure(drawTwoTiers('7060x6-64pe', 30, 'ethernet')).assumptions).toEqual([]);
  });

  it('on one InfiniBand switch is within 10 % of the 1.8 to 1.9 us measured by Oracle', () => {
    const same = measure(drawTwoTiers('qm9700', 3)).classes[0];
    expect(same?.meanNs).toBeGreaterThan(1800 * 0.9);
    expect(same?.meanNs).toBeLessThan(1900 * 1.1);
  });

  it('two more InfiniBand switches cost 0.9 us, within 20 % (DeepSeek, arXiv 2505.09343, table 5: 3.7 - 2.8 us)', () => {
    const { classes } = measure(drawTwoTiers('qm9700', 3));
    const step = (classes[1]?.meanNs ?? 0) - (classes[0]?.meanNs ?? 0);
    expect(step).toBeGreaterThan(900 * 0.8);
    expect(step).toBeLessThan(900 * 1.2);
  });

  it('takes no error correction on slow copper', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'switch', 'sn2201', 'leaf', 1);
    drawLink(design, 'server.bmc', 'switch.data', { pattern: 'mesh', speedGbps: 1, lengthM: 10 });
    const { netlist } = evaluate(design);
    const link = netlist.links[0];
    expect(measure(design).maxNs).toBe(1400 + 600 + 2 * 5 * (link?.stockLengthM ?? link?.lengthM ?? 0));
  });
});

/** Three of the shipped examples by hand, in more depth than test/examples, which checks the counts of all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { generateEthernetLeafSpine } from '#core/generate/ethernet-leaf-spine.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { createRackedExample } from '../support/racked-example.ts';

const folder = new URL('../../examples/', import.meta.url);

function openExample(file: string): Design {
  const opened = parseDesign(readFileSync(new URL(file, folder), 'utf8'), file);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function reportFor(design: Design): Report {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  return analyse(netlist, diagnostics);
}

describe('the SuperPOD example', () => {
  it('is the 127-node build of four units', () => {
    const design = openExample('dgx-h100-superpod-4su.weft');
    expect(design.name).toBe('DGX H100 SuperPOD, 4 SU');
    expect(Object.keys(design.devices).length).toBeLessThan(10);
    expect(reportFor(design).totals).toMatchObject({ endpointCount: 127, gpuCount: 1016 });
  });
});

describe('the example on a floor', () => {
  const { netlist, diagnostics } = elaborate(createRackedExample(), builtInCatalog);
  const report = analyse(netlist, diagnostics);

  // RA-11333-001 V11, table 4: 63 nodes of eight GPUs, 504 links to the leaves besides four for UFM, 512 to the spines.
  it('is the 63-node build of two units', () => {
    expect(report.totals).toMatchObject({ endpointCount: 63, gpuCount: 504, rackCount: 18 });
    const count = (linkId: string) => netlist.links.find((link) => link.linkId === linkId)?.connectionCount;
    expect([count('link-1'), count('link-2'), count('link-ufm')]).toEqual([504, 512, 4]);
  });

  it('has all racks in two rows, a unit to a row with its network rack in the middle', () => {
    const network = netlist.rackGroups.find(({ rackId }) => rackId === 'network-rack');
    const first = network?.firstRack ?? 0;
    expect(netlist.rackRow).not.toContain(-1);
    expect([netlist.rackRow[first], netlist.rackRow[first + 1]]).toEqual([0, 1]);
    expect([netlist.rackSlot[first], netlist.rackSlot[first + 1]]).toEqual([4, 4]);
  });

  // Farthest: four positions of 0.75 m along the row, from the lowest server (units 1 to 8, its middle 4 units up) to the tray
  // at 2.7 m and down to the lowest leaf (unit 8, its middle 7.5 units up), with 1 m of slack at each end; to the centimetre above.
  it('measures the longest run between server and leaf: 9.89 m', () => {
    const runM = 4 * 0.75 + (2.7 - 4 * 0.04445) + (2.7 - 7.5 * 0.04445) + 2;
    expect(runM).toBeCloseTo(9.8888, 4);
    expect(netlist.links.find(({ linkId }) => linkId === 'link-1')?.lengthM).toBeCloseTo(9.89, 5);
  });

  it('feeds every rack by two sides of which either carries it, as far as its load is known', () => {
    expect(report.facility.feeds.map(({ feedId, rackCount }) => [feedId, rackCount])).toEqual([
      ['feed-a', 18],
      ['feed-b', 18],
    ]);
    expect(report.facility.dark.rackCount).toBe(0);
  });
});

describe('the Ethernet example, by hand', () => {
  const report = reportFor(generateEthernetLeafSpine());
  const fabric = report.fabrics[0];

  it('counts: 32 x 8 = 256 links of 400G, 4 leaves x 2 spines x 8 = 64 links of 800G', () => {
    expect(report.links.map((link) => [link.speedGbps, link.connectionCount])).toEqual([
      [400, 256],
      [800, 64],
    ]);
  });

  it('leaf: 64 x 400G = 25.6 Tb/s down over 16 x 800G = 12.8 Tb/s up = 2:1; spines are the top', () => {
    expect(fabric?.tiers).toMatchObject([
      { fabricId: 'compute', tier: 1, deviceIds: ['leaf'], switchCount: 4, worst: 2, mean: 2 },
    ]);
    expect(fabric?.worstOversubscription).toBe(2);
  });

  // Near half: servers 1-16 on leaves 1 and 2. All their traffic to the far half climbs the uplinks of two leaves:
  // 2 x 16 x 800G = 25.6 Tb/s. They inject 16 x 8 x 400G = 51.2 Tb/s: ratio 0.5.
  it('bisection 25.6 Tb/s, half of the injection of one half', () => {
    expect(fabric?.bisection).toMatchObject({
      bandwidthGbps: 25_600,
      injectionGbps: 51_200,
      ratio: 0.5,
      worstCut: 'order',
    });
  });

  // Cut through every leaf: each leaf switches its own 4 + 4 servers locally, nothing has to climb.
  it('the interleaved cut is not limited by the uplinks', () => {
    expect(fabric?.bisection?.cuts.find((cut) => cut.name === 'interleave')?.ratio).toBe(1);
  });
});

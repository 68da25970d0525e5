/**
 * NVIDIA DGX SuperPOD H100, RA-11333-001 V11 (2023-09-22): table 4 (compute fabric per scalable unit) and tables 7 and 8
 * (bill of materials of the 127-node build). Expected figures are the published ones.
 */
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { LinkReport, Report } from '#core/analysis/report.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

function reportFor(unitCount: number): Report {
  const { netlist, diagnostics } = elaborate(generateSuperPodH100(unitCount, builtInCatalog), builtInCatalog);
  return analyse(netlist, diagnostics);
}

function findLink(report: Report, deviceA: string, deviceB: string): LinkReport {
  const link = report.links.find((candidate) => candidate.deviceAId === deviceA && candidate.deviceBId === deviceB);
  if (!link) throw new Error(`no link ${deviceA} to ${deviceB}`);
  return link;
}

function countDevices(report: Report, deviceId: string): number {
  return report.ports.find((use) => use.deviceId === deviceId)?.memberCount ?? 0;
}

describe('nv-h100-superpod-fabric, table 4', () => {
  // su, nodes, gpus, leaf, spine, node-leaf + UFM cables, leaf-spine cables
  const rows = [
    [1, 31, 248, 8, 4, 252, 256],
    [2, 63, 504, 16, 8, 508, 512],
    [3, 95, 760, 24, 16, 764, 768],
    [4, 127, 1016, 32, 16, 1020, 1024],
  ] as const;

  it.each(rows)('%i SU: %i nodes', (su, nodes, gpus, leaf, spine, nodeCables, spineCables) => {
    const report = reportFor(su);
    expect(countDevices(report, 'server')).toBe(nodes);
    expect(report.totals.gpuCount).toBe(gpus);
    expect(countDevices(report, 'leaf')).toBe(leaf);
    expect(countDevices(report, 'spine')).toBe(spine);
    expect(findLink(report, 'server', 'leaf').cableCount + findLink(report, 'ufm', 'leaf').cableCount).toBe(nodeCables);
    expect(findLink(report, 'leaf', 'spine').cableCount).toBe(spineCables);
  });

  it.each([1, 2, 3, 4])('%i SU has no error, is 1:1 and non-blocking', (su) => {
    const report = reportFor(su);
    expect(report.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const compute = report.fabrics.find((fabric) => fabric.fabricId === 'compute');
    expect(compute?.worstOversubscription).toBe(1);
    expect(compute?.bisection?.ratio).toBe(1);
  });
});

describe('nv-h100-superpod-bom, tables 7 and 8: 4 SU', () => {
  const report = reportFor(4);

  it('48 compute switches', () => {
    expect(report.bom.find((line) => line.partId === 'qm9700')?.quantity).toBe(48);
  });

  it('2,040 compute cables of 400G, one for each link: 127 x 8 + 1,024', () => {
    const nodeLeaf = findLink(report, 'server', 'leaf');
    const leafSpine = findLink(report, 'leaf', 'spine');
    expect([nodeLeaf.cableCount, leafSpine.cableCount]).toEqual([1016, 1024]);
    expect(nodeLeaf.cableCount + leafSpine.cableCount).toBe(2040);
  });

  it('508 twin-port modules in the DGX and 1,536 in the switches, all multimode', () => {
    const modules = report.bom.filter((line) => line.category === 'transceiver');
    const inDgx = modules.find((line) => line.usedIn.includes('DGX H100'));
    const inSwitches = modules.find((line) => line.usedIn.includes('Leaf') && line.usedIn.includes('Spine'));
    expect(inDgx).toMatchObject({ partId: 'mma4z00-ns-flt', quantity: 508 });
    expect(inSwitches).toMatchObject({ partId: 'mma4z00-ns', quantity: 1536 });
  });

  it('out-of-band: 127 cables from the DGX, 48 from the compute switches', () => {
    expect(findLink(report, 'server', 'oob-switch').cableCount).toBe(127);
    const fromLeaves = findLink(report, 'leaf', 'oob-switch').cableCount;
    expect(fromLeaves + findLink(report, 'spine', 'oob-switch').cableCount).toBe(48);
  });

  it('4 x 10.2 kW = 40.8 kW in a full compute rack', () => {
    const rack = report.power.racks.find((candidate) => candidate.rackId === 'compute-rack');
    expect(rack?.worstMaxW).toEqual({ value: 40_800, unknownCount: 0, unknownParts: [] });
  });
});

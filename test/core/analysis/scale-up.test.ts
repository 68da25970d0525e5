/**
 * Domain sizes: the parts' own sources (8 GPUs in an HGX or DGX server, 72 in an NVL72 rack of 18 trays of 4). NVLink of a GPU, one
 * direction: H100 450 GB/s, GB200 and GB300 900 GB/s (NVIDIA data sheets: 900 and 1,800 both ways).
 */
import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('scale-up domains', () => {
  it('one in each server of its own, one over 18 trays, one in each rack-scale system', () => {
    const design = drawDesign();
    drawDevice(design, 'hgx', 'dgx-h100', 'endpoint', 16);
    drawDevice(design, 'tray', 'gb200-tray', 'endpoint', 37);
    drawDevice(design, 'rack', 'gb300-nvl72', 'endpoint', 3);
    drawDevice(design, 'storage', 'ddn-ai400x2', 'storage', 2);
    const { netlist, report } = evaluate(design);
    expect(report.scaleUp).toEqual([
      { deviceId: 'hgx', deviceName: 'hgx', gpusPerDomain: 8, gpuCount: 128, domainCount: 16, domainGBps: 3600 },
      { deviceId: 'rack', deviceName: 'rack', gpusPerDomain: 72, gpuCount: 216, domainCount: 3, domainGBps: 64_800 },
      // 37 trays: two full racks and one tray of a third.
      { deviceId: 'tray', deviceName: 'tray', gpusPerDomain: 72, gpuCount: 148, domainCount: 3, domainGBps: 64_800 },
    ]);
    expect(netlist.groups.map((group) => group.scaleUpDomain)).toEqual([8, 72, null, 72]);
  });

  it('counts islands of four inside a part of 144 GPUs', () => {
    const design = drawDesign();
    drawDevice(design, 'xe8812', 'dell-xe8812', 'endpoint', 2);
    expect(evaluate(design).report.scaleUp[0]).toMatchObject({ gpusPerDomain: 4, gpuCount: 288, domainCount: 72 });
  });
});

describe('rack-scale systems', () => {
  it.each([
    ['gb200-nvl72', 400],
    ['gb300-nvl72', 800],
  ])('%s is one server of 72 GPUs with 72 compute cages of %dG', (partId, speedGbps) => {
    const design = drawDesign();
    drawDevice(design, 'rack', partId, 'endpoint', 2);
    drawDevice(design, 'leaf', speedGbps === 400 ? 'qm9700' : 'q3400-ra', 'leaf', 72);
    drawLink(design, 'rack.compute', 'leaf.data', { pattern: 'rail', speedGbps });
    const { report } = evaluate(design);
    expect(report.totals.gpuCount).toBe(144);
    expect(report.ports.find((use) => use.deviceId === 'rack' && use.blockId === 'compute')).toMatchObject({
      cagesPerMember: 72,
      cagesUsed: 144,
      portsUsed: 144,
    });
    expect(report.totals.connectionCount).toBe(144);
  });
});

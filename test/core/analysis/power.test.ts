/** Power and cooling against catalog figures (sources stand at the parts) and hand sums. */
import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('computePowerLines', () => {
  // NVIDIA QM9700 specifications: 747 W typical with passive cables, 1,720 W maximum with active cables.
  it('adds optics to a figure for passive cables, not to one for active cables', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'qm9700', 'leaf', 1);
    drawDevice(design, 'b', 'qm9700', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 64 });
    const { report } = evaluate(design);
    const line = report.power.devices[0];
    // 32 cages x MMA4Z00-NS of 15 W typical = 480 W.
    expect(line?.transceiversTypicalW.value).toBe(480);
    expect(line?.typicalW).toEqual({ value: 747 + 480, unknownCount: 0, unknownParts: [] });
    expect(line?.maxW).toEqual({ value: 1720, unknownCount: 0, unknownParts: [] });
    expect(report.power.maxW.value).toBe(3440);
  });

  // NVIDIA DGX B200: 14.3 kW; a unit of 32 is 458 kW (Data Center Best Practices with DGX B200).
  it('32 DGX B200 draw 458 kW at most; typical is not published and stays unknown', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-b200', 'endpoint', 32);
    const { report } = evaluate(design);
    expect(Math.round(report.power.maxW.value / 1000)).toBe(458);
    expect(report.power.maxW.unknownCount).toBe(0);
    expect(report.power.typicalW).toEqual({ value: 0, unknownCount: 32, unknownParts: ['DGX B200'] });
  });

  it('an active cable draws its plug power at both ends', () => {
    const design = drawDesign();
    drawDevice(design, 'a', 'sn4600c', 'leaf', 1);
    drawDevice(design, 'b', 'sn4600c', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'mesh',
      speedGbps: 100,
      lengthM: 10,
      medium: { kind: 'cable', cableId: 'aoc-100g' },
    });
    const { report } = evaluate(design);
    // 100G AOC: 2.2 W a plug; SN4600C publishes no maximum of its own.
    expect(report.power.transceiversMaxW.value).toBe(4.4);
    expect(report.power.maxW.unknownParts).toContain('SN4600C');
  });
});

describe('computeCooling', () => {
  // DGX B200 datasheet: 14.3 kW = 48,794 BTU/h. 14.3 / 3.517 = 4.066 tons.
  it('turns kW into BTU/h and tons', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-b200', 'endpoint', 1);
    const { max } = evaluate(design).report.cooling;
    expect(max.kw).toBe(14.3);
    expect(Math.abs(max.btuPerHour - 48_794)).toBeLessThan(2);
    expect(max.tons).toBeCloseTo(14.3 / 3.517, 3);
  });
});

describe('a maximum that is not published', () => {
  // SN5600: 940 W typical, no maximum (NVIDIA SN5000 specifications).
  it('is no less than the typical figure, and stays marked as unknown', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 2);
    const { power } = evaluate(design).report;
    expect(power.typicalW).toEqual({ value: 1880, unknownCount: 0, unknownParts: [] });
    expect(power.maxW).toEqual({ value: 1880, unknownCount: 2, unknownParts: ['SN5600'] });
  });
});

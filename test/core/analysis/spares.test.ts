/** Expected spares are worked out by hand from the rule: larger of share and minimum, rounded up to whole packs. */
import { describe, expect, it } from 'vitest';
import { computeSpares } from '#core/analysis/spares.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

describe('computeSpares', () => {
  // quantity, percent, minimum, pack, spares
  it.each([
    [2040, 2, 0, 1, 41], // 40.8
    [2040, 5, 0, 1, 102],
    [10, 2, 3, 1, 3], // the minimum wins over 0.2
    [508, 2, 0, 4, 12], // 10.16, 11 pieces, three packs
    [100, 0, 0, 10, 0],
    [1000, 1.1, 0, 1, 11], // not 12, although 1000 * 1.1 / 100 is 11.000000000000002
    [5, 0, 1, 20, 20],
  ])('%i pieces, %d %%, at least %i, packs of %i: %i', (quantity, percent, minimum, packSize, spares) => {
    expect(computeSpares('cable', quantity, { cable: { percent, minimum, packSize } })).toBe(spares);
  });

  it('gives a class without a rule none', () => {
    expect(computeSpares('switch', 100, { cable: { percent: 10, minimum: 1, packSize: 1 } })).toBe(0);
    expect(computeSpares('rack', 100, {})).toBe(0);
  });
});

describe('spares in the bill of materials', () => {
  it('stand beside the quantity of every line of the class; the totals stay what the netlist counts', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 16);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 4);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    design.spares = {
      transceiver: { percent: 3, minimum: 0, packSize: 1 },
      server: { percent: 0, minimum: 1, packSize: 1 },
    };
    const { report } = evaluate(design);
    // 16 x 8 = 128 links; 64 modules in the servers, 64 in the leaves: 3 % of each is 1.92.
    expect(report.bom.map((line) => [line.category, line.quantity, line.spares])).toEqual([
      ['server', 16, 1],
      ['switch', 4, 0],
      ['transceiver', 64, 2],
      ['transceiver', 64, 2],
      ['cable', 128, 0],
    ]);
    expect(report.totals).toMatchObject({ transceiverCount: 128, cableCount: 128, deviceCount: 20 });
  });
});

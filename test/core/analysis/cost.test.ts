/**
 * Two DGX H100 with 8 cables of 400G each, dealt over two SN5600: 16 cables, 8 twin-port modules at either side. Prices that come
 * with the catalog are those of the hardware reference (street price survey of 2026-09): SN5600 67,000 to 87,000 USD. All others
 * are entered here, and sums are worked out by hand.
 */
import { describe, expect, it } from 'vitest';
import type { BomLine } from '#core/analysis/bom-report.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import type { Price } from '#core/design/price-book.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

function draw(): Design {
  const design = drawDesign('ethernet');
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
  drawDevice(design, 'leaf', 'sn5600', 'leaf', 2);
  drawLink(design, 'server.compute', 'leaf.data', {
    pattern: 'spread',
    cablesPerPair: 8,
    speedGbps: 400,
    lengthM: 30,
    medium: { kind: 'optics', transceiverAId: 'mma4z00-ns-flt', transceiverBId: 'mma4z00-ns', cableId: 'mfp7e10' },
  });
  return design;
}

function price(unitPrice: number | null, more: Partial<Price> = {}): Price {
  return { unitPrice, currency: 'USD', source: 'quote 17', date: '2026-10-05', leadTimeWeeks: null, note: '', ...more };
}

const COMPLETE: Readonly<Record<string, Price>> = {
  'dgx-h100': price(300_000),
  'mma4z00-ns-flt': price(900),
  'mma4z00-ns': price(1_000, { currency: 'EUR' }),
  mfp7e10: price(40),
  'mfp7e10@30': price(55, { leadTimeWeeks: 6 }),
};

function evaluateWith(prices: Readonly<Record<string, Price>>, rates: Readonly<Record<string, number>> = {}): Report {
  return evaluate({ ...draw(), priceBook: { currency: 'USD', rates: { ...rates }, prices: { ...prices } } }).report;
}

function findLine(report: Report, partId: string): BomLine {
  const line = report.bom.find((own) => own.partId === partId);
  if (!line) throw new Error(`no line of ${partId}`);
  return line;
}

describe('prices on lines', () => {
  it('come with the catalog as a range, with who says so and when', () => {
    expect(findLine(evaluate(draw()).report, 'sn5600')).toMatchObject({
      quantity: 2,
      unitPrice: { low: 67_000, high: 87_000 },
      extendedPrice: { low: 134_000, high: 174_000 },
      currency: 'USD',
      priceFrom: 'catalog',
      priceSource: 'street price survey 2026-09 (resellers)',
      priceDate: '2026-09',
      priceGap: null,
      priceKey: 'sn5600',
    });
  });

  it('of the design win over those of the catalog', () => {
    const line = findLine(evaluateWith({ sn5600: price(50_000, { leadTimeWeeks: 12, note: 'framework' }) }), 'sn5600');
    expect(line).toMatchObject({
      unitPrice: { low: 50_000, high: 50_000 },
      priceFrom: 'book',
      priceSource: 'quote 17',
      leadTimeWeeks: 12,
      note: 'framework',
    });
  });

  it('an entry without a price keeps its lead time and note beside the price of the catalog', () => {
    const line = findLine(evaluateWith({ sn5600: price(null, { leadTimeWeeks: 20 }) }), 'sn5600');
    expect(line).toMatchObject({ unitPrice: { low: 67_000, high: 87_000 }, priceFrom: 'catalog', leadTimeWeeks: 20 });
  });

  it('the price of one length wins over that of the cable', () => {
    const report = evaluateWith(COMPLETE);
    expect(findLine(report, 'mfp7e10')).toMatchObject({ lengthM: 30, priceKey: 'mfp7e10@30', leadTimeWeeks: 6 });
    expect(findLine(report, 'mfp7e10').unitPrice).toEqual({ low: 55, high: 55 });
    const { 'mfp7e10@30': _length, ...others } = COMPLETE;
    expect(findLine(evaluateWith(others), 'mfp7e10').unitPrice).toEqual({ low: 40, high: 40 });
  });

  it('in another currency need a rate, or are not known', () => {
    const unknown = findLine(evaluateWith(COMPLETE), 'mma4z00-ns');
    expect(unknown).toMatchObject({
      unitPrice: null,
      extendedPrice: null,
      statedPrice: { low: 1_000, high: 1_000, currency: 'EUR' },
      priceGap: 'stated in EUR, and the price book has no rate from EUR to USD',
    });
    const known = findLine(evaluateWith(COMPLETE, { EUR: 1.1 }), 'mma4z00-ns');
    expect(known.unitPrice?.low).toBeCloseTo(1_100);
    expect(known.extendedPrice?.low).toBeCloseTo(8_800);
  });

  it('of spares stand apart', () => {
    const design = { ...draw(), priceBook: { currency: 'USD', rates: {}, prices: { ...COMPLETE } } };
    design.spares = { cable: { percent: 10, minimum: 0, packSize: 1 } };
    const { report } = evaluate(design);
    // 10 % of 16 cables: 2.
    expect(findLine(report, 'mfp7e10')).toMatchObject({
      quantity: 16,
      spares: 2,
      extendedPrice: { low: 880, high: 880 },
      sparesPrice: { low: 110, high: 110 },
    });
    expect(report.cost.spares).toEqual({ low: 110, high: 110, unknownCount: 0, unknownParts: [] });
  });
});

describe('cost', () => {
  it('adds up from the low to the high end of every price', () => {
    const { cost } = evaluateWith(COMPLETE, { EUR: 1.1 });
    // 2 x 300,000 + 2 x 67,000 (87,000) + 8 x 900 + 8 x 1,100 + 16 x 55.
    expect(cost.total.low).toBeCloseTo(750_880);
    expect(cost.total.high).toBeCloseTo(790_880);
    expect(cost.total.unknownCount).toBe(0);
    // All but the servers.
    expect([cost.network.low, cost.network.high]).toEqual([expect.closeTo(150_880), expect.closeTo(190_880)]);
    expect(cost.networkShare?.low).toBeCloseTo(150_880 / 750_880);
    expect(cost.networkShare?.high).toBeCloseTo(190_880 / 790_880);
    // 16 GPUs.
    expect(cost.perGpu?.low).toBeCloseTo(46_930);
    // Each of the two servers sends 8 x 400 Gb/s to the other half: 3,200 Gb/s.
    expect(cost.fabrics).toHaveLength(1);
    expect(cost.fabrics[0]?.perBisectionGbps?.low).toBeCloseTo(47.15);
  });

  it('is partial while prices are missing, and names the parts without one', () => {
    const { cost } = evaluateWith({ 'mma4z00-ns-flt': price(900) });
    expect(cost.total).toMatchObject({ low: 141_200, high: 181_200, unknownCount: 2 + 8 + 16 });
    expect(cost.total.unknownParts).toEqual(['DGX H100', 'MFP7E10-Nxxx', 'MMA4Z00-NS']);
    expect(cost.networkShare).toBeNull();
    expect(cost.categories.find(({ category }) => category === 'transceiver')).toMatchObject({
      quantity: 16,
      cost: { low: 7_200, high: 7_200, unknownCount: 8, unknownParts: ['MMA4Z00-NS'] },
    });
  });

  it('is not known for a category nothing of which has a price', () => {
    const { cost } = evaluate(drawOnlyServers()).report;
    expect(cost.perGpu).toBeNull();
    expect(cost.total).toEqual({ low: 0, high: 0, unknownCount: 2, unknownParts: ['DGX H100'] });
  });
});

function drawOnlyServers(): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 2);
  return design;
}

describe('blanking panels', () => {
  it('close the units that devices and PDUs with units of their own leave', () => {
    const design = drawOnlyServers();
    design.racks['rack'] = {
      id: 'rack',
      name: 'Row',
      partId: null,
      count: 2,
      heightUnits: 42,
      powerLimitW: null,
      weightLimitKg: null,
      cooling: 'air',
      pdus: [],
      fillers: true,
      position: { x: 0, y: 0 },
    };
    design.placements['p'] = {
      id: 'p',
      deviceId: 'server',
      rackId: 'rack',
      firstMember: 0,
      memberCount: 2,
      firstRack: 0,
      perRack: 1,
      bottomUnit: 1,
    };
    const prices = { 'blanking-panel': price(12) };
    const { report } = evaluate({ ...design, priceBook: { currency: 'USD', rates: {}, prices } });
    // A DGX H100 takes 8 of 42 units: 34 in either rack.
    const line = report.bom.find(({ category }) => category === 'blanking-panel');
    expect(line).toMatchObject({ quantity: 68, usedIn: ['Row'], priceKey: 'blanking-panel' });
    expect(line?.extendedPrice).toEqual({ low: 816, high: 816 });
    const without = { ...design, racks: { rack: { ...design.racks['rack'], fillers: false } } };
    expect(evaluate(without as Design).report.bom.map(({ category }) => category)).toEqual(['server', 'rack']);
  });
});

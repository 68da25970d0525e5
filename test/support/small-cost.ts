/**
 * Prices of the small network, added up by hand:
 *
 *   server      3 at an unknown price
 *   switch      2 at 18,000 to 22,000        36,000 to 44,000
 *   module      7 at 1,000, 2 spares          7,000              spares 2,000
 *   fibre       6 at 50                         300
 *   copper      1 at an unknown price
 *   no kind     1, so no price
 *   rack        2 of no model, so no price
 *                                            43,300 to 51,300    7 pieces without a price
 */
import type { BomLine, CostReport, LinePrice, PartLine, PriceRange, PriceSum } from '#core/analysis/bom-report.ts';

const UNPRICED: LinePrice = {
  priceKey: null,
  unitPrice: null,
  extendedPrice: null,
  sparesPrice: { low: 0, high: 0 },
  currency: 'USD',
  priceFrom: null,
  statedPrice: null,
  priceGap: 'no price known',
  priceSource: null,
  priceDate: null,
  leadTimeWeeks: null,
  note: '',
};

function price(unitPrice: PriceRange, extendedPrice: PriceRange, more: Partial<LinePrice> = {}): LinePrice {
  return {
    ...UNPRICED,
    unitPrice,
    extendedPrice,
    priceFrom: 'book',
    statedPrice: { ...unitPrice, currency: 'USD' },
    priceGap: null,
    priceSource: 'quote 17',
    priceDate: '2026-10-05',
    ...more,
  };
}

const one = (value: number): PriceRange => ({ low: value, high: value });

/** By model. */
const prices: Readonly<Record<string, LinePrice>> = {
  QM9700: price(
    { low: 18_000, high: 22_000 },
    { low: 36_000, high: 44_000 },
    { priceFrom: 'catalog', priceSource: 'street price survey 2026-09 (shop)', priceDate: '2026-09' },
  ),
  'Twin-port module': price(one(1_000), one(7_000), { sparesPrice: one(2_000), leadTimeWeeks: 16, note: 'two lots' }),
  'MPO fibre': price(one(50), one(300)),
};

export function addPrices(lines: readonly PartLine[]): BomLine[] {
  return lines.map((line) => ({ ...line, ...(prices[line.model] ?? UNPRICED) }));
}

function sum(low: number, high = low, unknownCount = 0, unknownParts: readonly string[] = []): PriceSum {
  return { low, high, unknownCount, unknownParts };
}

const UNKNOWN_CABLES = ['Cable 400G, type not chosen', 'Copper cable'];

export const smallCost: CostReport = {
  currency: 'USD',
  total: sum(43_300, 51_300, 7, ['@server', ...UNKNOWN_CABLES, 'Rack, model not chosen']),
  spares: sum(2_000),
  categories: [
    { category: 'server', quantity: 3, spareQuantity: 0, cost: sum(0, 0, 3, ['@server']), sparesCost: sum(0) },
    { category: 'switch', quantity: 2, spareQuantity: 0, cost: sum(36_000, 44_000), sparesCost: sum(0) },
    { category: 'transceiver', quantity: 7, spareQuantity: 2, cost: sum(7_000), sparesCost: sum(2_000) },
    { category: 'cable', quantity: 8, spareQuantity: 0, cost: sum(300, 300, 2, UNKNOWN_CABLES), sparesCost: sum(0) },
    {
      category: 'rack',
      quantity: 2,
      spareQuantity: 0,
      cost: sum(0, 0, 2, ['Rack, model not chosen']),
      sparesCost: sum(0),
    },
  ],
  network: sum(43_300, 51_300, 2, UNKNOWN_CABLES),
  networkShare: null,
  // 24 GPUs.
  perGpu: { low: 43_300 / 24, high: 51_300 / 24 },
  // 1,200 Gb/s through the worst cut.
  fabrics: [
    {
      fabricId: 'fabric-1',
      name: '#N/A',
      cost: sum(43_300, 51_300, 2, UNKNOWN_CABLES),
      perBisectionGbps: { low: 43_300 / 1_200, high: 51_300 / 1_200 },
    },
  ],
};

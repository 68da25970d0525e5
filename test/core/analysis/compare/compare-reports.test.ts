/** Two designs side by side: every expected figure follows from the drawing or from prices set here. */
import { describe, expect, it } from 'vitest';
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { type ComparedPart, sumCostDifference } from '#core/analysis/compare/compare-parts.ts';
import { compareReports } from '#core/analysis/compare/compare-reports.ts';
import { pairFabrics } from '#core/analysis/compare/design-figures.ts';
import type { FabricReport, Report } from '#core/analysis/report.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const catalog = createCatalog(builtInParts);

function report(design: Design): Report {
  const { netlist, diagnostics } = elaborate(design, catalog);
  return analyse(netlist, diagnostics);
}

function withServers(count: number, prices: Record<string, number>): Design {
  const design = createSmallDesign();
  const server = design.devices['gpu-1'];
  if (!server) throw new Error('no servers');
  const priced = Object.entries(prices).map(([key, unitPrice]) => [
    key,
    { unitPrice, currency: 'USD', source: 'here', date: '2026-01', leadTimeWeeks: null, note: '' },
  ]);
  return {
    ...design,
    devices: { ...design.devices, 'gpu-1': { ...server, count } },
    priceBook: { currency: 'USD', rates: {}, prices: Object.fromEntries(priced) },
  };
}

describe('two reports', () => {
  it('of one drawing differ in nothing, and unknown prices cancel out', () => {
    const one = report(withServers(4, {}));
    const { own, other, parts, costDifference, fabrics } = compareReports(one, one);
    expect(own).toEqual(other);
    expect(parts.every((part) => part.own.quantity === part.other.quantity)).toBe(true);
    expect(costDifference).toEqual({ low: 0, high: 0, unknownCount: 0, unknownParts: [] });
    expect(fabrics.map(({ other: paired }) => paired?.name)).toEqual(['Compute']);
  });

  it('tell what more servers buy and cost', () => {
    const prices = { 'dgx-h100': 300_000 };
    const { own, other, parts, costDifference } = compareReports(
      report(withServers(2, prices)),
      report(withServers(3, prices)),
    );
    expect(other.totals.gpuCount - own.totals.gpuCount).toBe(8);
    const servers = parts.find(({ category }) => category === 'server');
    expect(servers?.own).toMatchObject({ quantity: 2, cost: { low: 600_000, high: 600_000 } });
    expect(servers?.other).toMatchObject({ quantity: 3, cost: { low: 900_000, high: 900_000 } });
    expect(costDifference.low).toBe(300_000);
    // Optics and cables of the third server have no price here, switches are the same in both.
    expect(costDifference.unknownParts).not.toContain('QM9700');
  });
});

describe('the difference in cost', () => {
  const part = (own: [number, number | null], other: [number, number | null], model = 'x'): ComparedPart => {
    const side = ([quantity, each]: [number, number | null]) => ({
      quantity,
      cost: each === null ? null : { low: quantity * each, high: quantity * each * 2 },
      lines: [],
    });
    return {
      key: model,
      category: 'cable',
      manufacturer: null,
      model,
      lengthM: null,
      own: side(own),
      other: side(other),
    };
  };

  it('is a range as wide as the prices of what differs, whichever way', () => {
    // 2 more at 10 to 20 each; then 2 fewer.
    expect(sumCostDifference([part([3, 10], [5, 10])])).toMatchObject({ low: 20, high: 40 });
    expect(sumCostDifference([part([5, 10], [3, 10])])).toMatchObject({ low: -40, high: -20 });
  });

  it('counts the pieces it has no price for', () => {
    expect(sumCostDifference([part([3, null], [3, null]), part([0, 0], [7, null], 'AOC')])).toEqual({
      low: 0,
      high: 0,
      unknownCount: 7,
      unknownParts: ['AOC'],
    });
  });
});

describe('fabrics', () => {
  const fabric = (name: string, purpose: string) => ({ name, purpose, bisection: null, latency: null, paths: null });
  const pair = (own: ReturnType<typeof fabric>[], other: ReturnType<typeof fabric>[]) =>
    pairFabrics(own as unknown as FabricReport[], other as unknown as FabricReport[]).map(
      (found) => `${found.own?.name ?? '-'}/${found.other?.name ?? '-'}`,
    );

  it('meet by name first, then by purpose; what is left stands alone', () => {
    const own = [fabric('East', 'compute'), fabric('Store', 'storage'), fabric('Mgmt', 'management')];
    const other = [fabric('West', 'compute'), fabric('East', 'compute'), fabric('Flash', 'storage')];
    expect(pair(own, other)).toEqual(['East/East', 'Store/Flash', 'Mgmt/-', '-/West']);
  });
});

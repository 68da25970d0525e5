/** Every explanation, recomputed from its own values, must come to the report's number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { explain, listMetricIds } from '#core/analysis/explain/explain.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import { computeNetworkPower } from '#core/analysis/network-power.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { arbitraryDesign } from '../../../support/arbitrary-design.ts';
import { arbitraryFabric } from '../../../support/arbitrary-fabric.ts';
import { arbitraryFloorDesign } from '../../../support/arbitrary-floor.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { evaluate } from '../../../support/draw.ts';
import { evaluateFormula } from '../../../support/evaluate-formula.ts';
import { listObjectFigures } from '../../../support/object-figures.ts';

/** The report's figure that the first line of an explanation is about, read here a second time. */
function readFigure(netlist: Netlist, report: Report, metricId: MetricId): number | null {
  const { totals, power, cooling, facility } = report;
  const whole: Partial<Record<string, number>> = {
    gpus: totals.gpuCount,
    devices: totals.deviceCount,
    endpoints: totals.endpointCount,
    switches: totals.switchCount,
    connections: totals.connectionCount,
    domains: report.scaleUp.reduce((sum, { domainCount }) => sum + domainCount, 0),
    problems: report.problems.length,
    racks: totals.rackCount,
    cables: totals.cableCount,
    transceivers: totals.transceiverCount,
    ports: totals.portsUsed,
    'ports-free': totals.portsFree,
    'power-typical': power.typicalW.value,
    'power-max': power.maxW.value,
    'cooling-typical': cooling.typical.kw,
    'cooling-max': cooling.max.kw,
    airflow: facility.site.airflowM3PerHour.most,
    coolant: facility.site.coolantLpm.most,
    'energy-typical': facility.energy.typical.itKwh.value,
    'energy-max': facility.energy.max.itKwh.value,
    cost: report.cost.total.low,
    'cable-length': report.deployability.boughtTotalM,
    ...(report.failures && { 'idle-gpus': report.failures.gpus.brokenCount + report.failures.gpus.cutOffCount }),
    'cross-row': report.deployability.crossRowCount + report.deployability.crossRoomCount,
    'network-power': computeNetworkPower(netlist, power).value,
    'device-groups': netlist.groups.length,
    'rack-groups': netlist.rackGroups.length,
    links: netlist.links.length,
    'beyond-copper': report.deployability.copper.beyondReachCount,
    'tray-fill': Math.max(
      0,
      ...(report.trays?.trays ?? []).flatMap(({ segments }) => segments.map(({ fill }) => fill)),
    ),
  };
  const fabric = report.fabrics.find((own) => metricId.endsWith(`/${own.fabricId}`));
  const [metric = '', tier] = metricId.split('/');
  const ofFabric: Partial<Record<string, number | null>> = {
    oversubscription: fabric?.worstOversubscription ?? null,
    'oversubscription-tier': fabric?.tiers.find((own) => own.tier === Number(tier))?.worst ?? null,
    bisection: fabric?.bisection?.ratio ?? null,
    'all-to-all': fabric?.allToAll?.ecmp ?? null,
    latency: fabric?.latency?.p50Ns ?? null,
    paths: fabric?.paths?.diameter ?? null,
    'fabric-endpoints': fabric?.endpointCount ?? null,
    'fabric-switches': fabric?.switchCount ?? null,
    rail: fabric?.rails.find((own) => own.rail === Number(tier))?.worst ?? null,
  };
  return whole[metric] ?? ofFabric[metric] ?? null;
}

function checkExplanation(metricId: MetricId, explanation: Explanation, figure: number | null): void {
  // What the report does not know its explanation calls unknown.
  const [about] = explanation.values;
  if (figure === null && about?.isUnknown) return;
  const results = evaluateFormula(explanation.formula, explanation.values);
  const stated = new Map(explanation.values.map(({ symbol, value }) => [symbol, value]));
  for (const { symbol, value } of results) {
    const expected = stated.get(symbol) ?? Number.NaN;
    expect([metricId, symbol, Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))]).toEqual([
      metricId,
      symbol,
      true,
    ]);
  }
  const first = stated.get(results[0]?.symbol ?? '') ?? Number.NaN;
  const isSame = figure !== null && Math.abs(first - figure) <= 1e-9 * Math.max(1, Math.abs(figure));
  expect([metricId, first, isSame]).toEqual([metricId, figure, true]);
}

function checkAll(design: Design): void {
  const { netlist, diagnostics } = elaborate(design, builtInCatalog);
  const report = analyse(netlist, diagnostics);
  for (const metricId of listMetricIds(report)) {
    const explanation = explain(netlist, report, metricId);
    if (explanation) checkExplanation(metricId, explanation, readFigure(netlist, report, metricId));
    else expect([metricId, readFigure(netlist, report, metricId) ?? 0]).toEqual([metricId, 0]);
  }
  for (const [metricId, figure] of listObjectFigures(report)) {
    const explanation = explain(netlist, report, metricId);
    if (explanation) checkExplanation(metricId, explanation, figure);
    else expect([metricId, figure ?? 0]).toEqual([metricId, 0]);
  }
}

describe('explain', () => {
  it('derives every figure of the SuperPOD', () => {
    const design = generateSuperPodH100(4, builtInCatalog);
    const { netlist, report } = evaluate(design);
    const ids = listMetricIds(report);
    expect(ids).toContain('bisection/compute');
    for (const metricId of ids) {
      const explanation = explain(netlist, report, metricId);
      if (explanation) checkExplanation(metricId, explanation, readFigure(netlist, report, metricId));
    }
    for (const metricId of [
      'gpus',
      'power-max',
      'bisection/compute',
      'all-to-all/compute',
      'latency/compute',
    ] as const) {
      expect(explain(netlist, report, metricId)).not.toBeNull();
    }
  });

  it('says where facts are from, and points at what was counted', () => {
    const { netlist, report } = evaluate(generateSuperPodH100(1, builtInCatalog));
    const gpus = explain(netlist, report, 'gpus');
    expect(gpus?.counted).toContainEqual({ label: 'DGX H100', refs: [{ kind: 'device', id: 'server' }], count: 31 });
    expect(gpus?.sources.length).toBeGreaterThan(0);
    const latency = explain(netlist, report, 'latency/compute');
    expect(latency?.caveats.join(' ')).toContain('350 ns taken for 12');
    // The switch's figure has a source of its own, named as in the table it was gathered in.
    const power = explain(netlist, report, 'device/max/leaf');
    expect(power?.sources.map(({ label }) => label)).toContain('QM9700');
    for (const source of latency?.sources ?? []) expect(source.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('calls unknown what nobody states, and never 0', () => {
    const { netlist, report } = evaluate(generateSuperPodH100(1, builtInCatalog));
    // No typical power of a DGX H100 is published.
    const typical = explain(netlist, report, 'device/typical/server');
    expect(typical?.values.filter(({ isUnknown }) => isUnknown).map(({ symbol }) => symbol)).toEqual(['P', 'p']);
    // The servers and what is plugged into them.
    expect(typical?.caveats.join(' ')).toMatch(/nobody states the figure of \d+ items \(DGX H100/);
  });

  it('derives the cost from what was counted and the prices entered, and names what has none', () => {
    const design = generateSuperPodH100(1, builtInCatalog);
    const stated = { currency: 'USD', source: 'quote 7', date: '2026-09-01', leadTimeWeeks: null, note: '' };
    const priceBook = { currency: 'USD', rates: {}, prices: { qm9700: { ...stated, unitPrice: 20_000 } } };
    const { netlist, report } = evaluate({ ...design, priceBook });
    const switches = report.bom.find((line) => line.partId === 'qm9700');
    expect(switches?.unitPrice).toEqual({ low: 20_000, high: 20_000 });
    const cost = explain(netlist, report, 'cost');
    // A scalable unit has 8 leaf and 4 spine switches of this model.
    const pieces = cost?.values.find(({ meaning }) => meaning === 'QM9700');
    expect(pieces?.value).toBe(12);
    const price = cost?.values.find(({ symbol }) => symbol === pieces?.symbol.replace('n', 'p'));
    expect(price).toMatchObject({ value: 20_000, unit: 'USD each' });
    expect(cost?.sources).toContainEqual({
      label: 'QM9700: quote 7',
      url: null,
      confidence: 'user',
      asOf: '2026-09-01',
    });
    expect(cost?.caveats.join(' ')).toContain('DGX H100');
  });

  it('comes to the report’s figures on any drawing', () => {
    fc.assert(fc.property(fc.oneof(arbitraryDesign, arbitraryFloorDesign, arbitraryFabric), checkAll), {
      numRuns: 60,
    });
  });

  it('answers for a price that nobody states: unknown, and why', () => {
    // No price of a QM9700 was found in the survey, and the design has no price book.
    const { netlist, report } = evaluate(generateSuperPodH100(1, builtInCatalog));
    const place = report.bom.findIndex(({ partId }) => partId === 'qm9700');
    const price = explain(netlist, report, `line/price/${place}`);
    expect(price?.values.filter(({ isUnknown }) => isUnknown).map(({ symbol }) => symbol)).toEqual(['C', 'p']);
    expect(price?.values.find(({ symbol }) => symbol === 'n')?.value).toBe(12);
    expect(price?.caveats[0]).toMatch(/QM9700|price/);
    const each = explain(netlist, report, 'device/typical-each/server');
    expect(each?.values.every(({ isUnknown }) => isUnknown)).toBe(true);
    expect(each?.caveats[0]).toMatch(/^Unknown, not 0/);
    const share = explain(netlist, report, 'money/share');
    expect(share?.values[0]).toMatchObject({ symbol: 'S', isUnknown: true });
  });

  it('has nothing to say about a figure that is not there', () => {
    const { netlist, report } = evaluate(generateSuperPodH100(1, builtInCatalog));
    expect(explain(netlist, report, 'bisection/nowhere')).toBeNull();
    expect(explain(netlist, report, 'oversubscription-tier/9/compute')).toBeNull();
    expect(explain(netlist, report, 'toString' as MetricId)).toBeNull();
  });
});

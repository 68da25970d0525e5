/**
 * Analyses of a broken fabric. The fabric, by hand: four leaves of eight servers with one 400 Gb/s port each, four spines,
 * two 400 Gb/s cables from every leaf to every spine. Down 8 x 400 = 3,200 Gb/s, up 4 x 2 x 400 = 3,200: 1:1. Half the
 * endpoints inject 16 x 400 = 6,400 Gb/s.
 */
import { describe, expect, it } from 'vitest';
import type { FabricReport, Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario, type Failure } from '#core/design/scenario.ts';
import type { Model } from '#core/design/scenario.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import { createTraining, MODEL_PRESETS } from '#core/sim/training/model-presets.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

function drawFabric(): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 32, { membersPerPod: 8 });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 4, { membersPerPod: 1 });
  drawDevice(design, 'spine', 'qm9700', 'spine', 4);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', within: 'pod', speedGbps: 400 });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
  return design;
}

function breakIn(design: Design, ...failures: Failure[]): Report {
  design.scenarios = { s: { ...createScenario('s', 'Breakdown'), failures } };
  design.currentScenarioId = 's';
  return evaluate(design).report;
}

function getFabric(report: Report): FabricReport {
  const [fabric] = report.fabrics;
  if (!fabric) throw new Error('no fabric');
  return fabric;
}

const device = (deviceId: string, first: number, count = 1): Failure => ({
  kind: 'device',
  deviceId,
  members: { first, count },
});

describe('a broken fabric', () => {
  it('is whole while nothing is broken', () => {
    const whole = evaluate(drawFabric()).report;
    expect(getFabric(whole)).toMatchObject({
      worstOversubscription: 1,
      bisection: { bandwidthGbps: 6400, ratio: 1 },
      allToAll: { ecmp: 1 },
    });
    const asked = breakIn(drawFabric());
    expect(asked).toEqual(whole);
    expect(asked.failures).toBeUndefined();
  });

  it('loses a quarter of its uplinks with one of four spines', () => {
    const report = breakIn(drawFabric(), device('spine', 3));
    const fabric = getFabric(report);
    // 6 of 8 uplinks: 3,200 / 2,400 = 4 / 3; halves joined by 2 x 2,400 of 6,400.
    expect(fabric.worstOversubscription).toBeCloseTo(4 / 3, 12);
    expect(fabric.tiers[0]).toMatchObject({ tier: 1, switchCount: 4, mean: fabric.worstOversubscription });
    expect(fabric.worstSwitches[0]).toMatchObject({ deviceId: 'leaf', downGbps: 3200, awayGbps: 2400 });
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 4800, injectionGbps: 6400, ratio: 0.75 });
    expect(fabric.bisection?.cutLinks.every(({ linkId }) => linkId === 'link-2')).toBe(true);
    // Of 31 others 24 sit behind other leaves: 8 x 400 x 24/31 over 2,400 Gb/s of uplinks = 96/93.
    expect(fabric.allToAll?.ecmp).toBeCloseTo(93 / 96, 9);
    expect(fabric.allToAll).toMatchObject({
      spray: fabric.allToAll?.ecmp,
      unreachablePairs: 0,
      busiestLinkId: 'link-2',
    });
    // Farthest: leaf, spine, leaf; 2 cables x 3 spines x 2 cables.
    expect(fabric.paths).toMatchObject({ diameter: 3, shortestPathsFewest: 12, disjointPathsFewest: 1 });
    expect(fabric.failures).toEqual({ switchCount: 1, endpointCount: 0, connectionCount: 8, cutOff: [] });
    expect(report.failures).toEqual({
      scenarioId: 's',
      scenarioName: 'Breakdown',
      memberCount: 1,
      connectionCount: 8,
      devices: [{ deviceId: 'spine', brokenCount: 1 }],
      links: [{ linkId: 'link-2', brokenCount: 8 }],
      gpus: {
        brokenCount: 0,
        cutOffCount: 0,
        portlessCount: 0,
        pricePerGpuHour: null,
        costPerHour: null,
        currency: null,
      },
    });
  });

  it('still buys, racks and powers what is broken', () => {
    const whole = evaluate(drawFabric()).report;
    const { totals, ports, links, bom, power, cooling } = breakIn(
      drawFabric(),
      device('spine', 0),
      device('server', 0, 8),
    );
    expect({ totals, ports, links, bom, power, cooling }).toEqual({
      totals: whole.totals,
      ports: whole.ports,
      links: whole.links,
      bom: whole.bom,
      power: whole.power,
      cooling: whole.cooling,
    });
  });

  it('has one leaf short of an uplink when one is cut', () => {
    const fabric = getFabric(
      breakIn(drawFabric(), { kind: 'link', linkId: 'link-2', connections: { first: 0, count: 1 } }),
    );
    // 3,200 / 2,800 on one leaf, 1 on three; the half with it reaches the other over 6,000 Gb/s.
    expect(fabric.worstOversubscription).toBeCloseTo(8 / 7, 12);
    expect(fabric.tiers[0]?.mean).toBeCloseTo((8 / 7 + 3) / 4, 12);
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 6000, ratio: 0.9375 });
    expect(fabric.failures).toMatchObject({ switchCount: 0, connectionCount: 1 });
  });

  it('loses the servers of a broken leaf, and names them', () => {
    const report = breakIn(drawFabric(), device('leaf', 1));
    const fabric = getFabric(report);
    // Three leaves carry 3,200 each; the half with the broken one gets 3,200 across.
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 3200, injectionGbps: 6400, ratio: 0.5 });
    expect(fabric.worstOversubscription).toBe(1);
    // 8 x 24 pairs each way, and the 8 x 7 among those cut off.
    expect(fabric.allToAll).toMatchObject({ ecmp: 0, adaptive: 0, unreachablePairs: 2 * 8 * 24 + 8 * 7 });
    expect(fabric.failures?.cutOff).toEqual([{ deviceId: 'server', count: 8, first: 8 }]);
    const messages = report.problems.filter(({ code }) => code === 'topology.cut-off').map(({ message }) => message);
    expect(messages).toEqual([
      '8 of 32 members of server, from server-09 on, are cut off from Compute by what is broken in "Breakdown".',
    ]);
  });

  it('loses a leaf without uplinks as well', () => {
    // Uplinks of leaf 1 come first: 4 spines x 2 cables.
    const failure: Failure = { kind: 'link', linkId: 'link-2', connections: { first: 0, count: 8 } };
    const fabric = getFabric(breakIn(drawFabric(), failure));
    expect(fabric.failures?.cutOff).toEqual([{ deviceId: 'server', count: 8, first: 0 }]);
    expect(fabric.allToAll?.ecmp).toBe(0);
  });

  it('leaves broken servers out of the traffic', () => {
    const fabric = getFabric(breakIn(drawFabric(), device('server', 0, 8)));
    expect(fabric.failures).toMatchObject({ endpointCount: 8, cutOff: [] });
    expect(fabric.allToAll).toMatchObject({ ecmp: 1, unreachablePairs: 0 });
    expect(fabric.latency?.pairCount).toBe(24 * 23);
    expect(fabric.bisection).toMatchObject({ bandwidthGbps: 3200, ratio: 0.5 });
    expect(fabric.endpointCount).toBe(32);
  });

  it('loses all that stands in a broken rack', () => {
    const design = drawFabric();
    design.racks['rack'] = {
      id: 'rack',
      name: 'Rack',
      partId: null,
      count: 2,
      heightUnits: 48,
      powerLimitW: null,
      weightLimitKg: null,
      cooling: 'air',
      pdus: [],
      position: { x: 0, y: 0 },
    };
    const place = { rackId: 'rack', firstRack: 0, bottomUnit: 1, firstMember: 0 };
    design.placements['p'] = { ...place, id: 'p', deviceId: 'spine', memberCount: 4, perRack: 2 };
    const report = breakIn(design, { kind: 'rack', rackId: 'rack', racks: { first: 1, count: 1 } });
    // Two of four spines.
    expect(getFabric(report)).toMatchObject({ worstOversubscription: 2, bisection: { ratio: 0.5 } });
    expect(report.failures).toMatchObject({ memberCount: 2, devices: [{ deviceId: 'spine', brokenCount: 2 }] });
  });

  it('says so among the problems and in every explanation', () => {
    const design = drawFabric();
    const report = breakIn(design, device('spine', 3));
    expect(report.problems.find(({ code }) => code === 'topology.failures')).toMatchObject({
      severity: 'advice',
      message:
        'In "Breakdown" 1 device and 8 connections are broken: bandwidth, paths and latency are those of the broken fabric; counts, parts and power those of the whole drawing.',
      where: [],
      fix: { command: { name: 'repairItems', args: { failures: 'all', scenarioId: 's' } } },
    });
    const { netlist } = evaluate(design);
    for (const metric of ['oversubscription', 'bisection', 'all-to-all', 'latency'] as const) {
      expect(explain(netlist, report, `${metric}/compute`)?.caveats[0]).toContain(
        'broken fabric of the scenario "Breakdown": 8 of its connections',
      );
    }
  });

  it('keeps rails in their places when a leaf of one is broken', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawDevice(design, 'spine', 'qm9700', 'spine', 2);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
    const fabric = getFabric(breakIn(design, device('leaf', 2)));
    expect(fabric.rails).toHaveLength(8);
    const own = { switchCount: 1, portCount: 4 };
    expect(fabric.rails[2]).toEqual({
      rail: 2,
      switches: [{ deviceId: 'leaf', members: [2] }],
      ...own,
      worst: null,
      mean: null,
    });
    expect(fabric.rails[3]).toEqual({
      rail: 3,
      switches: [{ deviceId: 'leaf', members: [3] }],
      ...own,
      worst: 1,
      mean: 1,
    });
    // Rails 1 to 4 lose one of their 4 x 4 ports: 3 x 1,600 of 4 x 1,600 Gb/s.
    expect(fabric.bisection?.acrossRails).toMatchObject({ bandwidthGbps: 4800, injectionGbps: 6400, ratio: 0.75 });
    expect(fabric.failures?.cutOff).toEqual([]);
    // Each of the 4 servers has 8 GPUs on 8 ports: a broken rail leaves one GPU of each without its own.
    expect(evaluate(design).report.failures?.gpus).toMatchObject({ brokenCount: 0, cutOffCount: 0, portlessCount: 4 });
  });

  it('leaves GPUs idle, at the price of the scenario', () => {
    const design = drawFabric();
    // The only leaf of 8 servers with 8 GPUs each, and a server elsewhere.
    const unpriced = breakIn(design, device('leaf', 0), device('server', 20));
    expect(unpriced.failures?.gpus).toEqual({
      brokenCount: 8,
      cutOffCount: 64,
      portlessCount: 0,
      pricePerGpuHour: null,
      costPerHour: null,
      currency: null,
    });
    const scenario = design.scenarios?.['s'];
    if (!scenario) throw new Error('no scenario');
    const training = { ...createTraining(MODEL_PRESETS[0] as Model), pricePerGpuHour: 2.5, currency: 'USD' };
    design.scenarios = { s: { ...scenario, training } };
    const { netlist, report } = evaluate(design);
    // 72 x 2.5
    expect(report.failures?.gpus).toMatchObject({ costPerHour: 180, currency: 'USD' });
    expect(explain(netlist, report, 'idle-gpus')?.values.map(({ value }) => value)).toEqual([72, 8, 64, 180, 2.5]);
    expect(explain(netlist, unpriced, 'idle-gpus')?.caveats[0]).toContain('unknown');
    expect(explain(netlist, evaluate(drawFabric()).report, 'idle-gpus')).toBeNull();
  });
});

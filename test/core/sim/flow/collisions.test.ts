import { describe, expect, it } from 'vitest';
import type { FlowNetwork } from '#core/sim/flow/flow-network.ts';
import { NOWHERE } from '#core/sim/flow/flow-ports.ts';
import { Router, type RoutingKind } from '#core/sim/flow/router.ts';
import { FlowRunner } from '#core/sim/flow/run-flows.ts';

/** Two switches with so many cables between them: wires 0 .. cables - 1 lead from the first to the second. */
function joinTwo(cables: number): FlowNetwork {
  return {
    nodeCount: 2,
    nodeOfMember: Int32Array.of(0, 1),
    firstArc: Uint32Array.of(0, cables, 2 * cables),
    arcTo: Uint32Array.from({ length: 2 * cables }, (_, arc) => (arc < cables ? 1 : 0)),
    arcWire: Uint32Array.from({ length: 2 * cables }, (_, arc) => arc),
  };
}

/** Mean time of equal flows from hosts of one switch to hosts of the other, over the time if they were spread evenly. */
function measureShare(
  cables: number,
  flowCount: number,
  kind: RoutingKind,
  seeds: number,
  mostSprayHops?: number,
): number {
  const hosts = 2 * flowCount;
  const ports = {
    count: hosts,
    member: Uint32Array.from({ length: hosts }, (_, host) => 2 + host),
    node: Int32Array.from({ length: hosts }, (_, host) => (host < flowCount ? 0 : 1)),
    up: new Int32Array(hosts).fill(NOWHERE),
    down: new Int32Array(hosts).fill(NOWHERE),
    far: Uint32Array.from({ length: hosts }, (_, host) => (host < flowCount ? 0 : 1)),
  };
  const router = new Router(joinTwo(cables), ports, 2 * cables, mostSprayHops);
  const flows = {
    count: flowCount,
    source: Uint32Array.from({ length: flowCount }, (_, i) => i),
    target: Uint32Array.from({ length: flowCount }, (_, i) => flowCount + i),
    bytes: new Float64Array(flowCount).fill(1),
    tag: new Uint32Array(flowCount),
  };
  let total = 0;
  for (let seed = 0; seed < seeds; seed += 1) {
    const { paths } = router.route(flows, kind, seed);
    const phase = { label: '', paths, bytes: flows.bytes, delayUs: 0, scaleUpUs: 0 };
    const runner = new FlowRunner(
      [{ jobId: 'main', phases: [phase], repeats: false }],
      new Float64Array(2 * cables).fill(1),
      { eventShare: 1e-9, mostRounds: 1 },
      false,
    );
    while (!runner.step());
    total += runner.finish().endUs;
  }
  return flowCount / cables / (total / seeds);
}

describe('flows hashed on to parallel cables', () => {
  // Mean of the fullest of M cables with F flows thrown at random, F / (M E[max]): figures derived by simulation, to two digits.
  it.each([
    [8, 8, 0.39],
    [8, 32, 0.56],
    [8, 128, 0.73],
    [8, 512, 0.85],
    [32, 32, 0.29],
    [32, 128, 0.46],
    [32, 512, 0.65],
    [32, 2048, 0.79],
  ])('over %i cables, %i flows, get %f of the bandwidth', (cables, flows, expected) => {
    const seeds = flows > 500 ? 60 : flows > 40 ? 300 : 2500;
    expect(Math.abs(measureShare(cables, flows, 'ecmp', seeds) - expected)).toBeLessThan(0.015);
  });

  it('lose nothing when the least loaded cable is taken, or all of them', () => {
    expect(measureShare(8, 32, 'adaptive', 3)).toBeCloseTo(1, 9);
    expect(measureShare(8, 32, 'spray', 1)).toBeCloseTo(1, 6);
    // A sample of paths for each flow, taken evenly, comes to the same.
    expect(measureShare(8, 32, 'spray', 1, 0)).toBeCloseTo(1, 6);
  });
});

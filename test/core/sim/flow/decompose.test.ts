import { describe, expect, it } from 'vitest';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Scenario } from '#core/netlist/netlist.ts';
import { listTreeParents } from '#core/sim/flow/binary-trees.ts';
import { type CollectiveJob, decompose, type PhasePlan } from '#core/sim/flow/decompose.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { builtInCatalog } from '../../../support/built-in-catalog.ts';
import { ask, drawRailPods } from '../../../support/flow-fabric.ts';

const rates = { ringGBps: 367, allToAllGBps: 340 };
const S = 64_000_000;

function plan(servers: number, job: Partial<CollectiveJob>, scenario: Partial<Scenario> = {}): readonly PhasePlan[] {
  const { netlist } = elaborate(drawRailPods(1, servers, 1), builtInCatalog);
  const placement = placeJob(netlist, ask(scenario));
  if (!placement.ok) throw new Error(placement.error);
  return decompose(placement.value, { collective: 'all-reduce', pattern: 'ring', sizeBytes: S, rates, ...job }).phases;
}

/** Bytes out of and into each cable; the cables of server s are 8 s .. 8 s + 7. */
function addUp({ flows }: PhasePlan, count: number): { sent: number[]; received: number[] } {
  const sent = Array.from({ length: count }, () => 0);
  const received = Array.from({ length: count }, () => 0);
  for (let i = 0; i < flows.count; i += 1) {
    sent[flows.source[i] ?? 0] = (sent[flows.source[i] ?? 0] ?? 0) + (flows.bytes[i] ?? 0);
    received[flows.target[i] ?? 0] = (received[flows.target[i] ?? 0] ?? 0) + (flows.bytes[i] ?? 0);
  }
  return { sent, received };
}

function expectAll(values: readonly number[], expected: number): void {
  for (const value of values) expect(value).toBeCloseTo(expected, 3);
}

describe('phases of a collective', () => {
  // Four servers of eight GPUs, n = 32: every cable carries an eighth of 2 (n - 1) / n x S, out and in.
  it('ring all-reduce', () => {
    const [phase] = plan(4, {});
    expect(phase?.flows.count).toBe(32);
    const { sent, received } = addUp(phase as PhasePlan, 32);
    expectAll(sent, ((2 * 31) / 32) * (S / 8));
    expectAll(received, ((2 * 31) / 32) * (S / 8));
    expect(phase?.scaleUpUs).toBeCloseTo((((2 * 31) / 32) * S) / 367_000, 6);
  });

  it('all-gather and reduce-scatter, half of that', () => {
    for (const collective of ['all-gather', 'reduce-scatter'] as const) {
      expectAll(addUp(plan(4, { collective })[0] as PhasePlan, 32).sent, (31 / 32) * (S / 8));
    }
  });

  // Each of two trees carries S / 2, up and down. A stop is an inner node with two children in one tree and a leaf in the other: it
  // sends 1 + 2 halves and 1 half, so 2 S over its cables at most. Two stops: S (two roots, one child each).
  it.each([
    [2, 1],
    [8, 2],
    [7, 2],
  ])('double binary tree of %i servers sends at most %i x S', (servers, most) => {
    const [phase] = plan(servers, { pattern: 'tree' });
    const { sent, received } = addUp(phase as PhasePlan, 8 * servers);
    expect(Math.max(...sent)).toBeCloseTo((most * S) / 8, 3);
    expect(Math.max(...received)).toBeCloseTo((most * S) / 8, 3);
    expect(sent.reduce((x, y) => x + y)).toBeCloseTo(2 * (servers - 1) * S, 0);
  });

  // N = 4 domains: S / 1 then S / 2 each way over both halves, in all 2 (N - 1) / N x S.
  it('halving and doubling', () => {
    const phases = plan(4, { pattern: 'halving-doubling' });
    expect(phases.map(({ label }) => label)).toHaveLength(2);
    const sent = phases.map((phase) => addUp(phase, 32).sent[0] ?? 0);
    expect(sent.reduce((x, y) => x + y)).toBeCloseTo(((2 * 3) / 4) * (S / 8), 3);
    expect(plan(5, { pattern: 'halving-doubling' })).toHaveLength(4);
  });

  // RS(g, S) + AR(N, S / g) + AG(g, S): (g - 1) / g x S on scale-up twice, 2 (N - 1) / N x S / g on a GPU's own NIC.
  it('hierarchical', () => {
    const [before, between, after] = plan(4, { pattern: 'hierarchical' });
    expect(before?.scaleUpUs).toBeCloseTo(((7 / 8) * S) / 367_000, 6);
    expect(after?.scaleUpUs).toBeCloseTo(before?.scaleUpUs ?? 0, 9);
    expectAll(addUp(between as PhasePlan, 32).sent, ((2 * 3) / 4) * (S / 8));
  });

  // Every GPU sends S / n to each of the n - g GPUs elsewhere; its eighth of the cables carries that.
  it('all-to-all', () => {
    const [phase] = plan(4, { collective: 'all-to-all' });
    expect(phase?.flows.count).toBe(4 * 3 * 8);
    const { sent, received } = addUp(phase as PhasePlan, 32);
    expectAll(sent, (24 / 32) * S);
    expectAll(received, (24 / 32) * S);
  });

  it('broadcast, from server to server', () => {
    const { sent, received } = addUp(plan(3, { collective: 'broadcast' })[0] as PhasePlan, 24);
    expectAll(sent.slice(0, 16), S / 8);
    expectAll(sent.slice(16), 0);
    expectAll(received.slice(8), S / 8);
  });

  it('send and receive: the last GPU of a server over its own cable', () => {
    const { sent, received } = addUp(plan(3, { collective: 'send-recv' })[0] as PhasePlan, 24);
    expect(sent[7]).toBe(S);
    expect(received[15]).toBe(S);
    expect(sent.reduce((x, y) => x + y)).toBe(3 * S);
  });

  // Tensor groups of eight lie inside a server; data groups take one GPU of each, and that GPU's cable.
  it('of groups at once, each on its own cables', () => {
    const layout = { tensor: 8, context: 1, pipeline: 1, expert: 1 };
    const [inside] = plan(4, {}, { layout, group: { kind: 'subgroup', axis: 'tensor' } });
    expect(inside?.flows.count).toBe(0);
    const [across] = plan(4, {}, { layout, group: { kind: 'subgroup', axis: 'data' } });
    expect(across?.flows.count).toBe(32);
    expectAll(addUp(across as PhasePlan, 32).sent, ((2 * 3) / 4) * S);
  });
});

describe('the two trees', () => {
  it.each([2, 3, 4, 5, 8, 13, 16, 31])('over %i stops: one root each, and inner nodes apart', (count) => {
    const trees = listTreeParents(count);
    const children = trees.map((parents) => {
      const own = Array.from({ length: count }, () => 0);
      for (const parent of parents) if (parent >= 0) own[parent] = (own[parent] ?? 0) + 1;
      return own;
    });
    for (const parents of trees) {
      expect(parents.filter((parent) => parent < 0)).toHaveLength(1);
      // Everybody reaches the root.
      parents.forEach((_, stop) => {
        let at = stop;
        for (let hops = 0; (parents[at] ?? -1) >= 0; hops += 1) {
          expect(hops).toBeLessThan(count);
          at = parents[at] ?? -1;
        }
      });
    }
    const both = children[0]?.filter((own, stop) => own > 0 && (children[1]?.[stop] ?? 0) > 0).length ?? 0;
    expect(both).toBeLessThanOrEqual(1);
    expect(Math.max(...(children[0] ?? []))).toBeLessThanOrEqual(2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjacency } from '#core/graph/adjacency.ts';
import { computeEquitablePartition, type Partition } from '#core/graph/equitable-partition.ts';
import { createWeightedGraph, type WeightedEdge } from '../../support/random-graph.ts';

const uncoloured = (nodeCount: number): Uint32Array => new Uint32Array(nodeCount);

/** What a node sends into every class, as one text. */
function describeNode(graph: Adjacency, arcWeight: Float64Array, partition: Partition, node: number): string {
  const sums = new Map<number, number>();
  for (let arc = graph.firstArc[node] ?? 0; arc < (graph.firstArc[node + 1] ?? 0); arc += 1) {
    const to = partition.classOf[graph.arcTo[arc] ?? 0] ?? 0;
    sums.set(to, (sums.get(to) ?? 0) + (arcWeight[arc] ?? 0));
  }
  return JSON.stringify([...sums].filter(([, sum]) => sum > 0).sort(([x], [y]) => x - y));
}

/** The coarsest equitable partition by repeated renaming: slow, plain, independent of the splitting algorithm. */
function refineNaively(graph: Adjacency, arcWeight: Float64Array, colour: ArrayLike<number>): number[] {
  let classes = Array.from({ length: graph.nodeCount }, (_, node) => colour[node] ?? 0);
  for (;;) {
    const names = new Map<string, number>();
    const count = new Set(classes).size;
    const partition = { classOf: Uint32Array.from(classes) } as Partition;
    const next = classes.map((own, node) => {
      const name = `${own}|${describeNode(graph, arcWeight, partition, node)}`;
      if (!names.has(name)) names.set(name, names.size);
      return names.get(name) ?? 0;
    });
    classes = next;
    if (new Set(classes).size === count) return classes;
  }
}

function isSamePartition(x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  const forth = new Map<number, number>();
  const back = new Map<number, number>();
  for (let i = 0; i < x.length; i += 1) {
    const a = x[i] ?? 0;
    const b = y[i] ?? 0;
    if ((forth.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return false;
    forth.set(a, b);
    back.set(b, a);
  }
  return true;
}

const edge = fc.record({ a: fc.nat(9), b: fc.nat(9), weight: fc.integer({ min: 1, max: 3 }) });
const edges = fc.array(edge, { maxLength: 25 }).map((list: WeightedEdge[]) => list.filter(({ a, b }) => a !== b));
const colours = fc.array(fc.nat(2), { minLength: 10, maxLength: 10 });

describe('computeEquitablePartition', () => {
  it('puts the leaves and the spines of a full mesh into two classes', () => {
    const mesh = [0, 1, 2, 3].flatMap((a) => [4, 5].map((b) => ({ a, b, weight: 400 })));
    const { graph, arcWeight } = createWeightedGraph(6, mesh);
    const partition = computeEquitablePartition(graph, arcWeight, uncoloured(6), null);
    expect(isSamePartition(partition.classOf, [0, 0, 0, 0, 1, 1])).toBe(true);
  });

  it('finds the coarsest equitable partition that respects the colours', () => {
    fc.assert(
      fc.property(edges, colours, (list, colour) => {
        const { graph, arcWeight } = createWeightedGraph(10, list);
        const partition = computeEquitablePartition(graph, arcWeight, colour, null);
        expect(isSamePartition(partition.classOf, refineNaively(graph, arcWeight, colour))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same from a coarser equitable partition as from nothing', () => {
    fc.assert(
      fc.property(edges, colours, (list, colour) => {
        const { graph, arcWeight } = createWeightedGraph(10, list);
        const base = computeEquitablePartition(graph, arcWeight, uncoloured(10), null);
        const fromBase = computeEquitablePartition(graph, arcWeight, colour, base);
        const fromNothing = computeEquitablePartition(graph, arcWeight, colour, null);
        expect(isSamePartition(fromBase.classOf, fromNothing.classOf)).toBe(true);
        fromBase.nodes.forEach((node, position) => {
          const index = fromBase.classOf[node] ?? 0;
          expect(fromBase.first[index]).toBeLessThanOrEqual(position);
          expect(fromBase.first[index + 1]).toBeGreaterThan(position);
        });
      }),
      { numRuns: 300 },
    );
  });
});

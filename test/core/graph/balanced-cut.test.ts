import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/base/random.ts';
import type { Adjacency } from '#core/graph/adjacency.ts';
import { searchBalancedCut } from '#core/graph/balanced-cut.ts';
import { createWeightedGraph } from '../../support/random-graph.ts';

function weighCut(graph: Adjacency, arcWeight: Float64Array, sides: ArrayLike<number>): number {
  let weight = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (let arc = graph.firstArc[node] ?? 0; arc < (graph.firstArc[node + 1] ?? 0); arc += 1) {
      if (sides[node] === 1 && sides[graph.arcTo[arc] ?? 0] === 0) weight += arcWeight[arc] ?? 0;
    }
  }
  return weight;
}

/** The lightest cut over every way to put half of the counted nodes on side 1. */
function bruteForce(graph: Adjacency, arcWeight: Float64Array, isCounted: readonly number[]): number {
  const counted = isCounted.reduce((sum, one) => sum + one, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << graph.nodeCount; set += 1) {
    const sides = isCounted.map((_, node) => (set >> node) & 1);
    const onSideOne = sides.reduce((sum, side, node) => sum + side * (isCounted[node] ?? 0), 0);
    if (onSideOne !== Math.floor(counted / 2)) continue;
    least = Math.min(least, weighCut(graph, arcWeight, sides));
  }
  return least;
}

describe('searchBalancedCut', () => {
  it('cuts two cliques apart at the bridge between them', () => {
    const clique = (first: number): { a: number; b: number; weight: number }[] =>
      [0, 1, 2, 3].flatMap((i) =>
        [0, 1, 2, 3].filter((j) => j > i).map((j) => ({ a: first + i, b: first + j, weight: 1 })),
      );
    const { graph, arcWeight } = createWeightedGraph(8, [...clique(0), ...clique(4), { a: 0, b: 4, weight: 1 }]);
    const isCounted = new Uint8Array(8).fill(1);
    const sides = searchBalancedCut({ graph, arcWeight, isCounted }, [], 4, createRandom(1));
    expect(weighCut(graph, arcWeight, sides)).toBe(1);
    expect(sides.reduce((sum, side) => sum + side, 0)).toBe(4);
  });

  it('agrees with trying every balanced cut on small graphs', () => {
    const edge = fc.record({ a: fc.nat(9), b: fc.nat(9), weight: fc.integer({ min: 1, max: 5 }) });
    const edges = fc.array(edge, { maxLength: 24 }).map((list) => list.filter(({ a, b }) => a !== b));
    const counted = fc.array(fc.constantFrom(0, 1, 1), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(edges, counted, (list, isCounted) => {
        const { graph, arcWeight } = createWeightedGraph(10, list);
        const problem = { graph, arcWeight, isCounted: Uint8Array.from(isCounted) };
        const sides = searchBalancedCut(problem, [], 16, createRandom(7));
        expect(weighCut(graph, arcWeight, sides)).toBe(bruteForce(graph, arcWeight, isCounted));
      }),
      { numRuns: 300, seed: 42 },
    );
  });

  it('repeats itself', () => {
    const ring = Array.from({ length: 12 }, (_, a) => ({ a, b: (a + 1) % 12, weight: 1 }));
    const { graph, arcWeight } = createWeightedGraph(12, ring);
    const problem = { graph, arcWeight, isCounted: new Uint8Array(12).fill(1) };
    const search = (): Uint8Array => searchBalancedCut(problem, [], 3, createRandom(5));
    expect(search()).toEqual(search());
  });
});

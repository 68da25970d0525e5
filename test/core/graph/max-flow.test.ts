import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeMaxFlow, FlowGraphBuilder, markSourceSide } from '#core/graph/max-flow.ts';
import { pushRelabelFlow } from '../../support/push-relabel.ts';

type Edge = [number, number, number, number];

function flowOf(nodeCount: number, edges: readonly Edge[], source: number, sink: number): number {
  const builder = new FlowGraphBuilder(nodeCount);
  for (const [tail, head, forward, backward] of edges) builder.addEdge(tail, head, forward, backward);
  return computeMaxFlow(builder.build(), source, sink);
}

/** Minimum cut by trying every set of nodes on the source's side: max-flow min-cut (Ford and Fulkerson 1956). */
function bruteForceMinCut(nodeCount: number, edges: readonly Edge[], source: number, sink: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << nodeCount; set += 1) {
    if ((set & (1 << source)) === 0 || (set & (1 << sink)) !== 0) continue;
    let cut = 0;
    for (const [tail, head, forward, backward] of edges) {
      const tailIn = (set & (1 << tail)) !== 0;
      const headIn = (set & (1 << head)) !== 0;
      if (tailIn && !headIn) cut += forward;
      if (headIn && !tailIn) cut += backward;
    }
    least = Math.min(least, cut);
  }
  return least;
}

describe('computeMaxFlow', () => {
  it('finds the 23 of the textbook network (Cormen et al., Introduction to Algorithms, figure 26.6)', () => {
    const edges: Edge[] = [
      [0, 1, 16, 0],
      [0, 2, 13, 0],
      [1, 3, 12, 0],
      [2, 1, 4, 0],
      [2, 4, 14, 0],
      [3, 2, 9, 0],
      [3, 5, 20, 0],
      [4, 3, 7, 0],
      [4, 5, 4, 0],
    ];
    expect(flowOf(6, edges, 0, 5)).toBe(23);
  });

  it('is 0 without a path', () => {
    expect(flowOf(3, [[0, 1, 5, 0]], 0, 2)).toBe(0);
  });

  it('equals the minimum cut found by brute force', () => {
    const edge = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(20), fc.nat(20)).filter(([tail, head]) => tail !== head);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 18 }), (edges) => {
        expect(flowOf(7, edges, 0, 6)).toBe(bruteForceMinCut(7, edges, 0, 6));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with push-relabel on 500 random graphs, and the source side it leaves is a minimum cut', () => {
    const edge = fc.tuple(fc.nat(39), fc.nat(39), fc.nat(100), fc.nat(100)).filter(([tail, head]) => tail !== head);
    fc.assert(
      fc.property(fc.array(edge, { minLength: 30, maxLength: 200 }), (edges) => {
        const builder = new FlowGraphBuilder(40);
        for (const [tail, head, forward, backward] of edges) builder.addEdge(tail, head, forward, backward);
        const graph = builder.build();
        const flow = computeMaxFlow(graph, 0, 39);
        expect(flow).toBe(pushRelabelFlow(40, edges, 0, 39));
        const isNear = markSourceSide(graph, 0);
        const cut = edges.map(([tail, head, forward, backward]) =>
          isNear[tail] === isNear[head] ? 0 : isNear[tail] === 1 ? forward : backward,
        );
        expect(cut.reduce((sum, capacity) => sum + capacity, 0)).toBe(flow);
      }),
      { numRuns: 500 },
    );
  });
});

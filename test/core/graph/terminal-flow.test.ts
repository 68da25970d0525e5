import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTerminalFlow } from '#core/graph/terminal-flow.ts';
import { type DirectedEdge, pushRelabelFlow } from '../../support/push-relabel.ts';
import { createWeightedGraph } from '../../support/random-graph.ts';

const nodeCount = 8;
const source = nodeCount;
const sink = nodeCount + 1;
const edge = fc.record({ a: fc.nat(7), b: fc.nat(7), weight: fc.integer({ min: 1, max: 4 }) });
const edges = fc.array(edge, { maxLength: 20 }).map((list) => list.filter(({ a, b }) => a !== b));
const amounts = fc.array(fc.constantFrom(0, 0, 1, 5), { minLength: nodeCount, maxLength: nodeCount });

describe('computeTerminalFlow', () => {
  it('equals the flow of another algorithm on the graph without any symmetry used, and its sides are a minimum cut', () => {
    fc.assert(
      fc.property(edges, amounts, amounts, (list, supply, demand) => {
        const { graph, arcWeight } = createWeightedGraph(nodeCount, list);
        const terminals = { supply: Float64Array.from(supply), demand: Float64Array.from(demand) };
        const { value, isNear } = computeTerminalFlow(graph, arcWeight, terminals, null);
        const directed: DirectedEdge[] = [
          ...list.map(({ a, b, weight }): DirectedEdge => [a, b, weight, weight]),
          ...supply.map((amount, node): DirectedEdge => [source, node, amount, 0]),
          ...demand.map((amount, node): DirectedEdge => [node, sink, amount, 0]),
        ];
        expect(value).toBe(pushRelabelFlow(nodeCount + 2, directed, source, sink));
        const isNearNode = (node: number): boolean => node === source || (node !== sink && isNear[node] === 1);
        let cut = 0;
        for (const [tail, head, forward, backward] of directed) {
          if (isNearNode(tail) && !isNearNode(head)) cut += forward;
          if (isNearNode(head) && !isNearNode(tail)) cut += backward;
        }
        expect(cut).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('takes an endless supply as the node itself being the source', () => {
    const { graph, arcWeight } = createWeightedGraph(3, [
      { a: 0, b: 1, weight: 3 },
      { a: 1, b: 2, weight: 2 },
    ]);
    const supply = Float64Array.of(Number.POSITIVE_INFINITY, 0, 0);
    const demand = Float64Array.of(0, 0, Number.POSITIVE_INFINITY);
    expect(computeTerminalFlow(graph, arcWeight, { supply, demand }, null).value).toBe(2);
  });
});

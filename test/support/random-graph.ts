/** Random weighted graphs as edge lists, for tests of graph algorithms. */
import { type Adjacency, createAdjacency, spreadToArcs } from '#core/graph/adjacency.ts';

export interface WeightedEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export function createWeightedGraph(
  nodeCount: number,
  edges: readonly WeightedEdge[],
): { graph: Adjacency; arcWeight: Float64Array } {
  const graph = createAdjacency(nodeCount, {
    edgeCount: edges.length,
    a: Uint32Array.from(edges, (edge) => edge.a),
    b: Uint32Array.from(edges, (edge) => edge.b),
  });
  return {
    graph,
    arcWeight: spreadToArcs(
      graph,
      edges.map((edge) => edge.weight),
    ),
  };
}

/** An undirected multigraph with weighted edges in compressed rows: the arcs of node n are firstArc[n] .. firstArc[n + 1] - 1. */

export interface EdgeList {
  readonly edgeCount: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export interface Adjacency {
  readonly nodeCount: number;
  /** Twice the number of edges. */
  readonly arcCount: number;
  /** Length nodeCount + 1. */
  readonly firstArc: Uint32Array;
  readonly arcTo: Uint32Array;
  /** Index of the edge the arc is one direction of. */
  readonly arcEdge: Uint32Array;
}

/** Linear: counts the arcs of each node, then deals the edges out. */
export function createAdjacency(nodeCount: number, edges: EdgeList): Adjacency {
  const { edgeCount, a, b } = edges;
  const firstArc = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const tail = (a[edge] as number) + 1;
    const head = (b[edge] as number) + 1;
    firstArc[tail] = (firstArc[tail] as number) + 1;
    firstArc[head] = (firstArc[head] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) {
    firstArc[node + 1] = (firstArc[node + 1] as number) + (firstArc[node] as number);
  }
  const cursor = firstArc.slice(0, nodeCount);
  const arcTo = new Uint32Array(edgeCount * 2);
  const arcEdge = new Uint32Array(edgeCount * 2);
  const put = (from: number, to: number, edge: number): void => {
    const arc = cursor[from] as number;
    cursor[from] = arc + 1;
    arcTo[arc] = to;
    arcEdge[arc] = edge;
  };
  for (let edge = 0; edge < edgeCount; edge += 1) {
    put(a[edge] as number, b[edge] as number, edge);
    put(b[edge] as number, a[edge] as number, edge);
  }
  return { nodeCount, arcCount: edgeCount * 2, firstArc, arcTo, arcEdge };
}

/** The weight of every arc from that of its edge. */
export function spreadToArcs(graph: Adjacency, edgeWeight: ArrayLike<number>): Float64Array {
  const arcWeight = new Float64Array(graph.arcCount);
  for (let arc = 0; arc < graph.arcCount; arc += 1) {
    arcWeight[arc] = edgeWeight[graph.arcEdge[arc] as number] as number;
  }
  return arcWeight;
}

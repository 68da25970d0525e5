/**
 * Maximum flow a second way, to hold the first against: push-relabel on an adjacency matrix (Goldberg and Tarjan 1988),
 * with the textbook's relabel-to-front left out for a plain queue. Shares no code with the product.
 */
export type DirectedEdge = readonly [tail: number, head: number, forward: number, backward: number];

export function pushRelabelFlow(
  nodeCount: number,
  edges: readonly DirectedEdge[],
  source: number,
  sink: number,
): number {
  const residual = Array.from({ length: nodeCount }, () => new Float64Array(nodeCount));
  const at = (u: number): Float64Array => residual[u] as Float64Array;
  const add = (u: number, v: number, amount: number): void => {
    at(u)[v] = (at(u)[v] as number) + amount;
  };
  for (const [tail, head, forward, backward] of edges) {
    add(tail, head, forward);
    add(head, tail, backward);
  }
  const height = new Int32Array(nodeCount);
  const excess = new Float64Array(nodeCount);
  height[source] = nodeCount;
  const active: number[] = [];
  const push = (u: number, v: number, amount: number): void => {
    add(u, v, -amount);
    add(v, u, amount);
    excess[u] = (excess[u] as number) - amount;
    excess[v] = (excess[v] as number) + amount;
    if (v !== source && v !== sink && !active.includes(v)) active.push(v);
  };
  for (let v = 0; v < nodeCount; v += 1) {
    if ((at(source)[v] as number) > 0) push(source, v, at(source)[v] as number);
  }
  for (let u = active.shift(); u !== undefined; u = active.shift()) {
    while ((excess[u] as number) > 0) {
      let lowest = Number.POSITIVE_INFINITY;
      for (let v = 0; v < nodeCount && (excess[u] as number) > 0; v += 1) {
        const room = at(u)[v] as number;
        if (room <= 0) continue;
        if (height[u] === (height[v] as number) + 1) push(u, v, Math.min(room, excess[u] as number));
        else lowest = Math.min(lowest, height[v] as number);
      }
      if ((excess[u] as number) > 0) height[u] = lowest + 1;
    }
  }
  return excess[sink] as number;
}

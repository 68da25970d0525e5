/**
 * Maximum flow by Dinic's algorithm (Dinic 1970) on plain typed arrays. Knows no networks.
 * Cost: O(V^2 E) in the worst case, a few phases on the layered graphs that fabrics are.
 */
import { Lasting } from '../base/lasting.ts';

export interface FlowGraph {
  readonly nodeCount: number;
  /** Arcs 2k and 2k+1 are an edge and its reverse. */
  readonly arcTo: Uint32Array;
  readonly arcCapacity: Float64Array;
  /** First arc of each node and the next arc of the same tail; -1 = none. */
  readonly firstArc: Int32Array;
  readonly nextArc: Int32Array;
}

/** Collects edges, then gives the graph. */
export class FlowGraphBuilder extends Lasting {
  private tails = new Uint32Array(64);
  private heads = new Uint32Array(64);
  private forward = new Float64Array(64);
  private backward = new Float64Array(64);
  private edgeCount = 0;
  private readonly nodeCount: number;

  constructor(nodeCount: number) {
    super();
    this.nodeCount = nodeCount;
  }

  /** An edge with its capacity each way; 0 backward makes it one-way. */
  addEdge(tail: number, head: number, forward: number, backward: number): void {
    const edge = this.edgeCount;
    if (edge === this.tails.length) this.grow();
    this.tails[edge] = tail;
    this.heads[edge] = head;
    this.forward[edge] = forward;
    this.backward[edge] = backward;
    this.edgeCount = edge + 1;
  }

  private grow(): void {
    const length = this.edgeCount * 2;
    const { tails, heads, forward, backward } = this;
    this.tails = new Uint32Array(length);
    this.tails.set(tails);
    this.heads = new Uint32Array(length);
    this.heads.set(heads);
    this.forward = new Float64Array(length);
    this.forward.set(forward);
    this.backward = new Float64Array(length);
    this.backward.set(backward);
  }

  build(): FlowGraph {
    const arcCount = this.edgeCount * 2;
    const arcTo = new Uint32Array(arcCount);
    const arcCapacity = new Float64Array(arcCount);
    const firstArc = new Int32Array(this.nodeCount).fill(-1);
    const nextArc = new Int32Array(arcCount);
    for (let edge = 0; edge < this.edgeCount; edge += 1) {
      const tail = this.tails[edge] as number;
      const head = this.heads[edge] as number;
      const arc = edge * 2;
      arcTo[arc] = head;
      arcCapacity[arc] = this.forward[edge] as number;
      nextArc[arc] = firstArc[tail] as number;
      firstArc[tail] = arc;
      arcTo[arc + 1] = tail;
      arcCapacity[arc + 1] = this.backward[edge] as number;
      nextArc[arc + 1] = firstArc[head] as number;
      firstArc[head] = arc + 1;
    }
    return { nodeCount: this.nodeCount, arcTo, arcCapacity, firstArc, nextArc };
  }
}

/** Value of the maximum flow from source to sink. The graph's capacities become the residual ones. */
export function computeMaxFlow(graph: FlowGraph, source: number, sink: number): number {
  const level = new Int32Array(graph.nodeCount);
  const cursor = new Int32Array(graph.nodeCount);
  const queue = new Uint32Array(graph.nodeCount);
  const path = new Int32Array(graph.nodeCount);
  let flow = 0;
  while (labelLevels(graph, source, sink, level, queue)) {
    cursor.set(graph.firstArc);
    flow += blockFlow(graph, source, sink, level, cursor, path);
  }
  return flow;
}

/** After `computeMaxFlow`: 1 for the nodes the source still reaches. The arcs that leave them are a minimum cut. */
export function markSourceSide(graph: FlowGraph, source: number): Uint8Array {
  const isNear = new Uint8Array(graph.nodeCount);
  const stack = [source];
  isNear[source] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let arc = graph.firstArc[node] as number; arc >= 0; arc = graph.nextArc[arc] as number) {
      const to = graph.arcTo[arc] as number;
      if ((graph.arcCapacity[arc] as number) <= 0 || isNear[to] === 1) continue;
      isNear[to] = 1;
      stack.push(to);
    }
  }
  return isNear;
}

/** Breadth-first levels over arcs with capacity left; false when the sink is out of reach. */
function labelLevels(graph: FlowGraph, source: number, sink: number, level: Int32Array, queue: Uint32Array): boolean {
  level.fill(-1);
  level[source] = 0;
  queue[0] = source;
  let tail = 1;
  for (let head = 0; head < tail; head += 1) {
    const node = queue[head] as number;
    for (let arc = graph.firstArc[node] as number; arc >= 0; arc = graph.nextArc[arc] as number) {
      const to = graph.arcTo[arc] as number;
      if ((graph.arcCapacity[arc] as number) <= 0 || level[to] !== -1) continue;
      level[to] = (level[node] as number) + 1;
      queue[tail] = to;
      tail += 1;
    }
  }
  return level[sink] !== -1;
}

/** Pushes a blocking flow through the level graph, depth first without recursion. */
function blockFlow(
  graph: FlowGraph,
  source: number,
  sink: number,
  level: Int32Array,
  cursor: Int32Array,
  path: Int32Array,
): number {
  const { arcTo, arcCapacity, nextArc } = graph;
  let total = 0;
  let depth = 0;
  let node = source;
  for (;;) {
    if (node === sink) {
      let pushed = Number.POSITIVE_INFINITY;
      for (let i = 0; i < depth; i += 1) pushed = Math.min(pushed, arcCapacity[path[i] as number] as number);
      let retreat = 0;
      for (let i = depth - 1; i >= 0; i -= 1) {
        const arc = path[i] as number;
        arcCapacity[arc] = (arcCapacity[arc] as number) - pushed;
        arcCapacity[arc ^ 1] = (arcCapacity[arc ^ 1] as number) + pushed;
        if ((arcCapacity[arc] as number) <= 0) retreat = i;
      }
      total += pushed;
      depth = retreat;
      node = arcTo[(path[depth] as number) ^ 1] as number;
      continue;
    }
    const arc = findOpenArc(graph, node, level, cursor);
    if (arc >= 0) {
      path[depth] = arc;
      depth += 1;
      node = arcTo[arc] as number;
    } else {
      if (depth === 0) return total;
      depth -= 1;
      node = arcTo[(path[depth] as number) ^ 1] as number;
      cursor[node] = nextArc[cursor[node] as number] as number;
    }
  }
}

function findOpenArc(graph: FlowGraph, node: number, level: Int32Array, cursor: Int32Array): number {
  const next = (level[node] as number) + 1;
  let arc = cursor[node] as number;
  while (arc >= 0 && ((graph.arcCapacity[arc] as number) <= 0 || level[graph.arcTo[arc] as number] !== next)) {
    arc = graph.nextArc[arc] as number;
  }
  cursor[node] = arc;
  return arc;
}

/**
 * The coarsest equitable partition: nodes are put into classes such that any two nodes of a class have the same sum of
 * edge weights towards every class. Colour refinement by partition splitting (Paige and Tarjan 1987, weighted as by
 * Valmari and Franceschinis 2010): a class splits its neighbours by what they send into it, and of the pieces all but
 * the largest become splitters in turn. Cost O(E log V).
 */
import type { Adjacency } from './adjacency.ts';

export interface Partition {
  readonly classCount: number;
  readonly classOf: Uint32Array;
  /** Nodes ordered by class: those of class c are nodes[first[c]] .. nodes[first[c + 1] - 1]. */
  readonly nodes: Uint32Array;
  readonly first: Uint32Array;
}

/**
 * Nodes of one class share their `colour`. With `base`, an equitable partition for the same weights, the result refines
 * it as well and only what the colours split is looked at.
 */
export function computeEquitablePartition(
  graph: Adjacency,
  arcWeight: Float64Array,
  colour: ArrayLike<number>,
  base: Partition | null,
): Partition {
  const refinery = new Refinery(graph, arcWeight);
  refinery.start(colour, base);
  return refinery.finish();
}

/** Classes are runs of `nodes`; a split turns one run into several. */
class Refinery {
  private readonly graph: Adjacency;
  private readonly arcWeight: Float64Array;
  private readonly nodes: Uint32Array;
  private readonly position: Uint32Array;
  private readonly classOf: Uint32Array;
  private readonly begin: number[] = [];
  private readonly end: number[] = [];
  private readonly isQueued: boolean[] = [];
  private readonly queue: number[] = [];
  /** Weight that each node sends into the class in hand. */
  private readonly sum: Float64Array;

  constructor(graph: Adjacency, arcWeight: Float64Array) {
    this.graph = graph;
    this.arcWeight = arcWeight;
    this.nodes = new Uint32Array(graph.nodeCount);
    this.position = new Uint32Array(graph.nodeCount);
    this.classOf = new Uint32Array(graph.nodeCount);
    this.sum = new Float64Array(graph.nodeCount);
  }

  start(colour: ArrayLike<number>, base: Partition | null): void {
    const { nodeCount } = this.graph;
    for (let node = 0; node < nodeCount; node += 1) {
      this.nodes[node] = base === null ? node : (base.nodes[node] as number);
      this.classOf[node] = base === null ? 0 : (base.classOf[node] as number);
    }
    for (let i = 0; i < nodeCount; i += 1) this.position[this.nodes[i] as number] = i;
    const classCount = base === null ? Math.min(1, nodeCount) : base.classCount;
    for (let index = 0; index < classCount; index += 1) {
      this.addClass(
        base === null ? 0 : (base.first[index] as number),
        base === null ? nodeCount : (base.first[index + 1] as number),
      );
      if (base === null) this.enqueue(index);
    }
    for (let index = 0; index < classCount; index += 1) {
      this.split(index, this.begin[index] as number, (node) => colour[node] as number);
    }
  }

  finish(): Partition {
    for (let splitter = this.queue.pop(); splitter !== undefined; splitter = this.queue.pop()) {
      this.isQueued[splitter] = false;
      this.splitNeighbours(splitter);
    }
    return this.number();
  }

  /** Splits every class by the weight its nodes send into `splitter`. */
  private splitNeighbours(splitter: number): void {
    const { firstArc, arcTo } = this.graph;
    const touched: number[] = [];
    const members = this.nodes.slice(this.begin[splitter], this.end[splitter]);
    for (const node of members) {
      for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
        const weight = this.arcWeight[arc] as number;
        if (weight <= 0) continue;
        const to = arcTo[arc] as number;
        if (this.sum[to] === 0) touched.push(to);
        this.sum[to] = (this.sum[to] as number) + weight;
      }
    }
    // Touched nodes gather at the end of their class, so that only they are looked at again.
    const untouchedEnd = new Map<number, number>();
    for (const node of touched) {
      const index = this.classOf[node] as number;
      const last = (untouchedEnd.get(index) ?? (this.end[index] as number)) - 1;
      untouchedEnd.set(index, last);
      this.swap(this.position[node] as number, last);
    }
    for (const [index, from] of untouchedEnd) this.split(index, from, (node) => this.sum[node] as number);
    for (const node of touched) this.sum[node] = 0;
  }

  private swap(i: number, j: number): void {
    const nodeI = this.nodes[i] as number;
    const nodeJ = this.nodes[j] as number;
    this.nodes[i] = nodeJ;
    this.nodes[j] = nodeI;
    this.position[nodeI] = j;
    this.position[nodeJ] = i;
  }

  /** Parts the nodes of a class from position `from` on by `keyOf`; those before it stay together, apart from the rest. */
  private split(index: number, from: number, keyOf: (node: number) => number): void {
    const begin = this.begin[index] as number;
    const end = this.end[index] as number;
    const pieces = [begin];
    if (from > begin) pieces.push(from);
    const firstKey = keyOf(this.nodes[from] as number);
    let isUniform = true;
    for (let i = from + 1; i < end && isUniform; i += 1) isUniform = keyOf(this.nodes[i] as number) === firstKey;
    if (!isUniform) {
      const run = this.nodes.subarray(from, end);
      run.sort((x, y) => keyOf(x) - keyOf(y));
      for (let i = from; i < end; i += 1) {
        const node = this.nodes[i] as number;
        this.position[node] = i;
        if (i > from && keyOf(node) !== keyOf(this.nodes[i - 1] as number)) pieces.push(i);
      }
    }
    if (pieces.length > 1) this.cut(index, pieces, end);
  }

  /** Makes classes of the pieces. The largest keeps the old number and need not split others unless it was going to. */
  private cut(index: number, pieces: readonly number[], end: number): void {
    const endOf = (piece: number): number => pieces[piece + 1] ?? end;
    let largest = 0;
    for (let piece = 1; piece < pieces.length; piece += 1) {
      const size = endOf(piece) - (pieces[piece] as number);
      if (size > endOf(largest) - (pieces[largest] as number)) largest = piece;
    }
    for (let piece = 0; piece < pieces.length; piece += 1) {
      const begin = pieces[piece] as number;
      if (piece === largest) {
        this.begin[index] = begin;
        this.end[index] = endOf(piece);
        continue;
      }
      const created = this.addClass(begin, endOf(piece));
      for (let i = begin; i < endOf(piece); i += 1) this.classOf[this.nodes[i] as number] = created;
      this.enqueue(created);
    }
  }

  private addClass(begin: number, end: number): number {
    this.begin.push(begin);
    this.end.push(end);
    this.isQueued.push(false);
    return this.begin.length - 1;
  }

  private enqueue(index: number): void {
    if (this.isQueued[index]) return;
    this.isQueued[index] = true;
    this.queue.push(index);
  }

  /** Classes renumbered by where they begin. */
  private number(): Partition {
    const order = this.begin
      .map((_, index) => index)
      .sort((x, y) => (this.begin[x] as number) - (this.begin[y] as number));
    const first = new Uint32Array(order.length + 1);
    order.forEach((index, rank) => {
      first[rank] = this.begin[index] as number;
      for (let i = this.begin[index] as number; i < (this.end[index] as number); i += 1) {
        this.classOf[this.nodes[i] as number] = rank;
      }
    });
    first[order.length] = this.graph.nodeCount;
    return { classCount: order.length, classOf: this.classOf, nodes: this.nodes, first };
  }
}

/**
 * The coarsest equitable partition: nodes are put into classes such that any two nodes of a class have the same sum of
 * edge weights towards every class. Colour refinement by partition splitting (Paige and Tarjan 1987, weighted as by
 * Valmari and Franceschinis 2010): a class splits its neighbours by what they send into it, and of the pieces all but
 * the largest become splitters in turn. Cost O(E log V).
 */
import { Lasting } from '../base/lasting.ts';
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
 * it as well and only what the colours split is looked at. A large graph that falls into classes for the greater part of its
 * nodes has too little symmetry to be worth the search: it gets the partition of single nodes, which is equitable too.
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

/** Below this many nodes the coarsest partition is always found. */
const LARGE = 256;

/** Classes are runs of `nodes`; a split turns one run into several. */
class Refinery extends Lasting {
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
  /** Room for the nodes that the class in hand touches, and by class how many of them it holds; zero in between. */
  private readonly touched: Uint32Array;
  private readonly touchedIn: Uint32Array;

  constructor(graph: Adjacency, arcWeight: Float64Array) {
    super();
    this.graph = graph;
    this.arcWeight = arcWeight;
    this.nodes = new Uint32Array(graph.nodeCount);
    this.position = new Uint32Array(graph.nodeCount);
    this.classOf = new Uint32Array(graph.nodeCount);
    this.sum = new Float64Array(graph.nodeCount);
    this.touched = new Uint32Array(graph.nodeCount);
    this.touchedIn = new Uint32Array(graph.nodeCount);
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
      this.split(index, this.begin[index] as number, colour);
    }
  }

  finish(): Partition {
    const { nodeCount } = this.graph;
    const most = nodeCount < LARGE ? nodeCount : nodeCount / 2;
    for (let splitter = this.queue.pop(); splitter !== undefined; splitter = this.queue.pop()) {
      if (this.begin.length > most) return createSingles(nodeCount);
      this.isQueued[splitter] = false;
      this.splitNeighbours(splitter);
    }
    return this.number();
  }

  /** Splits every class by the weight its nodes send into `splitter`. */
  private splitNeighbours(splitter: number): void {
    const { firstArc, arcTo } = this.graph;
    const { arcWeight, sum, touched } = this;
    let touchedCount = 0;
    const end = this.end[splitter] as number;
    for (let i = this.begin[splitter] as number; i < end; i += 1) {
      const node = this.nodes[i] as number;
      const lastArc = firstArc[node + 1] as number;
      for (let arc = firstArc[node] as number; arc < lastArc; arc += 1) {
        const weight = arcWeight[arc] as number;
        if (weight <= 0) continue;
        const to = arcTo[arc] as number;
        const before = sum[to] as number;
        if (before === 0) {
          touched[touchedCount] = to;
          touchedCount += 1;
        }
        sum[to] = before + weight;
      }
    }
    // Touched nodes gather at the end of their class, so that only they are looked at again.
    const classes: number[] = [];
    for (let i = 0; i < touchedCount; i += 1) {
      const node = touched[i] as number;
      const index = this.classOf[node] as number;
      if (this.touchedIn[index] === 0) classes.push(index);
      this.touchedIn[index] = (this.touchedIn[index] as number) + 1;
      this.swap(this.position[node] as number, (this.end[index] as number) - (this.touchedIn[index] as number));
    }
    for (const index of classes) {
      const from = (this.end[index] as number) - (this.touchedIn[index] as number);
      this.touchedIn[index] = 0;
      this.split(index, from, sum);
    }
    for (let i = 0; i < touchedCount; i += 1) sum[touched[i] as number] = 0;
  }

  private swap(i: number, j: number): void {
    const nodeI = this.nodes[i] as number;
    const nodeJ = this.nodes[j] as number;
    this.nodes[i] = nodeJ;
    this.nodes[j] = nodeI;
    this.position[nodeI] = j;
    this.position[nodeJ] = i;
  }

  /** Parts the nodes of a class from position `from` on by `key`; those before it stay together, apart from the rest. */
  private split(index: number, from: number, key: ArrayLike<number>): void {
    const begin = this.begin[index] as number;
    const end = this.end[index] as number;
    const pieces = [begin];
    if (from > begin) pieces.push(from);
    const firstKey = key[this.nodes[from] as number];
    let isUniform = true;
    for (let i = from + 1; i < end && isUniform; i += 1) isUniform = key[this.nodes[i] as number] === firstKey;
    if (!isUniform) {
      const run = this.nodes.subarray(from, end);
      run.sort((x, y) => (key[x] as number) - (key[y] as number));
      for (let i = from; i < end; i += 1) {
        const node = this.nodes[i] as number;
        this.position[node] = i;
        if (i > from && key[node] !== key[this.nodes[i - 1] as number]) pieces.push(i);
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
    for (let rank = 0; rank < order.length; rank += 1) {
      const index = order[rank] as number;
      first[rank] = this.begin[index] as number;
      for (let i = this.begin[index] as number; i < (this.end[index] as number); i += 1) {
        this.classOf[this.nodes[i] as number] = rank;
      }
    }
    first[order.length] = this.graph.nodeCount;
    return { classCount: order.length, classOf: this.classOf, nodes: this.nodes, first };
  }
}

function createSingles(nodeCount: number): Partition {
  const first = new Uint32Array(nodeCount + 1);
  for (let node = 0; node <= nodeCount; node += 1) first[node] = node;
  const nodes = first.slice(0, nodeCount);
  return { classCount: nodeCount, classOf: nodes, nodes, first };
}

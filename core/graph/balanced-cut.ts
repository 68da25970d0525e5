/**
 * Looks for the lightest cut that puts half of the counted nodes on either side; the others fall where they weigh least.
 * Local search by single moves with look-ahead (Fiduccia and Mattheyses 1982, after Kernighan and Lin 1970): every node
 * moves once, best gain first, also when that makes things worse for a while; the best balanced moment is kept. From
 * several starts: finding the true minimum is NP-hard, so the result is an upper bound on it. A pass costs O(E log E).
 */
import { Lasting } from '../base/lasting.ts';
import type { Random } from '../base/random.ts';
import type { Adjacency } from './adjacency.ts';
import { LazyHeap } from './lazy-heap.ts';

export interface CutProblem {
  readonly graph: Adjacency;
  readonly arcWeight: Float64Array;
  /** 1 = counts for the balance. */
  readonly isCounted: Uint8Array;
}

/** By node: 0 or 1. */
type Sides = Uint8Array;

const MAX_PASSES = 12;

/** Sides of the lightest cut found. `given` are starts to try besides `startCount` grown or random ones. */
export function searchBalancedCut(
  problem: CutProblem,
  given: readonly Sides[],
  startCount: number,
  random: Random,
): Sides {
  let best: Sides | null = null;
  let bestWeight = Number.POSITIVE_INFINITY;
  for (let start = 0; start < given.length + startCount; start += 1) {
    const sides = given[start]?.slice() ?? createStart(problem, random, start % 4 === 3);
    const weight = improveCut(problem, sides);
    if (weight < bestWeight) {
      best = sides;
      bestWeight = weight;
    }
  }
  return best ?? new Uint8Array(problem.graph.nodeCount);
}

/** Half of the counted nodes, drawn at random or gathered breadth-first around a random node. */
function createStart({ graph, isCounted }: CutProblem, random: Random, isScattered: boolean): Sides {
  const order = isScattered ? shuffleNodes(graph.nodeCount, random) : growFrom(graph, random.nextInt(graph.nodeCount));
  const half = Math.floor(countNodes(isCounted) / 2);
  const sides = new Uint8Array(graph.nodeCount);
  let taken = 0;
  for (const node of order) {
    if (isCounted[node] === 1) {
      if (taken === half) break;
      taken += 1;
    }
    sides[node] = 1;
  }
  return sides;
}

function countNodes(isCounted: Uint8Array): number {
  return isCounted.reduce((sum, counted) => sum + counted, 0);
}

function shuffleNodes(nodeCount: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  for (let i = nodeCount - 1; i > 0; i -= 1) {
    const j = random.nextInt(i + 1);
    const node = order[i] as number;
    order[i] = order[j] as number;
    order[j] = node;
  }
  return order;
}

/** Breadth-first order from a node; what it cannot reach follows from the next node in turn. */
function growFrom(graph: Adjacency, origin: number): Uint32Array {
  const order = new Uint32Array(graph.nodeCount);
  const isSeen = new Uint8Array(graph.nodeCount);
  let tail = 0;
  for (let offset = 0; offset < graph.nodeCount; offset += 1) {
    const root = (origin + offset) % graph.nodeCount;
    if (isSeen[root] === 1) continue;
    isSeen[root] = 1;
    let head = tail;
    order[tail] = root;
    tail += 1;
    for (; head < tail; head += 1) {
      const node = order[head] as number;
      for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
        const to = graph.arcTo[arc] as number;
        if (isSeen[to] === 1) continue;
        isSeen[to] = 1;
        order[tail] = to;
        tail += 1;
      }
    }
  }
  return order;
}

/** Passes until one brings nothing; returns the weight of the cut and leaves its sides in `sides`. */
function improveCut(problem: CutProblem, sides: Sides): number {
  const search = new MovePass(problem, sides);
  let weight = weighCut(problem, sides);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const gained = search.run();
    weight -= gained;
    if (gained <= 0) break;
  }
  return weight;
}

function weighCut({ graph, arcWeight }: CutProblem, sides: Sides): number {
  let weight = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (sides[node] !== 1) continue;
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      if (sides[graph.arcTo[arc] as number] === 0) weight += arcWeight[arc] as number;
    }
  }
  return weight;
}

class MovePass extends Lasting {
  private readonly problem: CutProblem;
  private readonly sides: Sides;
  private readonly gain: Float64Array;
  private readonly isLocked: Uint8Array;
  private readonly lowest: number;
  private readonly highest: number;

  constructor(problem: CutProblem, sides: Sides) {
    super();
    this.problem = problem;
    this.sides = sides;
    this.gain = new Float64Array(problem.graph.nodeCount);
    this.isLocked = new Uint8Array(problem.graph.nodeCount);
    const counted = countNodes(problem.isCounted);
    this.lowest = Math.floor(counted / 2);
    this.highest = Math.ceil(counted / 2);
  }

  /** One pass; what the cut became lighter by. The sides before it must be balanced, and are after it. */
  run(): number {
    const { isCounted, graph } = this.problem;
    this.computeGains();
    // Free nodes, counted ones on side 0, counted ones on side 1.
    const heaps = [new LazyHeap(), new LazyHeap(), new LazyHeap()] as const;
    const heapOf = (node: number): LazyHeap =>
      isCounted[node] === 0 ? heaps[0] : this.sides[node] === 0 ? heaps[1] : heaps[2];
    for (let node = 0; node < graph.nodeCount; node += 1) heapOf(node).push(this.gain[node] as number, node);
    let onSideOne = 0;
    for (let node = 0; node < graph.nodeCount; node += 1) {
      if (isCounted[node] === 1) onSideOne += this.sides[node] as number;
    }
    const moves: number[] = [];
    let total = 0;
    let bestTotal = 0;
    let bestLength = 0;
    for (;;) {
      const node = this.chooseNode(heaps, onSideOne);
      if (node < 0) break;
      total += this.gain[node] as number;
      this.isLocked[node] = 1;
      this.move(node, (neighbour) => heapOf(neighbour).push(this.gain[neighbour] as number, neighbour));
      if (isCounted[node] === 1) onSideOne += this.sides[node] === 1 ? 1 : -1;
      moves.push(node);
      if (onSideOne >= this.lowest && onSideOne <= this.highest && total > bestTotal + 1e-9) {
        bestTotal = total;
        bestLength = moves.length;
      }
    }
    for (const node of moves.slice(bestLength)) this.sides[node] = 1 - (this.sides[node] as number);
    return bestTotal;
  }

  private computeGains(): void {
    const { graph, arcWeight } = this.problem;
    this.isLocked.fill(0);
    for (let node = 0; node < graph.nodeCount; node += 1) {
      let gain = 0;
      for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
        const isCut = this.sides[graph.arcTo[arc] as number] !== this.sides[node];
        gain += (isCut ? 1 : -1) * (arcWeight[arc] as number);
      }
      this.gain[node] = gain;
    }
  }

  /** The best move that leaves the balance at most one beyond its bounds. */
  private chooseNode(heaps: readonly [LazyHeap, LazyHeap, LazyHeap], onSideOne: number): number {
    const isCurrent = (node: number, key: number): boolean => this.isLocked[node] === 0 && this.gain[node] === key;
    let best = heaps[0].peek(isCurrent);
    if (onSideOne <= this.highest) best = this.pickBetter(best, heaps[1].peek(isCurrent));
    if (onSideOne >= this.lowest) best = this.pickBetter(best, heaps[2].peek(isCurrent));
    return best;
  }

  private pickBetter(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b);
    return (this.gain[b] as number) > (this.gain[a] as number) ? b : a;
  }

  private move(node: number, onChange: (neighbour: number) => void): void {
    const { graph, arcWeight } = this.problem;
    const side = 1 - (this.sides[node] as number);
    this.sides[node] = side;
    for (let arc = graph.firstArc[node] as number; arc < (graph.firstArc[node + 1] as number); arc += 1) {
      const to = graph.arcTo[arc] as number;
      if (this.isLocked[to] === 1) continue;
      const change = 2 * (arcWeight[arc] as number);
      this.gain[to] = (this.gain[to] as number) + (this.sides[to] === side ? -change : change);
      onChange(to);
    }
  }
}

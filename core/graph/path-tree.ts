/**
 * All shortest paths, counted in hops, from every node to one destination: distance, number of paths, least cost, and what
 * the next hops weigh in all. Breadth-first from the destination backwards; linear in the arcs. The arrays are reused from
 * one destination to the next.
 */
import { Lasting } from '../base/lasting.ts';
import type { Adjacency } from './adjacency.ts';

export interface PathCosts {
  /** Parallel links the arc stands for. */
  readonly arcMultiplicity: Float64Array;
  readonly arcCapacity: Float64Array;
  readonly arcCost: Float64Array;
  /** Cost of passing through a node. */
  readonly nodeCost: Float64Array;
}

export class PathTree extends Lasting {
  /** Hops to the destination; -1 = out of reach. */
  readonly distance: Int32Array;
  /** The nodes in reach, nearest first; `reachedCount` of them. */
  readonly order: Uint32Array;
  reachedCount = 0;
  /** Shortest paths, parallel links counted apart. */
  readonly pathCount: Float64Array;
  /** Of the quickest shortest path, from leaving the node on. */
  readonly cost: Float64Array;
  /** Sums over the arcs to next hops. */
  readonly nextMultiplicity: Float64Array;
  readonly nextCapacity: Float64Array;
  private readonly graph: Adjacency;
  private readonly costs: PathCosts;

  constructor(graph: Adjacency, costs: PathCosts) {
    super();
    this.graph = graph;
    this.costs = costs;
    this.distance = new Int32Array(graph.nodeCount);
    this.order = new Uint32Array(graph.nodeCount);
    this.pathCount = new Float64Array(graph.nodeCount);
    this.cost = new Float64Array(graph.nodeCount);
    this.nextMultiplicity = new Float64Array(graph.nodeCount);
    this.nextCapacity = new Float64Array(graph.nodeCount);
  }

  /** Forgets the last destination. Then `addRoot` what is known to begin with, and `grow`. */
  reset(): void {
    this.distance.fill(-1);
    this.pathCount.fill(0);
    this.nextMultiplicity.fill(0);
    this.nextCapacity.fill(0);
    this.reachedCount = 0;
  }

  /** A node at a known distance; given twice, its links to the destination add up. All roots stand equally far. */
  addRoot(node: number, distance: number, multiplicity: number, capacity: number, cost: number): void {
    if (this.distance[node] === -1) {
      this.distance[node] = distance;
      this.cost[node] = cost;
      this.order[this.reachedCount] = node;
      this.reachedCount += 1;
    }
    this.cost[node] = Math.min(this.cost[node] as number, cost);
    this.pathCount[node] = (this.pathCount[node] as number) + multiplicity;
    this.nextMultiplicity[node] = (this.nextMultiplicity[node] as number) + multiplicity;
    this.nextCapacity[node] = (this.nextCapacity[node] as number) + capacity;
  }

  grow(): void {
    const { distance, order, pathCount, cost, nextMultiplicity, nextCapacity } = this;
    const { firstArc, arcTo } = this.graph;
    const { arcMultiplicity, arcCapacity, arcCost, nodeCost } = this.costs;
    let tail = this.reachedCount;
    for (let head = 0; head < tail; head += 1) {
      const node = order[head] as number;
      const next = (distance[node] as number) + 1;
      const paths = pathCount[node] as number;
      // The destination itself is not passed through.
      const through = (cost[node] as number) + (next === 1 ? 0 : (nodeCost[node] as number));
      const end = firstArc[node + 1] as number;
      for (let arc = firstArc[node] as number; arc < end; arc += 1) {
        const to = arcTo[arc] as number;
        const total = through + (arcCost[arc] as number);
        if (distance[to] === -1) {
          distance[to] = next;
          cost[to] = total;
          order[tail] = to;
          tail += 1;
        } else if (distance[to] !== next) {
          continue;
        }
        const multiplicity = arcMultiplicity[arc] as number;
        pathCount[to] = (pathCount[to] as number) + multiplicity * paths;
        nextMultiplicity[to] = (nextMultiplicity[to] as number) + multiplicity;
        nextCapacity[to] = (nextCapacity[to] as number) + (arcCapacity[arc] as number);
        if (total < (cost[to] as number)) cost[to] = total;
      }
    }
    this.reachedCount = tail;
  }
}

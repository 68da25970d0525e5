/** Equal-cost next hops towards one destination after another: the arcs that lead one hop nearer on the working fabric. */
import { type Distances, UNREACHED } from './distances.ts';
import type { FlowNetwork } from './flow-network.ts';

export class NextHops {
  /** Of the last `find`: so many arcs, read by `arcAt`. */
  count = 0;
  private start = 0;
  private isRun = true;
  private readonly network: FlowNetwork;
  private readonly distances: Distances;
  private target = 0;
  private targetClass = -1;
  private distance: Uint16Array = new Uint16Array();
  /** Lists for the class in hand: of node n from listStart[n] on, when its stamp is the class's. */
  private readonly stamp: Uint32Array;
  private readonly listStart: Uint32Array;
  private readonly listCount: Uint32Array;
  private readonly lists: Uint32Array;
  private listEnd = 0;
  private round = 0;

  constructor(network: FlowNetwork, distances: Distances) {
    this.network = network;
    this.distances = distances;
    this.stamp = new Uint32Array(network.nodeCount);
    this.listStart = new Uint32Array(network.nodeCount);
    this.listCount = new Uint32Array(network.nodeCount);
    this.lists = new Uint32Array(network.arcTo.length);
  }

  /** Destinations of one class should follow each other. */
  aim(target: number): void {
    this.target = target;
    const targetClass = this.distances.classOf[target] as number;
    if (targetClass === this.targetClass) return;
    this.targetClass = targetClass;
    this.distance = this.distances.toClass(targetClass);
    this.round += 1;
    this.listEnd = 0;
  }

  isInReach(node: number): boolean {
    if (node === this.target) return true;
    // Another node of the class is two hops off, by any common neighbour.
    return this.distance[node] !== UNREACHED;
  }

  /** For a node in reach that is not the destination. */
  find(node: number): void {
    const { firstArc } = this.network;
    const hops = this.distance[node] as number;
    this.isRun = hops <= 1;
    if (hops === 0) {
      this.start = firstArc[node] as number;
      this.count = (firstArc[node + 1] as number) - this.start;
    } else if (hops === 1) {
      this.findRun(node);
    } else {
      if (this.stamp[node] !== this.round) this.list(node, hops);
      this.start = this.listStart[node] as number;
      this.count = this.listCount[node] as number;
    }
  }

  arcAt(index: number): number {
    return this.isRun ? this.start + index : (this.lists[this.start + index] as number);
  }

  /** Arcs straight to the destination, by bisection: arcs are ordered by far end. */
  private findRun(node: number): void {
    const { firstArc, arcTo } = this.network;
    let low = firstArc[node] as number;
    let high = firstArc[node + 1] as number;
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((arcTo[middle] as number) < this.target) low = middle + 1;
      else high = middle;
    }
    this.start = low;
    while (low < end && arcTo[low] === this.target) low += 1;
    this.count = low - this.start;
  }

  private list(node: number, hops: number): void {
    const { firstArc, arcTo } = this.network;
    this.stamp[node] = this.round;
    this.listStart[node] = this.listEnd;
    const end = firstArc[node + 1] as number;
    for (let arc = firstArc[node] as number; arc < end; arc += 1) {
      if (this.distance[arcTo[arc] as number] !== hops - 1) continue;
      this.lists[this.listEnd] = arc;
      this.listEnd += 1;
    }
    this.listCount[node] = this.listEnd - (this.listStart[node] as number);
  }
}

/**
 * Hops from every relay to one, breadth-first. Relays with the same neighbours (the leaves of a pod) are as far from everybody
 * else: they share one search, and what is found is kept while memory allows.
 */
import type { FlowNetwork } from './flow-network.ts';

export const UNREACHED = 65535;
const KEPT_BYTES = 96_000_000;

export class Distances {
  /** By node: nodes of one class have the same neighbours. */
  readonly classOf: Uint32Array;
  private readonly network: FlowNetwork;
  private readonly members: number[][];
  private readonly kept = new Map<number, Uint16Array>();
  private keptBytes = 0;
  private readonly queue: Uint32Array;

  constructor(network: FlowNetwork) {
    this.network = network;
    this.queue = new Uint32Array(network.nodeCount);
    const { classOf, members } = groupTwins(network);
    this.classOf = classOf;
    this.members = members;
  }

  /** Distances to the nearest node of the class; 0 for all of its nodes. */
  toClass(target: number): Uint16Array {
    const known = this.kept.get(target);
    if (known !== undefined) return known;
    const distance = this.search(this.members[target] as number[]);
    if (this.keptBytes + distance.byteLength <= KEPT_BYTES) {
      this.keptBytes += distance.byteLength;
      this.kept.set(target, distance);
    }
    return distance;
  }

  private search(roots: readonly number[]): Uint16Array {
    const { nodeCount, firstArc, arcTo } = this.network;
    const { queue } = this;
    const distance = new Uint16Array(nodeCount).fill(UNREACHED);
    let tail = 0;
    for (const root of roots) {
      distance[root] = 0;
      queue[tail] = root;
      tail += 1;
    }
    for (let head = 0; head < tail; head += 1) {
      const node = queue[head] as number;
      const next = (distance[node] as number) + 1;
      const end = firstArc[node + 1] as number;
      for (let arc = firstArc[node] as number; arc < end; arc += 1) {
        const to = arcTo[arc] as number;
        if (distance[to] !== UNREACHED) continue;
        distance[to] = next;
        queue[tail] = to;
        tail += 1;
      }
    }
    return distance;
  }
}

function groupTwins(network: FlowNetwork): { classOf: Uint32Array; members: number[][] } {
  const classOf = new Uint32Array(network.nodeCount);
  const members: number[][] = [];
  const byHash = new Map<number, number[]>();
  for (let node = 0; node < network.nodeCount; node += 1) {
    const hash = hashNeighbours(network, node);
    const candidates = byHash.get(hash) ?? [];
    byHash.set(hash, candidates);
    let found = candidates.find((other) => hasSameNeighbours(network, (members[other] as number[])[0] as number, node));
    if (found === undefined) {
      found = members.length;
      members.push([]);
      candidates.push(found);
    }
    members[found]?.push(node);
    classOf[node] = found;
  }
  return { classOf, members };
}

function hashNeighbours({ firstArc, arcTo }: FlowNetwork, node: number): number {
  let hash = 0;
  let last = -1;
  for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
    const to = arcTo[arc] as number;
    if (to !== last) hash = (Math.imul(hash, 31) + to + 1) >>> 0;
    last = to;
  }
  return hash;
}

/** However many cables lead there; arcs are ordered by far end. */
function hasSameNeighbours({ firstArc, arcTo }: FlowNetwork, x: number, y: number): boolean {
  const endX = firstArc[x + 1] as number;
  const endY = firstArc[y + 1] as number;
  let i = firstArc[x] as number;
  let j = firstArc[y] as number;
  // Relays without a cable reach nobody: each stands alone.
  if (i === endX || j === endY) return false;
  while (i < endX && j < endY) {
    const to = arcTo[i] as number;
    if (arcTo[j] !== to) return false;
    while (i < endX && arcTo[i] === to) i += 1;
    while (j < endY && arcTo[j] === to) j += 1;
  }
  return i === endX && j === endY;
}

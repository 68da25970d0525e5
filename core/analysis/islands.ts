/** Islands: sets of endpoints that no cable of the fabric joins to the rest. An endpoint joins all that it hangs on. */
import { Lasting } from '../base/lasting.ts';
import type { Adjacency } from '../graph/adjacency.ts';
import type { FabricNetwork } from './fabric-network.ts';

export interface Islands {
  readonly islandCount: number;
  /** By endpoint. */
  readonly islandOf: Uint32Array;
}

/** Breadth-first over the relays, then the parts are joined by the endpoints that hang on several. Linear. */
export function findIslands(network: FabricNetwork): Islands {
  const { endpoints, endpointNode, attachments, direct } = network;
  const { partOf, partCount } = recallParts(network.adjacency);
  if (partCount === 1 && direct.edgeCount === 0 && hangsOnRelays(network)) {
    return { islandCount: 1, islandOf: new Uint32Array(endpoints.length) };
  }
  const join = new Joiner(partCount + endpoints.length);
  for (let edge = 0; edge < direct.edgeCount; edge += 1) {
    join.join(partCount + (direct.a[edge] as number), partCount + (direct.b[edge] as number));
  }
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const node = endpointNode[endpoint] as number;
    if (node >= 0) join.join(partCount + endpoint, partOf[node] as number);
    const end = attachments.first[endpoint + 1] as number;
    let last = -1;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      const part = partOf[attachments.node[i] as number] as number;
      if (part !== last) join.join(partCount + endpoint, part);
      last = part;
    }
  }
  const numbers = new Map<number, number>();
  const islandOf = new Uint32Array(endpoints.length);
  let lastRoot = -1;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const root = join.find(partCount + endpoint);
    if (root === lastRoot) {
      islandOf[endpoint] = islandOf[endpoint - 1] as number;
      continue;
    }
    lastRoot = root;
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    islandOf[endpoint] = number;
  }
  return { islandCount: numbers.size, islandOf };
}

/** Every endpoint is a relay or has a cable to one. */
function hangsOnRelays({ endpoints, endpointNode, attachments: { first } }: FabricNetwork): boolean {
  if (endpoints.length === 0) return false;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    if ((endpointNode[endpoint] as number) < 0 && first[endpoint] === first[endpoint + 1]) return false;
  }
  return true;
}

interface Parts {
  readonly partOf: Int32Array;
  readonly partCount: number;
}

const known = new WeakMap<Adjacency, Parts>();

/** Once for each graph: edits that leave the relays' wiring alone leave the parts alone. */
function recallParts(adjacency: Adjacency): Parts {
  const parts = known.get(adjacency) ?? findParts(adjacency);
  known.set(adjacency, parts);
  return parts;
}

/** Parts of the relay graph that hang together. */
function findParts({ nodeCount, firstArc, arcTo }: Adjacency): Parts {
  const partOf = new Int32Array(nodeCount).fill(-1);
  const queue = new Uint32Array(nodeCount);
  let partCount = 0;
  for (let root = 0; root < nodeCount; root += 1) {
    if (partOf[root] !== -1) continue;
    partOf[root] = partCount;
    queue[0] = root;
    let tail = 1;
    for (let head = 0; head < tail; head += 1) {
      const node = queue[head] as number;
      for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
        const to = arcTo[arc] as number;
        if (partOf[to] !== -1) continue;
        partOf[to] = partCount;
        queue[tail] = to;
        tail += 1;
      }
    }
    partCount += 1;
  }
  return { partOf, partCount };
}

/** Union-find with path halving. */
class Joiner extends Lasting {
  private readonly parent: Uint32Array;

  constructor(count: number) {
    super();
    this.parent = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) this.parent[i] = i;
  }

  find(start: number): number {
    const { parent } = this;
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node] as number] as number;
      node = parent[node] as number;
    }
    return node;
  }

  join(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA !== rootB) this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}

/** Islands: sets of endpoints that no cable of the fabric joins to the rest. An endpoint joins all that it hangs on. */
import type { FabricNetwork } from './fabric-network.ts';

export interface Islands {
  readonly islandCount: number;
  /** By endpoint. */
  readonly islandOf: Uint32Array;
}

/** Union-find over relays and endpoints; near linear. */
export function findIslands(network: FabricNetwork): Islands {
  const { endpoints, endpointNode, attachments, edges, direct, nodeMember } = network;
  const nodeCount = nodeMember.length;
  const parent = Uint32Array.from({ length: nodeCount + endpoints.length }, (_, i) => i);
  const find = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node] as number] as number;
      node = parent[node] as number;
    }
    return node;
  };
  const join = (a: number, b: number): void => {
    const rootA = find(a);
    const rootB = find(b);
    if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  };
  for (let edge = 0; edge < edges.edgeCount; edge += 1) join(edges.a[edge] as number, edges.b[edge] as number);
  for (let edge = 0; edge < direct.edgeCount; edge += 1) {
    join(nodeCount + (direct.a[edge] as number), nodeCount + (direct.b[edge] as number));
  }
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const node = endpointNode[endpoint] as number;
    if (node >= 0) join(nodeCount + endpoint, node);
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      join(nodeCount + endpoint, attachments.node[i] as number);
    }
  }
  const numbers = new Map<number, number>();
  const islandOf = Uint32Array.from(endpoints, (_, endpoint) => {
    const root = find(nodeCount + endpoint);
    const known = numbers.get(root);
    if (known !== undefined) return known;
    numbers.set(root, numbers.size);
    return numbers.size - 1;
  });
  return { islandCount: numbers.size, islandOf };
}

/** Which relays of a fabric are equals: the same endpoints' bandwidth on them and the same capacity towards each class of others. */
import { computeEquitablePartition, type Partition } from '../graph/equitable-partition.ts';
import type { FabricNetwork } from './fabric-network.ts';

export function classifyRelays(network: FabricNetwork): Partition {
  const { adjacency, arcGbps, attachments, endpointNode } = network;
  const attachedGbps = new Float64Array(adjacency.nodeCount);
  const attachedCount = new Uint32Array(adjacency.nodeCount);
  for (let i = 0; i < attachments.node.length; i += 1) {
    const node = attachments.node[i] as number;
    attachedGbps[node] = (attachedGbps[node] as number) + (attachments.gbps[i] as number);
    attachedCount[node] = (attachedCount[node] as number) + 1;
  }
  const isEndpoint = new Uint8Array(adjacency.nodeCount);
  for (const node of endpointNode) if (node >= 0) isEndpoint[node] = 1;
  const colours = new Map<string, number>();
  const colour = Uint32Array.from(attachedGbps, (gbps, node) => {
    const key = `${gbps}/${attachedCount[node]}/${isEndpoint[node]}`;
    const known = colours.get(key) ?? colours.size;
    colours.set(key, known);
    return known;
  });
  return computeEquitablePartition(adjacency, arcGbps, colour, null);
}

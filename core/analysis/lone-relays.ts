/**
 * Fabrics whose relays nothing joins, as out-of-band switches often are: an endpoint reaches those of its own relay and nobody
 * else. Pods then tell nothing apart, and relays with as many of the same endpoints on them are equal however these were dealt.
 */
import { findMost } from '../base/find-most.ts';
import { computeEquitablePartition, type Partition } from '../graph/equitable-partition.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import { colourRelays } from './refine-network.ts';
import { listCables } from './set-cables.ts';

/** No cables between relays, and no endpoint on two of them. */
export function hasLoneRelays({
  adjacency,
  attachments: { first },
  direct,
  endpoints,
  endpointNode,
}: FabricNetwork): boolean {
  if (adjacency.arcCount > 0 || direct.edgeCount > 0) return false;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    if ((endpointNode[endpoint] as number) >= 0) return false;
    if ((first[endpoint + 1] as number) - (first[endpoint] as number) > 1) return false;
  }
  return true;
}

/** Relays of one class with equal numbers of endpoints by each link. `sets`: made without regard to pods. */
export function classifyLoneRelays(network: FabricNetwork, sets: EndpointSets, partition: Partition): Partition {
  const most = findMost(sets.size);
  const colour = colourRelays(listCables(network, sets), sets.size, most + 1, network.adjacency.nodeCount);
  return computeEquitablePartition(network.adjacency, network.arcGbps, colour, partition);
}

/**
 * Endpoints that hang on the same relays with the same cables, in the same pod, are told apart by nothing: paths and loads
 * are worked out for one of the set and counted for all. Endpoints that are broken themselves are in no set.
 */
import { groupAttachments } from './attachment-groups.ts';
import type { FabricNetwork } from './fabric-network.ts';

export interface EndpointSets {
  readonly setCount: number;
  /** By set: endpoints in it, its pod, Gb/s of one endpoint, and the relay it is in a direct network (-1 = none). */
  readonly size: Uint32Array;
  readonly pod: Uint32Array;
  readonly injectionGbps: Float64Array;
  readonly ownNode: Int32Array;
  /** An endpoint of the set; its attachments are those of the set. */
  readonly example: Uint32Array;
  /** Cables straight to another set, by set; both sets then hold one endpoint each. Most sets have none. */
  readonly direct: ReadonlyMap<number, readonly DirectNeighbour[]>;
}

export interface DirectNeighbour {
  readonly set: number;
  /** Index into the network's direct cables. */
  readonly index: number;
}

export function createEndpointSets(network: FabricNetwork, pods: Uint32Array): EndpointSets {
  const { endpoints, endpointNode, injectionGbps, direct, brokenEndpoints } = network;
  const isAlone = new Uint8Array(endpoints.length);
  for (let i = 0; i < direct.edgeCount; i += 1) {
    isAlone[direct.a[i] as number] = 1;
    isAlone[direct.b[i] as number] = 1;
  }
  const setOf = new Int32Array(endpoints.length).fill(-1);
  const example: number[] = [];
  const size: number[] = [];
  const { groupOf, groupCount } = groupAttachments(network.attachments);
  const setOfKey = new Map<number, number>();
  let lastKey = Number.NaN;
  let set = 0;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    if (brokenEndpoints?.[endpoint] === 1) continue;
    const isOwn = isAlone[endpoint] === 1 || (endpointNode[endpoint] as number) >= 0;
    const key = isOwn ? -1 - endpoint : (pods[endpoint] as number) * groupCount + (groupOf[endpoint] as number);
    // Neighbours most often are of one set.
    if (key !== lastKey) {
      lastKey = key;
      set = setOfKey.get(key) ?? example.length;
      if (set === example.length) {
        setOfKey.set(key, set);
        example.push(endpoint);
        size.push(0);
      }
    }
    size[set] = (size[set] as number) + 1;
    setOf[endpoint] = set;
  }
  const pod = new Uint32Array(example.length);
  const injectionOf = new Float64Array(example.length);
  const ownNode = new Int32Array(example.length);
  for (let set = 0; set < example.length; set += 1) {
    const endpoint = example[set] as number;
    pod[set] = pods[endpoint] as number;
    injectionOf[set] = injectionGbps[endpoint] as number;
    ownNode[set] = endpointNode[endpoint] as number;
  }
  return {
    setCount: example.length,
    size: Uint32Array.from(size),
    pod,
    injectionGbps: injectionOf,
    ownNode,
    example: Uint32Array.from(example),
    direct: listDirect(network, setOf),
  };
}

function listDirect({ direct }: FabricNetwork, setOf: Int32Array): Map<number, DirectNeighbour[]> {
  const neighbours = new Map<number, DirectNeighbour[]>();
  const add = (from: number, to: number, index: number): void => {
    const list = neighbours.get(from) ?? [];
    neighbours.set(from, list);
    list.push({ set: to, index });
  };
  for (let index = 0; index < direct.edgeCount; index += 1) {
    const a = setOf[direct.a[index] as number] as number;
    const b = setOf[direct.b[index] as number] as number;
    add(a, b, index);
    add(b, a, index);
  }
  return neighbours;
}

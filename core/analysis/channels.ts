/**
 * Where traffic is counted: every cable bundle each way is a channel of its own when every destination is followed. When equal
 * destinations stand for each other, equal bundles share a channel, and when destinations are sampled all bundles of a link do:
 * the load is then the mean over them.
 */
import { Lasting } from '../base/lasting.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import type { Destinations } from './choose-destinations.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';

export interface Channels {
  readonly channelCount: number;
  /** Gb/s, one direction. */
  readonly capacityGbps: Float64Array;
  /** Index into the netlist's links. */
  readonly link: Uint32Array;
  /** By arc. */
  readonly ofArc: Uint32Array;
  /** Parallel to the attachments of each set's example endpoint: firstOfSet[set] + position. */
  readonly firstOfSet: Uint32Array;
  readonly towardsRelay: Uint32Array;
  readonly towardsEndpoint: Uint32Array;
  /** By direct cable, from a to b and from b to a. */
  readonly directForward: Uint32Array;
  readonly directBackward: Uint32Array;
}

class ChannelList extends Lasting {
  private readonly capacity: number[] = [];
  private readonly link: number[] = [];
  private readonly byKey = new Map<string, number>();

  create(link: number): number {
    this.capacity.push(0);
    this.link.push(link);
    return this.capacity.length - 1;
  }

  addCapacity(channel: number, gbps: number): number {
    this.capacity[channel] = (this.capacity[channel] as number) + gbps;
    return channel;
  }

  /** The channel of that key; null = one of its own. */
  find(key: string | null, link: number, gbps: number): number {
    const known = key === null ? undefined : this.byKey.get(key);
    const channel = known ?? this.create(link);
    if (key !== null) this.byKey.set(key, channel);
    return this.addCapacity(channel, gbps);
  }

  finish(): Pick<Channels, 'channelCount' | 'capacityGbps' | 'link'> {
    return {
      channelCount: this.capacity.length,
      capacityGbps: Float64Array.from(this.capacity),
      link: Uint32Array.from(this.link),
    };
  }
}

export function createChannels(
  network: FabricNetwork,
  sets: EndpointSets,
  partition: Partition,
  { method, kindOf }: Destinations,
): Channels {
  const list = new ChannelList();
  const ofArc =
    method === 'all'
      ? numberArcs(network, list)
      : numberArcsByClass(network, list, method === 'kinds' ? partition : null);
  const { attachments, direct } = network;
  const firstOfSet = new Uint32Array(sets.setCount);
  const towardsRelay: number[] = [];
  const towardsEndpoint: number[] = [];
  for (let set = 0; set < sets.setCount; set += 1) {
    firstOfSet[set] = towardsRelay.length;
    const endpoint = sets.example[set] as number;
    const first = attachments.first[endpoint] as number;
    for (let i = first; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const link = attachments.link[i] as number;
      const gbps = (sets.size[set] as number) * (attachments.gbps[i] as number);
      const node = partition.classOf[attachments.node[i] as number];
      const key = method === 'all' ? null : method === 'kinds' ? `${kindOf[set]}/${node}/${link}` : String(link);
      towardsRelay.push(list.find(key === null ? null : `${key} up`, link, gbps));
      towardsEndpoint.push(list.find(key === null ? null : `${key} down`, link, gbps));
    }
  }
  const numberDirect = (): Uint32Array =>
    Uint32Array.from(direct.gbps, (gbps, i) => list.find(null, direct.link[i] as number, gbps));
  const directForward = numberDirect();
  const directBackward = numberDirect();
  return {
    ...list.finish(),
    ofArc,
    firstOfSet,
    towardsRelay: Uint32Array.from(towardsRelay),
    towardsEndpoint: Uint32Array.from(towardsEndpoint),
    directForward,
    directBackward,
  };
}

function numberArcs({ adjacency, arcGbps, edges }: FabricNetwork, list: ChannelList): Uint32Array {
  return adjacency.arcEdge.map((edge, arc) => list.find(null, edges.link[edge] as number, arcGbps[arc] as number));
}

/** One channel for all arcs of a link between two classes of relays; without a partition, from lower to higher numbers and back. */
function numberArcsByClass(
  { adjacency, arcGbps, edges }: FabricNetwork,
  list: ChannelList,
  partition: Partition | null,
): Uint32Array {
  const { nodeCount, firstArc, arcTo, arcEdge } = adjacency;
  const ofArc = new Uint32Array(adjacency.arcCount);
  const classCount = partition?.classCount ?? 2;
  // Of the class in hand: the last channel towards each class, with its link; links seldom alternate.
  const channelTo = new Int32Array(classCount).fill(-1);
  const linkTo = new Uint32Array(classCount);
  const others = new Map<number, number>();
  let begun = -1;
  for (let i = 0; i < nodeCount; i += 1) {
    const node = partition === null ? i : (partition.nodes[i] as number);
    const own = partition === null ? 0 : (partition.classOf[node] as number);
    if (own !== begun) {
      begun = own;
      channelTo.fill(-1);
      others.clear();
    }
    for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
      const to = arcTo[arc] as number;
      const target = partition === null ? Number(to > node) : (partition.classOf[to] as number);
      const link = edges.link[arcEdge[arc] as number] as number;
      if (channelTo[target] === -1 || linkTo[target] !== link) {
        const key = link * classCount + target;
        const known = others.get(key) ?? list.create(link);
        others.set(key, known);
        channelTo[target] = known;
        linkTo[target] = link;
      }
      ofArc[arc] = list.addCapacity(channelTo[target] as number, arcGbps[arc] as number);
    }
  }
  return ofArc;
}

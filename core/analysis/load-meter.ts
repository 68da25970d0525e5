/**
 * Load of uniform all-to-all traffic on every channel: each endpoint sends to every other, in proportion to what both can inject,
 * so that equal endpoints send equal shares to all. Flows take shortest paths only and are split in three ways at once:
 * by hop over the ports (what hashing gives on average), by hop over their Gb/s, and evenly over whole paths.
 */
import { Lasting } from '../base/lasting.ts';
import type { PathTree } from '../graph/path-tree.ts';
import type { Channels } from './channels.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import type { Walk } from './walk.ts';

/** Gb/s per channel when every endpoint injects all it can, for each way to split. */
export interface Loads {
  readonly byPort: Float64Array;
  readonly byCapacity: Float64Array;
  readonly byPath: Float64Array;
}

export class LoadMeter extends Lasting {
  readonly loads: Loads;
  unreachablePairs = 0;
  private readonly network: FabricNetwork;
  private readonly sets: EndpointSets;
  private readonly channels: Channels;
  private readonly walk: Walk;
  /** Flow waiting at each node; all zero between destinations. */
  private readonly waiting: Loads;
  /** Demand from set Y to set X = scale x injection of all of Y x injection of all of X. */
  private readonly scale: number;

  constructor(walk: Walk, channels: Channels) {
    super();
    const { network, sets } = walk;
    this.walk = walk;
    this.network = network;
    this.sets = sets;
    this.channels = channels;
    this.loads = createLoads(channels.channelCount);
    this.waiting = createLoads(network.adjacency.nodeCount);
    let total = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let set = 0; set < sets.setCount; set += 1) {
      total += (sets.size[set] as number) * (sets.injectionGbps[set] as number);
      least = Math.min(least, sets.injectionGbps[set] as number);
    }
    // The endpoint with the least bandwidth then sends exactly all it can, and with equal endpoints everybody does.
    this.scale = total > least ? 1 / (total - least) : 0;
  }

  /** Adds `weight` times the traffic to the set that `tree` was grown from. */
  addDestination(set: number, weight: number, tree: PathTree): void {
    for (let source = 0; source < this.sets.setCount; source += 1) this.addSource(source, set, weight, tree);
    this.pushDown(tree);
    this.deliver(set, tree);
  }

  private addSource(source: number, set: number, weight: number, tree: PathTree): void {
    const { sets } = this;
    const size = sets.size[set] as number;
    const pairs = (sets.size[source] as number) * (source === set ? size - 1 : size);
    if (pairs === 0) return;
    const gbps =
      weight * this.scale * pairs * (sets.injectionGbps[source] as number) * (sets.injectionGbps[set] as number);
    if (this.sendDirect(source, set, gbps)) return;
    const own = sets.ownNode[source] as number;
    if (own >= 0) {
      if (tree.distance[own] === -1) this.unreachablePairs += weight * pairs;
      else this.addWaiting(own, gbps, gbps, gbps);
      return;
    }
    if (!this.sendToRelays(source, gbps, tree)) this.unreachablePairs += weight * pairs;
  }

  private addWaiting(node: number, port: number, capacity: number, path: number): void {
    const { byPort, byCapacity, byPath } = this.waiting;
    byPort[node] = (byPort[node] as number) + port;
    byCapacity[node] = (byCapacity[node] as number) + capacity;
    byPath[node] = (byPath[node] as number) + path;
  }

  private addLoad(channel: number, port: number, capacity: number, path: number): void {
    const { byPort, byCapacity, byPath } = this.loads;
    byPort[channel] = (byPort[channel] as number) + port;
    byCapacity[channel] = (byCapacity[channel] as number) + capacity;
    byPath[channel] = (byPath[channel] as number) + path;
  }

  /** A cable straight to the destination is the shortest path. */
  private sendDirect(source: number, set: number, gbps: number): boolean {
    const { network, sets, channels } = this;
    const cables = sets.direct.get(source)?.filter((neighbour) => neighbour.set === set) ?? [];
    const capacity = cables.reduce((sum, { index }) => sum + (network.direct.gbps[index] as number), 0);
    for (const { index } of cables) {
      const share = (gbps * (network.direct.gbps[index] as number)) / capacity;
      const isForward = network.direct.a[index] === sets.example[source];
      const channel = (isForward ? channels.directForward : channels.directBackward)[index] as number;
      this.addLoad(channel, share, share, share);
    }
    return cables.length > 0;
  }

  /** Over the attachments that lie on a shortest path. */
  private sendToRelays(source: number, gbps: number, tree: PathTree): boolean {
    const { attachments } = this.network;
    const endpoint = this.sets.example[source] as number;
    const first = attachments.first[endpoint] as number;
    const end = attachments.first[endpoint + 1] as number;
    let nearest = Number.POSITIVE_INFINITY;
    let ports = 0;
    let capacity = 0;
    let paths = 0;
    for (let i = first; i < end; i += 1) {
      const node = attachments.node[i] as number;
      const distance = tree.distance[node] as number;
      if (distance < 0 || distance > nearest) continue;
      if (distance < nearest) {
        nearest = distance;
        ports = 0;
        capacity = 0;
        paths = 0;
      }
      ports += attachments.cableCount[i] as number;
      capacity += attachments.gbps[i] as number;
      paths += (attachments.cableCount[i] as number) * (tree.pathCount[node] as number);
    }
    if (ports === 0) return false;
    for (let i = first; i < end; i += 1) {
      const node = attachments.node[i] as number;
      if (tree.distance[node] !== nearest) continue;
      const count = attachments.cableCount[i] as number;
      const port = (gbps * count) / ports;
      const byCapacity = (gbps * (attachments.gbps[i] as number)) / capacity;
      const path = (gbps * count * (tree.pathCount[node] as number)) / paths;
      const channel = this.channels.towardsRelay[(this.channels.firstOfSet[source] as number) + i - first] as number;
      this.addLoad(channel, port, byCapacity, path);
      this.addWaiting(node, port, byCapacity, path);
    }
    return true;
  }

  /** From the farthest relays inwards, everything moves one hop nearer. What has arrived stays waiting at the roots. */
  private pushDown(tree: PathTree): void {
    const { firstArc, arcTo } = this.network.adjacency;
    const { cables, gbps } = this.walk.arcs;
    const { distance, order, pathCount, nextMultiplicity, nextCapacity } = tree;
    const { byPort, byCapacity, byPath } = this.waiting;
    const { ofArc } = this.channels;
    const rootDistance = tree.reachedCount > 0 ? (distance[order[0] as number] as number) : 0;
    for (let i = tree.reachedCount - 1; i >= 0; i -= 1) {
      const node = order[i] as number;
      const next = (distance[node] as number) - 1;
      if (next < rootDistance) break;
      if (byPort[node] === 0) continue;
      const perPort = (byPort[node] as number) / (nextMultiplicity[node] as number);
      const perGbps = (byCapacity[node] as number) / (nextCapacity[node] as number);
      const perPath = (byPath[node] as number) / (pathCount[node] as number);
      byPort[node] = 0;
      byCapacity[node] = 0;
      byPath[node] = 0;
      const end = firstArc[node + 1] as number;
      for (let arc = firstArc[node] as number; arc < end; arc += 1) {
        const to = arcTo[arc] as number;
        if (distance[to] !== next) continue;
        const count = cables[arc] as number;
        const port = perPort * count;
        const capacity = perGbps * (gbps[arc] as number);
        const path = perPath * count * (pathCount[to] as number);
        this.addLoad(ofArc[arc] as number, port, capacity, path);
        this.addWaiting(to, port, capacity, path);
      }
    }
  }

  /** From the roots into the endpoints of the destination. */
  private deliver(set: number, tree: PathTree): void {
    const { attachments } = this.network;
    const { byPort, byCapacity, byPath } = this.waiting;
    const own = this.sets.ownNode[set] as number;
    if (own < 0) {
      const endpoint = this.sets.example[set] as number;
      const first = attachments.first[endpoint] as number;
      for (let i = first; i < (attachments.first[endpoint + 1] as number); i += 1) {
        const node = attachments.node[i] as number;
        const relayCount = this.walk.size?.[node] ?? 1;
        const count = (attachments.cableCount[i] as number) / relayCount;
        const gbps = (attachments.gbps[i] as number) / relayCount;
        const port = ((byPort[node] as number) * count) / (tree.nextMultiplicity[node] as number);
        const capacity = ((byCapacity[node] as number) * gbps) / (tree.nextCapacity[node] as number);
        const path = ((byPath[node] as number) * count) / (tree.pathCount[node] as number);
        const channel = this.channels.towardsEndpoint[(this.channels.firstOfSet[set] as number) + i - first] as number;
        this.addLoad(channel, port, capacity, path);
      }
    }
    for (let i = 0; i < tree.reachedCount && tree.distance[tree.order[i] as number] === (own < 0 ? 1 : 0); i += 1) {
      const node = tree.order[i] as number;
      byPort[node] = 0;
      byCapacity[node] = 0;
      byPath[node] = 0;
    }
  }
}

function createLoads(count: number): Loads {
  return {
    byPort: new Float64Array(count),
    byCapacity: new Float64Array(count),
    byPath: new Float64Array(count),
  };
}

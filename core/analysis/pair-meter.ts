/** Counts ordered endpoint pairs by how they stand to each other, the switches between them and their latency; and their shortest paths. */
import { Lasting } from '../base/lasting.ts';
import type { PathTree } from '../graph/path-tree.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';

/** direct: by a cable of their own; leaf: over one switch both hang on; pod: in the same pod; across: everything else. */
export const PAIR_KINDS = ['direct', 'leaf', 'pod', 'across'] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

export interface PairBin {
  readonly kind: PairKind;
  /** Switches, or endpoints that relay, between the two. */
  readonly switchesPassed: number;
  /** Of the quickest of the paths with the fewest hops: cables and switches, without what the two ends take. */
  readonly pathNs: number;
  pairCount: number;
  /** A pair of sets it was found for. */
  readonly from: number;
  readonly to: number;
}

/** Paths between endpoints that share no switch. */
export interface PathCounts {
  pairCount: number;
  /** Shortest paths, summed over the pairs; and the fewest of any pair. */
  total: number;
  fewest: number;
}

/** A pair worth a closer look: the farthest apart seen, of these the one with the fewest paths. */
export interface PairSample {
  readonly from: number;
  readonly to: number;
  readonly switchesPassed: number;
  readonly pathCount: number;
}

export class PairMeter extends Lasting {
  readonly paths: PathCounts = { pairCount: 0, total: 0, fewest: Number.POSITIVE_INFINITY };
  readonly samples: PairSample[] = [];
  private readonly network: FabricNetwork;
  private readonly sets: EndpointSets;
  /** By netlist link: what its cable takes. */
  private readonly linkNs: Float64Array;
  private readonly nodeNs: Float64Array;
  private readonly bins = new Map<number, PairBin>();

  constructor(network: FabricNetwork, sets: EndpointSets, linkNs: Float64Array, nodeNs: Float64Array) {
    super();
    this.network = network;
    this.sets = sets;
    this.linkNs = linkNs;
    this.nodeNs = nodeNs;
  }

  listBins(): PairBin[] {
    return [...this.bins.values()].sort((x, y) => x.pathNs - y.pathNs);
  }

  addDestination(set: number, weight: number, tree: PathTree): void {
    const { sets } = this;
    let sample: PairSample | null = null;
    for (let source = 0; source < sets.setCount; source += 1) {
      const size = sets.size[set] as number;
      const pairCount = weight * (sets.size[source] as number) * (source === set ? size - 1 : size);
      if (pairCount === 0) continue;
      const path = this.measure(source, set, tree);
      if (path === null) continue;
      const isSamePod = sets.pod[source] === sets.pod[set];
      const kind =
        path.switchesPassed === 0 ? 'direct' : path.switchesPassed === 1 ? 'leaf' : isSamePod ? 'pod' : 'across';
      this.count({ kind, switchesPassed: path.switchesPassed, from: source, to: set, pairCount }, path.ns);
      if (path.switchesPassed < 2) continue;
      this.paths.pairCount += pairCount;
      this.paths.total += pairCount * path.pathCount;
      this.paths.fewest = Math.min(this.paths.fewest, path.pathCount);
      const found = { from: source, to: set, switchesPassed: path.switchesPassed, pathCount: path.pathCount };
      if (sample === null || isFarther(found, sample)) sample = found;
    }
    if (sample !== null) this.samples.push(sample);
  }

  private count(found: Omit<PairBin, 'pathNs'>, ns: number): void {
    // One number for hundredths of a nanosecond, switches and kind: there may be half a million pairs of sets.
    const hundredths = Math.round(ns * 100);
    const key = hundredths * 2 ** 16 + (found.switchesPassed % 2 ** 14) * 4 + PAIR_KINDS.indexOf(found.kind);
    const bin = this.bins.get(key);
    if (bin) bin.pairCount += found.pairCount;
    else this.bins.set(key, { ...found, pathNs: hundredths / 100 });
  }

  private measure(
    source: number,
    set: number,
    tree: PathTree,
  ): { switchesPassed: number; ns: number; pathCount: number } | null {
    const { network, sets } = this;
    const cables = sets.direct.get(source)?.filter((neighbour) => neighbour.set === set) ?? [];
    if (cables.length > 0) {
      const ns = Math.min(...cables.map(({ index }) => this.linkNs[network.direct.link[index] as number] as number));
      return { switchesPassed: 0, ns, pathCount: cables.length };
    }
    const own = sets.ownNode[source] as number;
    if (own >= 0) {
      const distance = tree.distance[own] as number;
      if (distance < 0) return null;
      return { switchesPassed: distance - 1, ns: tree.cost[own] as number, pathCount: tree.pathCount[own] as number };
    }
    return this.measureAttached(source, tree);
  }

  private measureAttached(
    source: number,
    tree: PathTree,
  ): { switchesPassed: number; ns: number; pathCount: number } | null {
    const { attachments } = this.network;
    const endpoint = this.sets.example[source] as number;
    let nearest = Number.POSITIVE_INFINITY;
    let ns = Number.POSITIVE_INFINITY;
    let pathCount = 0;
    for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const node = attachments.node[i] as number;
      const distance = tree.distance[node] as number;
      if (distance < 0 || distance > nearest) continue;
      if (distance < nearest) {
        nearest = distance;
        ns = Number.POSITIVE_INFINITY;
        pathCount = 0;
      }
      const through = distance === 0 ? 0 : (this.nodeNs[node] as number);
      ns = Math.min(ns, (this.linkNs[attachments.link[i] as number] as number) + through + (tree.cost[node] as number));
      pathCount += (attachments.cableCount[i] as number) * (tree.pathCount[node] as number);
    }
    return pathCount === 0 ? null : { switchesPassed: nearest, ns, pathCount };
  }
}

function isFarther(x: PairSample, y: PairSample): boolean {
  return x.switchesPassed === y.switchesPassed ? x.pathCount < y.pathCount : x.switchesPassed > y.switchesPassed;
}

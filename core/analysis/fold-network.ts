/**
 * A fabric folded up for a survey of paths: relays that nothing tells apart, seen from the destinations that are followed, are one
 * node, and endpoint sets likewise one set. Distances, numbers of paths, costs and loads all follow from a node's neighbours
 * alone, so nodes of a class of an equitable partition that tells the destinations apart agree in all of them; a walk over
 * a few dozen classes then says what a walk over all relays would.
 */
import { type Adjacency, createAdjacency } from '../graph/adjacency.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import type { Destinations } from './choose-destinations.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { Attachments, FabricNetwork } from './fabric-network.ts';
import { refineNetwork } from './refine-network.ts';

/** The weights of the arcs of a folded network differ with the end that looks at them. */
export interface FoldedArcs {
  /** Cables and Gb/s that one relay of the arc's tail has to all of its head. */
  readonly cables: Float64Array;
  readonly gbps: Float64Array;
  /** The same that one relay of its head has to all of its tail. */
  readonly headCables: Float64Array;
  readonly headGbps: Float64Array;
}

export interface FoldedNetwork {
  /** Nodes are classes of relays, endpoints are sets; `arcGbps` is of all relays of a class together. */
  readonly network: FabricNetwork;
  /** Examples are endpoints of the folded network. */
  readonly sets: EndpointSets;
  readonly destinations: Destinations;
  /** The partition that destinations were chosen by, over the folded nodes. */
  readonly partition: Partition;
  readonly arcs: FoldedArcs;
  /** By node: the relays it stands for, and one of them. */
  readonly size: Uint32Array;
  readonly example: Uint32Array;
  /** By set: a set of the network as it is. */
  readonly exampleSet: Uint32Array;
}

/** Relays of a class on average, from which a sample is followed in less time when its fabric is folded first. */
const CLASS_SIZE = 4;

/**
 * null where there is nothing to gain, or where classes do not tell links apart. `limit`: attachments of all sets together, beyond
 * which telling the sets apart costs more than it saves.
 */
export function foldNetwork(
  network: FabricNetwork,
  sets: EndpointSets,
  partition: Partition,
  destinations: Destinations,
  limit: number,
): FoldedNetwork | null {
  const { relaysThroughEndpoints, direct, hasParallelLinks, adjacency } = network;
  if (relaysThroughEndpoints || direct.edgeCount > 0 || hasParallelLinks) return null;
  if (destinations.method !== 'kinds' && !isSampleFoldable(network, partition, destinations)) return null;
  if (countAttachments(network, sets) > limit) return null;
  const { classes, colour, colourCount } = refineNetwork(network, sets, partition, destinations);
  if (classes.classCount === adjacency.nodeCount) return null;
  const example = Uint32Array.from({ length: classes.classCount }, (_, index) => {
    return classes.nodes[classes.first[index] as number] as number;
  });
  const size = Uint32Array.from(example, (_, index) => {
    return (classes.first[index + 1] as number) - (classes.first[index] as number);
  });
  const joined = joinClasses(network, classes, example);
  const folded = foldSets(sets, colour, colourCount);
  const attachments = foldAttachments(network, sets, folded.exampleSet, classes);
  const endpointCount = folded.sets.setCount;
  return {
    network: {
      ...network,
      endpoints: Uint32Array.from(folded.exampleSet, (set) => network.endpoints[sets.example[set] as number] as number),
      injectionGbps: folded.sets.injectionGbps,
      brokenEndpoints: null,
      endpointNode: new Int32Array(endpointCount).fill(-1),
      nodeMember: example.map((node) => network.nodeMember[node] as number),
      adjacency: joined.adjacency,
      edges: joined.edges,
      arcGbps: spreadTotals(joined.adjacency, joined.arcs.gbps, size),
      attachments,
    },
    sets: folded.sets,
    exampleSet: folded.exampleSet,
    destinations: foldDestinations(destinations, colour, folded.exampleSet),
    partition: foldPartition(partition, example),
    arcs: joined.arcs,
    size,
    example,
  };
}

/** A sample counts traffic by link and direction, which the classes of one group do not tell. */
function isSampleFoldable(
  { hasInnerLinks, adjacency }: FabricNetwork,
  { classCount }: Partition,
  { method }: Destinations,
): boolean {
  return method === 'sample' && !hasInnerLinks && classCount * CLASS_SIZE <= adjacency.nodeCount;
}

function countAttachments({ attachments }: FabricNetwork, { example }: EndpointSets): number {
  let count = 0;
  for (const endpoint of example) {
    count += (attachments.first[endpoint + 1] as number) - (attachments.first[endpoint] as number);
  }
  return count;
}

interface Joined {
  readonly adjacency: Adjacency;
  readonly edges: FabricNetwork['edges'];
  readonly arcs: FoldedArcs;
}

/** One edge for every two classes that are joined. Cables inside a class lead nobody nearer to anything and are left out. */
function joinClasses(
  { adjacency, edges }: FabricNetwork,
  { classOf, classCount }: Partition,
  example: Uint32Array,
): Joined {
  const { firstArc, arcTo, arcEdge } = adjacency;
  const towards = example.map(() => 0);
  const rows = [...example].map((node, own) => {
    const row = new Map<number, { cables: number; gbps: number; link: number }>();
    towards.fill(0);
    for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
      const other = classOf[arcTo[arc] as number] as number;
      if (other === own) continue;
      const edge = arcEdge[arc] as number;
      const sum = row.get(other) ?? { cables: 0, gbps: 0, link: edges.link[edge] as number };
      row.set(other, sum);
      sum.cables += edges.cableCount[edge] as number;
      sum.gbps += edges.gbps[edge] as number;
    }
    return row;
  });
  const pairs = rows.flatMap((row, a) => [...row.keys()].flatMap((b) => (a < b ? [{ a, b }] : [])));
  const foldedEdges = {
    edgeCount: pairs.length,
    a: Uint32Array.from(pairs, ({ a }) => a),
    b: Uint32Array.from(pairs, ({ b }) => b),
    gbps: Float64Array.from(pairs, ({ a, b }) => rows[a]?.get(b)?.gbps ?? 0),
    cableCount: Uint32Array.from(pairs, ({ a, b }) => rows[a]?.get(b)?.cables ?? 0),
    link: Uint32Array.from(pairs, ({ a, b }) => rows[a]?.get(b)?.link ?? 0),
  };
  const folded = createAdjacency(classCount, foldedEdges);
  const readArcs = (read: (tail: number, head: number) => number | undefined): Float64Array => {
    const values = new Float64Array(folded.arcCount);
    for (let tail = 0; tail < classCount; tail += 1) {
      for (let arc = folded.firstArc[tail] as number; arc < (folded.firstArc[tail + 1] as number); arc += 1) {
        values[arc] = read(tail, folded.arcTo[arc] as number) ?? 0;
      }
    }
    return values;
  };
  return {
    adjacency: folded,
    edges: foldedEdges,
    arcs: {
      cables: readArcs((tail, head) => rows[tail]?.get(head)?.cables),
      gbps: readArcs((tail, head) => rows[tail]?.get(head)?.gbps),
      headCables: readArcs((tail, head) => rows[head]?.get(tail)?.cables),
      headGbps: readArcs((tail, head) => rows[head]?.get(tail)?.gbps),
    },
  };
}

function spreadTotals(
  { nodeCount, firstArc, arcCount }: Adjacency,
  gbps: Float64Array,
  size: Uint32Array,
): Float64Array {
  const totals = new Float64Array(arcCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = firstArc[node + 1] as number;
    for (let arc = firstArc[node] as number; arc < end; arc += 1) {
      totals[arc] = (size[node] as number) * (gbps[arc] as number);
    }
  }
  return totals;
}

function foldSets(
  sets: EndpointSets,
  colour: Uint32Array,
  colourCount: number,
): { sets: EndpointSets; exampleSet: Uint32Array } {
  const exampleSet = new Uint32Array(colourCount);
  const size = new Uint32Array(colourCount);
  for (let set = sets.setCount - 1; set >= 0; set -= 1) {
    const own = colour[set] as number;
    exampleSet[own] = set;
    size[own] = (size[own] as number) + (sets.size[set] as number);
  }
  const folded: EndpointSets = {
    setCount: colourCount,
    size,
    pod: exampleSet.map((set) => sets.pod[set] as number),
    injectionGbps: Float64Array.from(exampleSet, (set) => sets.injectionGbps[set] as number),
    ownNode: new Int32Array(colourCount).fill(-1),
    example: exampleSet.map((_, own) => own),
    direct: new Map(),
  };
  return { sets: folded, exampleSet };
}

/** By folded set; what one endpoint has to a class over one link is one bundle. */
function foldAttachments(
  network: FabricNetwork,
  sets: EndpointSets,
  exampleSet: Uint32Array,
  { classOf }: Partition,
): Attachments {
  const { attachments } = network;
  const first = [0];
  const bundles: { node: number; link: number; gbps: number; cableCount: number }[] = [];
  for (const set of exampleSet) {
    const endpoint = sets.example[set] as number;
    const begin = bundles.length;
    for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const node = classOf[attachments.node[i] as number] as number;
      const link = attachments.link[i] as number;
      const known = bundles.slice(begin).find((bundle) => bundle.node === node && bundle.link === link);
      const bundle = known ?? { node, link, gbps: 0, cableCount: 0 };
      bundle.gbps += attachments.gbps[i] as number;
      bundle.cableCount += attachments.cableCount[i] as number;
      if (!known) bundles.push(bundle);
    }
    first.push(bundles.length);
  }
  return {
    first: Uint32Array.from(first),
    node: Uint32Array.from(bundles, ({ node }) => node),
    link: Uint32Array.from(bundles, ({ link }) => link),
    gbps: Float64Array.from(bundles, ({ gbps }) => gbps),
    cableCount: Uint32Array.from(bundles, ({ cableCount }) => cableCount),
  };
}

function foldDestinations(
  { method, chosen, kindOf }: Destinations,
  colour: Uint32Array,
  exampleSet: Uint32Array,
): Destinations {
  return {
    method,
    chosen: chosen.map(({ set, weight, kind }) => ({ set: colour[set] as number, weight, kind })),
    kindOf: exampleSet.map((set) => kindOf[set] as number),
  };
}

function foldPartition({ classOf, classCount }: Partition, example: Uint32Array): Partition {
  const folded = example.map((node) => classOf[node] as number);
  const nodes = folded.map((_, node) => node).sort((x, y) => (folded[x] as number) - (folded[y] as number) || x - y);
  const first = new Uint32Array(classCount + 1);
  for (const own of folded) first[own + 1] = (first[own + 1] as number) + 1;
  for (let index = 0; index < classCount; index += 1)
    first[index + 1] = (first[index + 1] as number) + (first[index] as number);
  return { classCount, classOf: folded, nodes, first };
}

/**
 * The cut through the middle of a dimension, for fabrics without tiers: torus, HyperX, dragonfly. Members of a group stand in
 * row-major order, so a dimension is a stride and a length of the members' numbers; it is not written down in the netlist,
 * hence every stride and even length that divide the number of relays are weighed and the lightest is taken; so are the
 * slabs of members numbered by tiles.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { FabricNetwork } from './fabric-network.ts';

/** Cable bundles weighed in all before the search gives up on further strides. */
const WORK_LIMIT = 2_000_000;

/** A dimension as the members' numbers show it: the coordinate of a node along it, from 0 to size - 1. */
interface Dimension {
  readonly size: number;
  readonly coordinateOf: (node: number) => number;
}

/** By endpoint 1 = near, 2 = far; null when no slab halves the endpoints, or each hangs on more than one relay. */
export function findSlab(netlist: Netlist, network: FabricNetwork): Uint8Array | null {
  const home = listHomes(network);
  const nodeCount = network.nodeMember.length;
  if (home === null || nodeCount < 4) return null;
  let best: Dimension | null = null;
  let bestWeight = Number.POSITIVE_INFINITY;
  let work = 0;
  const isNear = new Uint8Array(nodeCount);
  for (const dimension of [
    ...listTiledDimensions(nodeCount, findTileSize(netlist, network)),
    ...listDimensions(nodeCount),
  ]) {
    if (work > WORK_LIMIT) break;
    work += network.edges.edgeCount + home.length;
    markNear(isNear, dimension);
    if (!isBalanced(home, isNear)) continue;
    const weight = weighSlab(network, isNear);
    if (weight >= bestWeight) continue;
    bestWeight = weight;
    best = dimension;
  }
  if (best === null) return null;
  markNear(isNear, best);
  return Uint8Array.from(home, (node) => (isNear[node] === 1 ? 1 : 2));
}

/** Row-major numbers: the slowest dimensions first, of even size. */
function listDimensions(nodeCount: number): Dimension[] {
  return listDivisors(nodeCount)
    .reverse()
    .flatMap((stride) =>
      listDivisors(nodeCount / stride).flatMap((size) =>
        size % 2 === 1 ? [] : [{ size, coordinateOf: (node: number) => Math.floor(node / stride) % size }],
      ),
    );
}

/**
 * Members numbered tile by tile (pods of a torus built from cubes): along the slowest dimension an odd number of tiles, so
 * that the middle runs through the middle tiles. An even number of tiles is a plain dimension.
 */
function listTiledDimensions(nodeCount: number, tileSize: number | null): Dimension[] {
  if (tileSize === null || nodeCount % tileSize !== 0) return [];
  const tiles = listDivisors(nodeCount / tileSize).filter((count) => count % 2 === 1 && count > 1);
  const depths = listDivisors(tileSize).filter((depth) => depth % 2 === 0);
  return tiles.flatMap((tileCount) =>
    depths.map((depth) => ({
      size: tileCount * depth,
      coordinateOf: (node: number) =>
        Math.floor(node / (nodeCount / tileCount)) * depth + Math.floor((node % tileSize) / (tileSize / depth)),
    })),
  );
}

/** The pod size of the one group that all nodes belong to; null = several groups, or no pods. */
function findTileSize(netlist: Netlist, { nodeMember }: FabricNetwork): number | null {
  const first = netlist.memberGroup[nodeMember[0] as number];
  const group = first === undefined ? undefined : netlist.groups[first];
  if (!group || group.podCount < 2 || group.count !== nodeMember.length) return null;
  return group.membersPerPod;
}

function markNear(isNear: Uint8Array, { size, coordinateOf }: Dimension): void {
  for (let node = 0; node < isNear.length; node += 1) isNear[node] = 2 * coordinateOf(node) < size ? 1 : 0;
}

/** The node each endpoint is or hangs on. */
function listHomes({ endpoints, endpointNode, attachments }: FabricNetwork): Uint32Array | null {
  const home = new Uint32Array(endpoints.length);
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const own = endpointNode[endpoint] as number;
    const first = attachments.first[endpoint] as number;
    const count = (attachments.first[endpoint + 1] as number) - first;
    if (own < 0 && count !== 1) return null;
    home[endpoint] = own >= 0 ? own : (attachments.node[first] as number);
  }
  return home;
}

function listDivisors(value: number): number[] {
  const divisors: number[] = [];
  for (let divisor = 1; divisor <= value; divisor += 1) if (value % divisor === 0) divisors.push(divisor);
  return divisors;
}

function isBalanced(home: Uint32Array, isNear: Uint8Array): boolean {
  let near = 0;
  for (let endpoint = 0; endpoint < home.length; endpoint += 1) near += isNear[home[endpoint] as number] as number;
  return Math.abs(2 * near - home.length) <= 1;
}

function weighSlab({ edges }: FabricNetwork, isNear: Uint8Array): number {
  let weight = 0;
  for (let edge = 0; edge < edges.edgeCount; edge += 1) {
    if (isNear[edges.a[edge] as number] !== isNear[edges.b[edge] as number]) weight += edges.gbps[edge] as number;
  }
  return weight;
}

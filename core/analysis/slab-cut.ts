/**
 * The cut through the middle of a dimension, for fabrics without tiers: torus, HyperX, dragonfly. Members of a group stand in
 * row-major order, so a dimension is a stride and a length of the members' numbers; it is not written down in the netlist,
 * hence every stride and even length that divide the number of relays are weighed and the lightest is taken.
 */
import { type FabricNetwork } from './fabric-network.ts';

/** Cable bundles weighed in all before the search gives up on further strides. */
const WORK_LIMIT = 4_000_000;

/** By endpoint 1 = near, 2 = far; null when no slab halves the endpoints, or each hangs on more than one relay. */
export function findSlab(network: FabricNetwork): Uint8Array | null {
  const home = listHomes(network);
  const nodeCount = network.nodeMember.length;
  if (home === null || nodeCount < 4) return null;
  let best: { stride: number; length: number } | null = null;
  let bestWeight = Number.POSITIVE_INFINITY;
  let work = 0;
  for (const stride of listDivisors(nodeCount).reverse()) {
    for (const length of listDivisors(nodeCount / stride)) {
      if (length % 2 === 1 || work > WORK_LIMIT) continue;
      work += network.edges.edgeCount + home.length;
      if (!isBalanced(home, stride, length)) continue;
      const weight = weighSlab(network, stride, length);
      if (weight >= bestWeight) continue;
      bestWeight = weight;
      best = { stride, length };
    }
  }
  if (best === null) return null;
  const { stride, length } = best;
  return Uint8Array.from(home, (node) => (isNear(node, stride, length) ? 1 : 2));
}

function isNear(node: number, stride: number, length: number): boolean {
  return Math.floor(node / stride) % length < length / 2;
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

function isBalanced(home: Uint32Array, stride: number, length: number): boolean {
  let near = 0;
  for (const node of home) if (isNear(node, stride, length)) near += 1;
  return Math.abs(2 * near - home.length) <= 1;
}

function weighSlab({ edges }: FabricNetwork, stride: number, length: number): number {
  let weight = 0;
  for (let edge = 0; edge < edges.edgeCount; edge += 1) {
    if (isNear(edges.a[edge] as number, stride, length) !== isNear(edges.b[edge] as number, stride, length)) {
      weight += edges.gbps[edge] as number;
    }
  }
  return weight;
}

/** The balanced cuts that bisection is tried on: ways to put half of the endpoints on either side. */
import { countEach } from '../base/count-each.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { type FabricNetwork, numberPods } from './fabric-network.ts';
import { findIslands } from './islands.ts';
import { findSlab } from './slab-cut.ts';

/** Sides of an endpoint; 0 = takes no part. */
export const NEAR = 1;
export const FAR = 2;

export interface Cut {
  readonly name: string;
  /** By endpoint. */
  readonly side: Uint8Array;
}

/** Pods and rails may leave the halves unequal by this share and still count as balanced. */
const TOLERANCE = 0.02;

/**
 * Every cut that the fabric has a meaning for; the one by order always. `isTiered` = no cable joins relays of one tier; `left` =
 * the same network with what is broken left out, for the islands it has come apart into.
 */
export function listCuts(
  netlist: Netlist,
  network: FabricNetwork,
  isTiered: boolean,
  left: FabricNetwork = network,
): Cut[] {
  const pods = numberPods(netlist, network.endpoints);
  const cuts = [
    { name: 'order', side: cutByOrder(pods) },
    { name: 'pods', side: cutByPods(pods) },
    { name: 'interleave', side: cutAlternately(network.endpoints.length) },
    { name: 'rail', side: isTiered ? cutByRail(netlist, network) : null },
    { name: 'islands', side: cutByIsland(network) },
    { name: 'apart', side: left === network ? null : cutByIsland(left) },
    { name: 'slab', side: isTiered ? null : findSlab(netlist, network) },
  ];
  return cuts.flatMap(({ name, side }) => (side === null ? [] : [{ name, side }]));
}

/** The first half by physical order: up to a pod boundary when one lies within the tolerance of the middle. */
function cutByOrder(pods: Uint32Array): Uint8Array {
  const middle = pods.length / 2;
  let boundary = Math.floor(middle);
  let distance = Math.max(1, pods.length * TOLERANCE);
  let isAtPod = false;
  for (let i = 1; i < pods.length; i += 1) {
    if (pods[i] === pods[i - 1]) continue;
    const away = Math.abs(i - middle);
    if (away > distance || (isAtPod && away === distance)) continue;
    boundary = i;
    distance = away;
    isAtPod = true;
  }
  return new Uint8Array(pods.length).fill(FAR).fill(NEAR, 0, boundary);
}

/** Every other pod; what is too much on one side changes over from the end. With two pods that is the cut by order. */
function cutByPods(pods: Uint32Array): Uint8Array | null {
  const podCount = (pods.at(-1) ?? 0) + 1;
  if (podCount < 3) return null;
  const side = new Uint8Array(pods.length);
  for (let i = 0; i < side.length; i += 1) side[i] = (pods[i] as number) % 2 === 0 ? NEAR : FAR;
  balance(side);
  return side;
}

function countNear(side: Uint8Array): number {
  let near = 0;
  for (let i = 0; i < side.length; i += 1) if (side[i] === NEAR) near += 1;
  return near;
}

/** Moves endpoints of the larger side over, from the last backwards, until the halves differ by one at most. */
function balance(side: Uint8Array): void {
  const near = countNear(side);
  const larger = 2 * near > side.length ? NEAR : FAR;
  let surplus = Math.floor(Math.abs(side.length - 2 * near) / 2);
  for (let i = side.length - 1; i >= 0 && surplus > 0; i -= 1) {
    if (side[i] !== larger) continue;
    side[i] = NEAR + FAR - larger;
    surplus -= 1;
  }
}

/** Every other endpoint. An odd one out would unbalance the halves: the last takes no part. */
function cutAlternately(count: number): Uint8Array {
  const side = new Uint8Array(count).fill(NEAR);
  for (let i = 1; i < count; i += 2) side[i] = FAR;
  if (count % 2 === 1) side[count - 1] = 0;
  return side;
}

/**
 * Lower rails against upper, where every endpoint hangs on one switch: its rail is the place of that switch in its pod. An
 * endpoint with ports on several rails joins them inside, so no such cut parts it.
 */
function cutByRail(
  netlist: Netlist,
  { endpoints, attachments, endpointNode, nodeMember }: FabricNetwork,
): Uint8Array | null {
  const rail = new Uint32Array(endpoints.length);
  let railCount = 0;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const first = attachments.first[endpoint] as number;
    if (endpointNode[endpoint] !== -1 || attachments.first[endpoint + 1] !== first + 1) return null;
    const member = nodeMember[attachments.node[first] as number] as number;
    const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
    if (group.podCount < 2) return null;
    rail[endpoint] = (member - group.firstMember) % group.membersPerPod;
    railCount = Math.max(railCount, (rail[endpoint] as number) + 1);
  }
  if (railCount < 2) return null;
  const side = Uint8Array.from(rail, (own) => (2 * own < railCount ? NEAR : FAR));
  const near = countNear(side);
  return Math.abs(2 * near - side.length) <= Math.max(1, side.length * TOLERANCE) ? side : null;
}

/** Whole islands on either side where they come out even; otherwise one after the other, so that at most one is parted. */
function cutByIsland(network: FabricNetwork): Uint8Array | null {
  const { islandCount, islandOf } = findIslands(network);
  if (islandCount < 2) return null;
  const sizes = countEach(islandOf, islandCount);
  const bySize = [...sizes.keys()].sort((x, y) => (sizes[y] as number) - (sizes[x] as number) || x - y);
  const sideOfIsland = new Uint8Array(islandCount);
  const total = [0, 0, 0];
  for (const island of bySize) {
    const side = (total[NEAR] as number) <= (total[FAR] as number) ? NEAR : FAR;
    sideOfIsland[island] = side;
    total[side] = (total[side] as number) + (sizes[island] as number);
  }
  if (Math.abs((total[NEAR] as number) - (total[FAR] as number)) <= 1) return spreadSides(islandOf, sideOfIsland);
  return cutAlong(islandOf, sizes);
}

function spreadSides(islandOf: Uint32Array, sideOfIsland: Uint8Array): Uint8Array {
  const side = new Uint8Array(islandOf.length);
  for (let i = 0; i < side.length; i += 1) side[i] = sideOfIsland[islandOf[i] as number] as number;
  return side;
}

/** The first half, one island after the other. */
function cutAlong(islandOf: Uint32Array, sizes: Uint32Array): Uint8Array {
  const half = Math.floor(islandOf.length / 2);
  const place = new Uint32Array(sizes.length);
  for (let island = 1; island < sizes.length; island += 1) {
    place[island] = (place[island - 1] as number) + (sizes[island - 1] as number);
  }
  const side = new Uint8Array(islandOf.length).fill(FAR);
  for (let endpoint = 0; endpoint < side.length; endpoint += 1) {
    const island = islandOf[endpoint] as number;
    const own = place[island] as number;
    place[island] = own + 1;
    if (own < half) side[endpoint] = NEAR;
  }
  return side;
}

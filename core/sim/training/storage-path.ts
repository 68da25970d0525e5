/** What the drawn fabrics carry between a job's servers and the storage: NICs at both ends, and the switches in between. */
import { fail, ok, type Result } from '../../base/result.ts';
import { createFabricGraph } from '../../analysis/fabric-graph.ts';
import { createFabricNetwork, type FabricNetwork } from '../../analysis/fabric-network.ts';
import { computeTerminalFlow } from '../../graph/terminal-flow.ts';
import type { NetFabric, NetGroup, Netlist } from '../../netlist/netlist.ts';
import type { JobPlacement } from '../job-placement.ts';

export interface StoragePath {
  readonly fabricName: string;
  /** One direction, all servers together, line rate. */
  readonly gbps: number;
  /** What sets it. */
  readonly limit: string;
}

const COMPUTE = 1;
const STORAGE = 2;

/** Over the storage fabric, or else the fastest fabric that joins the two. The error says that there is none. */
export function findStoragePath(netlist: Netlist, placement: JobPlacement): Result<StoragePath, string> {
  const side = markSides(netlist, placement);
  if (!side.includes(STORAGE)) return fail('No storage is drawn, so checkpoints are not timed.');
  let best: { path: StoragePath; isStorage: boolean } | undefined;
  netlist.fabrics.forEach((fabric, index) => {
    const path = measurePath(netlist, fabric, index, side);
    if (path === null) return;
    const isStorage = fabric.purpose === 'storage';
    if (
      best === undefined ||
      (isStorage && !best.isStorage) ||
      (isStorage === best.isStorage && path.gbps > best.path.gbps)
    )
      best = { path, isStorage };
  });
  if (best === undefined)
    return fail('No fabric joins the GPU servers with the storage, so checkpoints are not timed.');
  return ok(best.path);
}

/** By member. */
function markSides(netlist: Netlist, { rankMember }: JobPlacement): Uint8Array {
  const side = new Uint8Array(netlist.memberCount);
  for (const group of netlist.groups) {
    if (group.role === 'storage') side.fill(STORAGE, group.firstMember, group.firstMember + group.count);
  }
  for (const member of rankMember) side[member] = COMPUTE;
  return side;
}

function measurePath(netlist: Netlist, fabric: NetFabric, index: number, side: Uint8Array): StoragePath | null {
  if (!joinsBoth(netlist, index, side)) return null;
  const network = createFabricNetwork(netlist, createFabricGraph(netlist, index));
  const sum = sumWorking(network, side);
  const gbps = Math.min(measureFlow(network, side), sum.compute, sum.storage);
  if (gbps === 0) return null;
  return { fabricName: fabric.name, gbps, limit: nameLimit(fabric.name, gbps, sum) };
}

/** A cheap look before the graph is built: fabrics without storage are the large ones. */
function joinsBoth(netlist: Netlist, fabric: number, side: Uint8Array): boolean {
  const isOn = (group: NetGroup | undefined, wanted: number): boolean =>
    group !== undefined && side.subarray(group.firstMember, group.firstMember + group.count).includes(wanted);
  const groups = new Set<number>();
  for (const link of netlist.links) {
    if (link.fabric !== fabric || link.connectionCount === 0) continue;
    groups.add(link.groupA);
    groups.add(link.groupB);
  }
  return [COMPUTE, STORAGE].every((wanted) => [...groups].some((group) => isOn(netlist.groups[group], wanted)));
}

interface SideRates {
  readonly compute: number;
  readonly storage: number;
}

/** Gb/s of the working cables of each side. */
function sumWorking(network: FabricNetwork, side: Uint8Array): SideRates {
  const { endpoints, endpointNode, attachments, adjacency, arcGbps, direct } = network;
  const sums = new Float64Array(3);
  const add = (endpoint: number, gbps: number): void => {
    const own = side[endpoints[endpoint] as number] as number;
    sums[own] = (sums[own] as number) + gbps;
  };
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) add(endpoint, attachments.gbps[i] as number);
    const node = endpointNode[endpoint] as number;
    if (node < 0) continue;
    const lastArc = adjacency.firstArc[node + 1] as number;
    for (let arc = adjacency.firstArc[node] as number; arc < lastArc; arc += 1) add(endpoint, arcGbps[arc] as number);
  }
  for (let i = 0; i < direct.edgeCount; i += 1) {
    add(direct.a[i] as number, direct.gbps[i] as number);
    add(direct.b[i] as number, direct.gbps[i] as number);
  }
  return { compute: sums[COMPUTE] as number, storage: sums[STORAGE] as number };
}

function measureFlow(network: FabricNetwork, side: Uint8Array): number {
  const { endpoints, endpointNode, attachments, adjacency, arcGbps, direct } = network;
  const supply = new Float64Array(adjacency.nodeCount);
  const demand = new Float64Array(adjacency.nodeCount);
  const sideOf = (endpoint: number): number => side[endpoints[endpoint] as number] as number;
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const own = sideOf(endpoint);
    if (own === 0) continue;
    const terminal = own === COMPUTE ? supply : demand;
    const node = endpointNode[endpoint] as number;
    if (node >= 0) terminal[node] = Number.POSITIVE_INFINITY;
    for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const to = attachments.node[i] as number;
      terminal[to] = (terminal[to] as number) + (attachments.gbps[i] as number);
    }
  }
  let gbps = computeTerminalFlow(adjacency, arcGbps, { supply, demand }, null).value;
  for (let i = 0; i < direct.edgeCount; i += 1) {
    const ends = [sideOf(direct.a[i] as number), sideOf(direct.b[i] as number)];
    if (ends.includes(COMPUTE) && ends.includes(STORAGE)) gbps += direct.gbps[i] as number;
  }
  return gbps;
}

function nameLimit(fabricName: string, gbps: number, { compute, storage }: SideRates): string {
  const isReached = (limit: number): boolean => gbps >= limit * (1 - 1e-9);
  if (isReached(storage)) return 'storage servers';
  if (isReached(compute)) return `compute NICs on ${fabricName}`;
  return `switches of ${fabricName}`;
}

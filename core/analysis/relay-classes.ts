/** Which relays of a fabric look equal: of one device group, with as much endpoints' bandwidth on them and the same capacity towards each class of others. */
import { computeEquitablePartition, type Partition } from '../graph/equitable-partition.ts';
import type { Netlist } from '../netlist/netlist.ts';
import type { FabricNetwork } from './fabric-network.ts';

export function classifyRelays(netlist: Netlist, network: FabricNetwork): Partition {
  const { adjacency, arcGbps, attachments, nodeMember } = network;
  const attachedGbps = new Float64Array(adjacency.nodeCount);
  const attachedCount = new Uint32Array(adjacency.nodeCount);
  for (let i = 0; i < attachments.node.length; i += 1) {
    const node = attachments.node[i] as number;
    attachedGbps[node] = (attachedGbps[node] as number) + (attachments.gbps[i] as number);
    attachedCount[node] = (attachedCount[node] as number) + 1;
  }
  const colours = new Map<string, number>();
  const colour = Uint32Array.from(attachedGbps, (gbps, node) => {
    const group = netlist.memberGroup[nodeMember[node] as number];
    const key = `${group}/${gbps}/${attachedCount[node]}`;
    const known = colours.get(key) ?? colours.size;
    colours.set(key, known);
    return known;
  });
  return computeEquitablePartition(adjacency, arcGbps, colour, null);
}

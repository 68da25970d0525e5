/** Which relays of a fabric look equal: of one device group, with as much endpoints' bandwidth on them and the same capacity towards each class of others. */
import { Memory } from '../base/memory.ts';
import { computeEquitablePartition, type Partition } from '../graph/equitable-partition.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { groupAttachments } from './attachment-groups.ts';
import type { FabricNetwork } from './fabric-network.ts';

/**
 * In two steps: by the wiring of the relays among each other, which rests on fewer things, and from there by what hangs on them.
 * `name` tells the network from others of the same memory.
 */
export function classifyRelays(
  netlist: Netlist,
  network: FabricNetwork,
  memory: Memory = new Memory(),
  name = 'the fabric',
): Partition {
  const { adjacency, arcGbps, attachments, nodeMember } = network;
  const groupOf = memory.settle(`groups of relays of ${name}`, [nodeMember, netlist.memberGroup], () =>
    readGroups(nodeMember, netlist.memberGroup),
  );
  const byWiring = memory.recall(`wiring classes of ${name}`, [adjacency, arcGbps, groupOf], () =>
    computeEquitablePartition(adjacency, arcGbps, groupOf, null),
  );
  const load = memory.settle(`loads of relays of ${name}`, [attachments, adjacency], () => colourLoads(network));
  return memory.recall(`classes of ${name}`, [adjacency, arcGbps, byWiring, load], () =>
    computeEquitablePartition(adjacency, arcGbps, load, byWiring),
  );
}

function readGroups(members: Uint32Array, memberGroup: Uint32Array): Uint32Array {
  const groups = new Uint32Array(members.length);
  for (let i = 0; i < members.length; i += 1) groups[i] = memberGroup[members[i] as number] as number;
  return groups;
}

/** One colour for each bandwidth and number of bundles of endpoints on a relay. */
function colourLoads({ adjacency, attachments }: FabricNetwork): Uint32Array {
  const attachedGbps = new Float64Array(adjacency.nodeCount);
  const attachedCount = new Uint32Array(adjacency.nodeCount);
  const { example, size } = groupAttachments(attachments);
  example.forEach((endpoint, group) => {
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      const node = attachments.node[i] as number;
      const count = size[group] as number;
      attachedGbps[node] = (attachedGbps[node] as number) + count * (attachments.gbps[i] as number);
      attachedCount[node] = (attachedCount[node] as number) + count;
    }
  });
  const colours = new Map<string, number>();
  const colourOf = new Uint32Array(attachedGbps.length);
  for (let node = 0; node < colourOf.length; node += 1) {
    // Neighbours most often carry as much.
    if (node > 0 && attachedGbps[node] === attachedGbps[node - 1] && attachedCount[node] === attachedCount[node - 1]) {
      colourOf[node] = colourOf[node - 1] as number;
      continue;
    }
    const key = `${attachedGbps[node]}/${attachedCount[node]}`;
    const known = colours.get(key) ?? colours.size;
    colours.set(key, known);
    colourOf[node] = known;
  }
  return colourOf;
}

/** Where flows enter and leave a fabric: one cable of a host each; in a direct network the host itself, which relays. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { DomainCables } from '../job-placement.ts';
import type { FlowNetwork } from './flow-network.ts';

/** No node, or no wire. */
export const NOWHERE = -1;

export interface FlowPorts {
  readonly count: number;
  /** The host. */
  readonly member: Uint32Array;
  /** The relay at the cable's far end, or the host's own; NOWHERE = the cable leads straight to another host. */
  readonly node: Int32Array;
  /** The cable's two wires, from the host and to it; NOWHERE where the host relays itself. */
  readonly up: Int32Array;
  readonly down: Int32Array;
  /** The device at the far end. */
  readonly far: Uint32Array;
}

export function createFlowPorts(
  netlist: Netlist,
  network: FlowNetwork,
  cables: Pick<DomainCables, 'connection' | 'ownMember' | 'farMember'>,
): FlowPorts {
  const count = cables.connection.length;
  const node = new Int32Array(count);
  const up = new Int32Array(count).fill(NOWHERE);
  const down = new Int32Array(count).fill(NOWHERE);
  for (let port = 0; port < count; port += 1) {
    const connection = cables.connection[port] as number;
    const own = cables.ownMember[port] as number;
    const ownNode = network.nodeOfMember[own] as number;
    if (ownNode >= 0) {
      node[port] = ownNode;
      continue;
    }
    const isA = netlist.connectionMemberA[connection] === own;
    node[port] = network.nodeOfMember[cables.farMember[port] as number] as number;
    up[port] = 2 * connection + (isA ? 0 : 1);
    down[port] = 2 * connection + (isA ? 1 : 0);
  }
  return { count, member: cables.ownMember, node, up, down, far: cables.farMember };
}

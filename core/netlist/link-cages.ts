/** Where the connections of one link end, cage by cage, as far as media need to know it. */
import type { HubSide } from '../catalog/splitter-fit.ts';
import type { Connections } from './connect.ts';
import type { PortSpace } from './enumerate-ports.ts';
import { NONE } from './netlist.ts';

export interface LinkCages {
  /** Parallel to the connections of the link. */
  readonly cageA: Uint32Array;
  readonly cageB: Uint32Array;
  readonly portA: Uint32Array;
  readonly portB: Uint32Array;
  readonly cageFirstPort: Uint32Array;
  /** Set when another link has ports in some of the cages. */
  readonly shared: SharedPorts | null;
}

interface SharedPorts {
  readonly linkIndex: number;
  readonly portConnection: Int32Array;
  readonly connectionLink: Uint32Array;
}

export function listLinkCages(
  connections: Connections,
  linkIndex: number,
  ports: PortSpace,
  sharesCages: boolean,
): LinkCages {
  const first = connections.first[linkIndex] as number;
  const count = connections.count[linkIndex] as number;
  const portA = connections.portA.subarray(first, first + count);
  const portB = connections.portB.subarray(first, first + count);
  const cageA = new Uint32Array(count);
  const cageB = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    cageA[i] = ports.portCage[portA[i] as number] as number;
    cageB[i] = ports.portCage[portB[i] as number] as number;
  }
  const shared = sharesCages
    ? { linkIndex, portConnection: connections.portConnection, connectionLink: connections.link }
    : null;
  return { cageA, cageB, portA, portB, cageFirstPort: ports.cageFirstPort, shared };
}

/** Place of the connection's port among the ports of its cage. */
export function getPlaceInCage(cages: LinkCages, side: HubSide, index: number): number {
  const [ports, cageOf] = side === 'a' ? [cages.portA, cages.cageA] : [cages.portB, cages.cageB];
  return (ports[index] as number) - (cages.cageFirstPort[cageOf[index] as number] as number);
}

/** True when a plug that serves so many ports of a cage would also serve a port of another link. */
export function sharesPlug(cages: LinkCages, side: HubSide, portsPerPlug: number): boolean {
  const { shared, cageFirstPort } = cages;
  if (!shared) return false;
  const cageOf = side === 'a' ? cages.cageA : cages.cageB;
  for (let i = 0; i < cageOf.length; i += 1) {
    const cage = cageOf[i] as number;
    const place = getPlaceInCage(cages, side, i);
    const first = (cageFirstPort[cage] as number) + place - (place % portsPerPlug);
    const end = Math.min(first + portsPerPlug, cageFirstPort[cage + 1] as number);
    for (let port = first; port < end; port += 1) {
      const connection = shared.portConnection[port] as number;
      if (connection !== NONE && shared.connectionLink[connection] !== shared.linkIndex) return true;
    }
  }
  return false;
}

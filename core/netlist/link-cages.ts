/** Where the connections of one link end, cage by cage, as far as media need to know it. */
import type { HubSide } from '../catalog/splitter-fit.ts';
import { NONE } from './netlist.ts';

/** Cages and ports are counted from the first of their block. */
export interface LinkCages {
  /** Parallel to the connections of the link. */
  readonly cageA: Uint32Array;
  readonly cageB: Uint32Array;
  readonly portA: Uint32Array;
  readonly portB: Uint32Array;
  /** By cage of the block. */
  readonly firstPortA: Uint32Array;
  readonly firstPortB: Uint32Array;
  /** Set when another link has ports in some of the cages. */
  readonly shared: SharedPorts | null;
}

export interface SharedPorts {
  readonly linkIndex: number;
  /** First port of either block among all. */
  readonly firstOfA: number;
  readonly firstOfB: number;
  /** Over all ports and connections. */
  readonly portConnection: Int32Array;
  readonly connectionLink: Uint32Array;
}

/** Place of the connection's port among the ports of its cage. */
export function getPlaceInCage(cages: LinkCages, side: HubSide, index: number): number {
  const [ports, cageOf, firstPort] =
    side === 'a' ? [cages.portA, cages.cageA, cages.firstPortA] : [cages.portB, cages.cageB, cages.firstPortB];
  return (ports[index] as number) - (firstPort[cageOf[index] as number] as number);
}

/** True when a plug that serves so many ports of a cage would also serve a port of another link. */
export function sharesPlug(cages: LinkCages, side: HubSide, portsPerPlug: number): boolean {
  const { shared } = cages;
  if (!shared) return false;
  const [cageOf, firstPort, shift] =
    side === 'a' ? [cages.cageA, cages.firstPortA, shared.firstOfA] : [cages.cageB, cages.firstPortB, shared.firstOfB];
  for (let i = 0; i < cageOf.length; i += 1) {
    const cage = cageOf[i] as number;
    const place = getPlaceInCage(cages, side, i);
    const first = (firstPort[cage] as number) + place - (place % portsPerPlug);
    const end = Math.min(first + portsPerPlug, firstPort[cage + 1] as number);
    for (let port = first; port < end; port += 1) {
      const connection = shared.portConnection[shift + port] as number;
      if (connection !== NONE && shared.connectionLink[connection] !== shared.linkIndex) return true;
    }
  }
  return false;
}

/** What paths are followed over: a fabric's network, whole or folded up, and what each cable and relay on the way adds. */
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import type { FoldedArcs } from './fold-network.ts';

/** Cable and switch delays of a fabric, ns. */
export interface Delays {
  /** By netlist link. */
  readonly linkNs: Float64Array;
  /** By node of the network. */
  readonly nodeNs: Float64Array;
}

/** What is walked over: the fabric's network, or that folded up. */
export interface Walk {
  readonly network: FabricNetwork;
  readonly sets: EndpointSets;
  readonly arcs: FoldedArcs;
  /** By node: the relays it stands for; null = each for itself. */
  readonly size: Uint32Array | null;
  readonly delays: Delays;
}

/** What the closed form answers: a time with its band, every candidate it weighed, and what holds the winner back. */
import type { Collective } from '../netlist/netlist.ts';

export type AlgorithmFamily = 'ring' | 'tree' | 'nvls' | 'nvls-tree' | 'direct';
export type Protocol = 'll' | 'll128' | 'simple' | null;

/** One algorithm under one protocol. Times in us. */
export interface Candidate {
  /** As the field writes it, e.g. 'Ring/LL128', 'NVLSTree', 'A2A'. */
  readonly name: string;
  readonly family: AlgorithmFamily;
  readonly protocol: Protocol;
  readonly timeUs: number;
  /** Where the time goes; the four add up to timeUs. Congestion: what the drawn fabric's cuts and its routing add. */
  readonly latencyUs: number;
  readonly scaleUpUs: number;
  readonly scaleOutUs: number;
  readonly congestionUs: number;
  /** The network that bytes cross too, in the time of the slower one beside it: it adds none of its own. null = none is. */
  readonly hiddenStage: 'scale-up' | 'scale-out' | null;
}

/** What sets the pace. */
export type Bottleneck =
  | { readonly kind: 'latency' }
  | { readonly kind: 'scale-up' }
  | { readonly kind: 'nic' }
  /** `refIds`: devices whose uplinks are full. `label` names the cut, e.g. 'uplinks of leaf-3'. */
  | { readonly kind: 'cut'; readonly label: string; readonly refIds: readonly string[] };

export interface CollectiveEstimate {
  readonly collective: Collective;
  readonly sizeBytes: number;
  /** GPUs of one group, and the scale-up domains that hold them. */
  readonly rankCount: number;
  readonly domainCount: number;
  readonly timeUs: number;
  /** Band of uncertainty around timeUs. */
  readonly lowUs: number;
  readonly highUs: number;
  /** As nccl-tests defines them; 0 for a barrier. */
  readonly algbwGBps: number;
  readonly busbwGBps: number;
  /** Fastest first; the first is the winner. Under a forced algorithm only its family. Empty when `impossible`. */
  readonly candidates: readonly Candidate[];
  readonly bottleneck: Bottleneck;
  /** Why this cannot be done at all, one sentence; times are then Infinity and bandwidths 0. null = it can. */
  readonly impossible: string | null;
  /** Empty inside the range that measurements cover; else sentences that say what is outside. */
  readonly outsideValidated: readonly string[];
}

/**
 * All that the closed form knows of a fabric and a job: numbers read from a netlist (or, in tests of the formulas alone,
 * written down). Symbols are those of the model's published notation: n, D, N, g, hn, Bnic.
 */
import type { Platform } from './platform.ts';

/** A cut of the drawn fabric and what a collective must send over it. */
export interface CutLoad {
  readonly label: string;
  readonly refIds: readonly string[];
  /** One direction, GB/s, of the working cables. */
  readonly capacityGBps: number;
  /** Bytes each way over the cut for one byte of message size S, for each kind of traffic. */
  readonly ringAllReduce: number;
  readonly ringGather: number;
  readonly tree: number;
  readonly allToAll: number;
  readonly sendRecv: number;
}

export interface CollectiveInputs {
  readonly platform: Platform;
  /** n: GPUs that take part. */
  readonly rankCount: number;
  /** D: GPUs of one scale-up domain; 1 without GPU peer access. */
  readonly domainSize: number;
  /** N: domains that hold ranks. */
  readonly domainCount: number;
  readonly nicsPerDomain: number;
  /** Line rate of one NIC port group, Gb/s, one direction. */
  readonly nicGbps: number;
  readonly transport: Transport;
  /** One way between the two farthest domains, us: NICs, switches, cables. */
  readonly oneWayUs: number;
  /** rho: share of the line rate that the routing lets through; 1 = clean. */
  readonly routingEfficiency: number;
  readonly hasPeerAccess: boolean;
  readonly cuts: readonly CutLoad[];
  readonly inNetworkReduction: 'off' | 'latency' | 'optimistic';
}

/** What carries the bytes between domains: sets the hop latency hn. */
export type Transport =
  | 'infiniband'
  | 'roce'
  | 'roce-sriov'
  | 'slingshot'
  | 'efa-v1'
  | 'efa-v2'
  | 'efa-v3'
  | 'tcpxo'
  | 'tcpx';

/** What is asked of the closed form. */
import type { Collective, Scenario } from '../../netlist/netlist.ts';

export interface CollectiveRequest {
  readonly collective: Collective;
  /** S, as nccl-tests counts it; a barrier has none. */
  readonly sizeBytes: number;
  readonly algorithm: Scenario['algorithm'];
  readonly protocol: Scenario['protocol'];
}

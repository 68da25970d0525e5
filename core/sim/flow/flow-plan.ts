/** What a job asks of the network, before any way is chosen: ports and phases, and the time that is not the network's. */
import type { PhasePlan } from './decompose.ts';

export interface FlowPlan {
  /** 'main', or the traffic's id. */
  readonly jobId: string;
  readonly name: string;
  /** Index into the netlist's fabrics. */
  readonly fabricIndex: number;
  readonly cables: PlanCables;
  readonly phases: readonly PhasePlan[];
  /** Latency, protocol and filling of the pipeline: the closed form's time without what the wire takes alone. */
  readonly overheadUs: number;
  /** With nothing but its own cables and domains to hold it. */
  readonly idealUs: number;
  readonly sizeBytes: number;
  /** busbw over algbw. */
  readonly busFactor: number;
  readonly notes: readonly string[];
}

/** The cables that are the plan's ports. */
export interface PlanCables {
  readonly connection: Uint32Array;
  readonly ownMember: Uint32Array;
  readonly farMember: Uint32Array;
  readonly gbps: Float64Array;
}

/** Least time of the phases if nothing but the job's own cables and domains held it, us. */
export function computeOwnUs(phases: readonly PhasePlan[], cables: PlanCables, goodputShare: number): number {
  return phases.reduce((sum, phase) => sum + computePhaseUs(phase, cables, goodputShare), 0);
}

function computePhaseUs({ flows, scaleUpUs }: PhasePlan, { gbps }: PlanCables, goodputShare: number): number {
  const sent = new Float64Array(gbps.length);
  const received = new Float64Array(gbps.length);
  for (let flow = 0; flow < flows.count; flow += 1) {
    const source = flows.source[flow] as number;
    const target = flows.target[flow] as number;
    const bytes = flows.bytes[flow] as number;
    sent[source] = (sent[source] as number) + bytes;
    received[target] = (received[target] as number) + bytes;
  }
  let most = scaleUpUs;
  for (let port = 0; port < gbps.length; port += 1) {
    const bytesPerUs = 125 * (gbps[port] as number) * goodputShare;
    most = Math.max(most, Math.max(sent[port] as number, received[port] as number) / bytesPerUs);
  }
  return most;
}

/** From plans to jobs with a way for every flow, under one seed after another. Networks and distances are worked out once. */
import type { NetFabric, Netlist, Scenario } from '../../netlist/netlist.ts';
import type { FlowJob, RoutedPhase } from './flow-job.ts';
import { createFlowNetwork, type FlowNetwork } from './flow-network.ts';
import type { FlowPlan } from './flow-plan.ts';
import { createFlowPorts } from './flow-ports.ts';
import { mixHash } from './mix-hash.ts';
import { type PortFlows, Router, type RoutingKind } from './router.ts';

export interface RoutedJobs {
  readonly jobs: readonly FlowJob[];
  readonly flowCount: number;
  readonly strandedCount: number;
  /** Sprayed flows that take a sample of their paths. */
  readonly sampledCount: number;
}

interface JobRouting {
  readonly plan: FlowPlan;
  readonly router: Router;
  readonly kind: RoutingKind;
  readonly phases: readonly { readonly label: string; readonly scaleUpUs: number; readonly flows: PortFlows }[];
}

export class JobRouter {
  /** Runs with other seeds would differ. */
  readonly isRandom: boolean;
  private readonly routings: readonly JobRouting[];

  constructor(netlist: Netlist, plans: readonly FlowPlan[], scenario: Scenario) {
    const networks = new Map<number, FlowNetwork>();
    this.routings = plans.map((plan) => {
      const network = networks.get(plan.fabricIndex) ?? createFlowNetwork(netlist, plan.fabricIndex);
      networks.set(plan.fabricIndex, network);
      const router = new Router(network, createFlowPorts(netlist, network, plan.cables), 2 * netlist.connectionCount);
      const kind = chooseKind(netlist.fabrics[plan.fabricIndex] as NetFabric, scenario);
      const queuePairs = scenario.routing === 'ecmp-qp' ? scenario.queuePairCount : 1;
      const phases = plan.phases.map(({ label, scaleUpUs, flows }) => ({
        label,
        scaleUpUs,
        flows: router.order(splitByQueuePair(flows, queuePairs)),
      }));
      return { plan, router, kind, phases };
    });
    this.isRandom = this.routings.some(({ kind }) => kind !== 'spray');
  }

  /** `kind`: instead of what the scenario and the fabrics say. The first job runs once, the others as long as it does. */
  route(seed: number, kind: RoutingKind | null = null): RoutedJobs {
    let flowCount = 0;
    let strandedCount = 0;
    let sampledCount = 0;
    const jobs = this.routings.map((routing, index) => {
      const { plan, router, phases } = routing;
      const delayUs = plan.overheadUs / Math.max(1, phases.length);
      const routed = phases.map(({ label, scaleUpUs, flows }, phase): RoutedPhase => {
        const result = router.route(flows, kind ?? routing.kind, mixHash(mixHash(seed, index), phase));
        flowCount += flows.count;
        strandedCount += result.strandedCount;
        sampledCount += result.sampledCount;
        const bytes =
          result.strandedCount === 0
            ? flows.bytes
            : flows.bytes.map((own, flow) => (result.isStranded[flow] === 1 ? 0 : own));
        return { label, paths: result.paths, bytes, delayUs, scaleUpUs };
      });
      return { jobId: plan.jobId, phases: routed, repeats: index > 0 };
    });
    return { jobs, flowCount, strandedCount, sampledCount };
  }
}

function chooseKind(fabric: NetFabric, { routing }: Scenario): RoutingKind {
  if (routing === 'fabric') return fabric.routing;
  return routing === 'ecmp-qp' ? 'ecmp' : routing;
}

/** Each queue pair is a flow of its own to the switches. */
function splitByQueuePair(flows: PortFlows, queuePairs: number): PortFlows {
  if (queuePairs === 1) return flows;
  const count = flows.count * queuePairs;
  const of = (index: number): number => Math.floor(index / queuePairs);
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  return {
    count,
    source: indices.map((index) => flows.source[of(index)] as number),
    target: indices.map((index) => flows.target[of(index)] as number),
    bytes: Float64Array.from(indices, (index) => (flows.bytes[of(index)] as number) / queuePairs),
    tag: indices.map((index) => mixHash(flows.tag[of(index)] as number, index % queuePairs)),
  };
}

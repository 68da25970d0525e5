/** Small fabrics for the flow model, and the flow model run to its end. */
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { applyFailures } from '#core/netlist/failures.ts';
import type { Netlist, Scenario } from '#core/netlist/netlist.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { computeWireGBps } from '#core/sim/flow/flow-network.ts';
import type { FlowPlan } from '#core/sim/flow/flow-plan.ts';
import { planCollective } from '#core/sim/flow/plan-collective.ts';
import { JobRouter, type RoutedJobs } from '#core/sim/flow/route-jobs.ts';
import { FlowRunner, type FlowRun } from '#core/sim/flow/run-flows.ts';
import { simulateFlows } from '#core/sim/flow/simulate-flows.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink } from './draw.ts';

export const constants = resolveConstants({});
const SPEED = { speedGbps: 400 };

/**
 * Pods of DGX H100, eight 400G ports each to the eight leaves of its pod, one rail a leaf; every leaf to every spine.
 * Not oversubscribed when a leaf has as many uplinks as servers.
 */
export function drawRailPods(pods: number, servers: number, spines: number, cablesPerPair = 1): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', pods * servers, { membersPerPod: servers });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', pods * 8, { membersPerPod: 8 });
  drawDevice(design, 'spine', 'qm9700', 'spine', spines);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', within: 'pod', ...SPEED });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', ...SPEED, cablesPerPair });
  return design;
}

/** As many leaves as pods, each server with `ports` cables to its leaf, each leaf with `uplinks` cables to one spine. */
export function drawLeafPods(pods: number, servers: number, ports: number, uplinks: number): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', pods * servers, { membersPerPod: servers });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', pods, { membersPerPod: 1 });
  drawDevice(design, 'spine', 'qm9700', 'spine', 1);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', within: 'pod', ...SPEED, cablesPerPair: ports });
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', ...SPEED, cablesPerPair: uplinks });
  return design;
}

export function ask(more: Partial<Scenario>): Scenario {
  return { ...createScenario('test', 'Test'), ...more };
}

/** The netlist with the scenario's failures in force. */
function elaborateBroken(design: Design, scenario: Scenario): Netlist {
  return applyFailures(elaborate(design, builtInCatalog).netlist, scenario.failures);
}

export function simulate(design: Design, scenario: Scenario): FlowReport {
  const netlist = elaborateBroken(design, scenario);
  const placement = placeJob(netlist, scenario);
  if (!placement.ok) throw new Error(placement.error);
  const steps = simulateFlows(netlist, placement.value, scenario, constants);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    if (!step.value.ok) throw new Error(step.value.error);
    return step.value.value;
  }
}

interface Laid {
  readonly netlist: Netlist;
  readonly plan: FlowPlan;
  readonly routed: RoutedJobs;
  /** Bytes per us, by wire. */
  readonly capacity: Float64Array;
  readonly run: FlowRun;
  /** Without what is not the network's. */
  readonly wireUs: number;
}

/** The main job alone, with what lies between the steps. */
export function layOut(design: Design, scenario: Scenario, seed = 0): Laid {
  const netlist = elaborateBroken(design, scenario);
  const placement = placeJob(netlist, scenario);
  if (!placement.ok) throw new Error(placement.error);
  const plan = planCollective(netlist, placement.value, scenario, constants, { jobId: 'main', name: 'Test' });
  if (!plan.ok) throw new Error(plan.error);
  const routed = new JobRouter(netlist, [plan.value], scenario).route(seed);
  const capacity = computeWireGBps(netlist, constants.goodputShare).map((gbps) => 1000 * gbps);
  const runner = new FlowRunner(routed.jobs, capacity, { eventShare: 1e-9, mostRounds: 1 }, true);
  while (!runner.step());
  const run = runner.finish();
  return { netlist, plan: plan.value, routed, capacity, run, wireUs: run.endUs - plan.value.overheadUs };
}

/**
 * The flow model: a scenario's collective and the traffic beside it, flow by flow on the working fabric, once for each seed of the
 * switches' hashes. A generator, so that whoever steps it can show progress and stop.
 */
import { formatCount } from '../../base/format-count.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { Netlist, Scenario } from '../../netlist/netlist.ts';
import type { SimConstants } from '../constants.ts';
import type { FlowJobResult, FlowReport } from '../flow-report.ts';
import type { JobPlacement } from '../job-placement.ts';
import { computeWireGBps } from './flow-network.ts';
import type { FlowPlan } from './flow-plan.ts';
import { measureLinkLoads } from './link-loads.ts';
import { planCollective } from './plan-collective.ts';
import { planTraffic } from './plan-traffic.ts';
import { JobRouter, type RoutedJobs } from './route-jobs.ts';
import { chooseLimits, FlowRunner, type FlowRun } from './run-flows.ts';

export interface FlowProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** Flows of a job, up to which it is also run alone and sprayed; the ideal of larger ones knows only their own cables and domains. */
const MOST_IDEAL_FLOWS = 40_000;
/** Events between two reports of progress. */
const EVENTS_PER_YIELD = 8;

export function* simulateFlows(
  netlist: Netlist,
  placement: JobPlacement,
  scenario: Scenario,
  constants: SimConstants,
): Generator<FlowProgress, Result<FlowReport, string>> {
  const main = planCollective(netlist, placement, scenario, constants, { jobId: 'main', name: scenario.name });
  if (!main.ok) return main;
  const notes = [...main.value.notes];
  const plans = [main.value];
  for (const traffic of scenario.traffic) {
    const plan = planTraffic(netlist, placement, scenario, traffic, constants);
    if (plan.ok) {
      plans.push(plan.value);
      notes.push(...plan.value.notes);
    } else notes.push(`Left out: ${plan.error}`);
  }
  const router = new JobRouter(netlist, plans, scenario);
  const capacity = computeWireGBps(netlist, constants.goodputShare).map((gbps) => 1000 * gbps);
  const seedCount = router.isRandom ? scenario.seedCount : 1;
  const idealUs: number[] = [];
  for (const plan of plans) idealUs.push(yield* runAlone(netlist, plan, scenario, capacity, seedCount + 1));
  const runs: FlowRun[] = [];
  for (let seed = 0; seed < seedCount; seed += 1) {
    const label = `Seed ${seed + 1} of ${seedCount}`;
    yield { done: seed, total: seedCount + 1, label };
    runs.push(yield* run(router.route(seed), capacity, false, { done: seed, total: seedCount + 1, label }));
  }
  const times = runs.map(({ roundUs }) => roundUs[0] as number);
  const shown = findMedianRun(times);
  const routed = router.route(shown);
  const shownRun = yield* run(routed, capacity, true, {
    done: seedCount,
    total: seedCount + 1,
    label: 'Loads of links',
  });
  if (!Number.isFinite(shownRun.endUs)) return fail('The flows never end: a link on their way carries nothing.');
  notes.push(...describeRun(routed, shownRun, router.isRandom));
  return ok({
    scenarioId: scenario.id,
    jobs: plans.map((plan, job) =>
      summarise(
        plan,
        idealUs[job] as number,
        runs.map(({ roundUs }) => roundUs[job] as number),
      ),
    ),
    timeline: shownRun.phases.map(({ job, label, startUs, endUs, flowCount }) => ({
      jobId: (plans[job] as FlowPlan).jobId,
      label,
      startUs,
      endUs,
      flowCount,
    })),
    ...measureLinkLoads(netlist, shownRun, routed.jobs, capacity),
    seedCount,
    flowCount: routed.flowCount,
    strandedCount: routed.strandedCount,
    notes,
  });
}

function* run(
  routed: RoutedJobs,
  capacity: Float64Array,
  recordsPeaks: boolean,
  progress: FlowProgress,
): Generator<FlowProgress, FlowRun> {
  const runner = new FlowRunner(routed.jobs, capacity, chooseLimits(routed.flowCount), recordsPeaks);
  for (let events = 1; !runner.step(); events += 1) {
    if (events % EVENTS_PER_YIELD === 0) yield progress;
  }
  return runner.finish();
}

/** Time of a job on the whole fabric for itself, spread over all paths. */
function* runAlone(
  netlist: Netlist,
  plan: FlowPlan,
  scenario: Scenario,
  capacity: Float64Array,
  total: number,
): Generator<FlowProgress, number> {
  if (plan.phases.reduce((sum, { flows }) => sum + flows.count, 0) > MOST_IDEAL_FLOWS) return plan.idealUs;
  const progress = { done: 0, total, label: `${plan.name} alone` };
  yield progress;
  const alone = yield* run(new JobRouter(netlist, [plan], scenario).route(0, 'spray'), capacity, false, progress);
  return alone.roundUs[0] as number;
}

/** The run nearest the median of the first job's times. */
function findMedianRun(times: readonly number[]): number {
  const middle = findPercentile(times, 0.5);
  return times.reduce(
    (best, time, index) => (Math.abs(time - middle) < Math.abs((times[best] as number) - middle) ? index : best),
    0,
  );
}

/** Linear between the two nearest. */
function findPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low === high ? low : low + (at - Math.floor(at)) * (high - low);
}

function summarise(plan: FlowPlan, idealUs: number, times: readonly number[]): FlowJobResult {
  const medianUs = findPercentile(times, 0.5);
  return {
    jobId: plan.jobId,
    name: plan.name,
    medianUs,
    p5Us: findPercentile(times, 0.05),
    p95Us: findPercentile(times, 0.95),
    idealUs,
    busbwGBps: medianUs > 0 ? (plan.busFactor * plan.sizeBytes) / (1000 * medianUs) : 0,
  };
}

function describeRun(
  { flowCount, strandedCount, sampledCount }: RoutedJobs,
  { eventCount }: FlowRun,
  isRandom: boolean,
): string[] {
  const notes = [`Rates are max-min fair at every moment; ${formatCount(eventCount)} events in the run shown.`];
  const { eventShare } = chooseLimits(flowCount);
  if (eventShare > 1e-6) {
    notes.push(
      `Flows that end within ${100 * eventShare} % of the time gone by are taken to end together, with the last of them.`,
    );
  }
  if (!isRandom) notes.push('Packet spraying leaves nothing to chance: one run stands for all seeds.');
  if (sampledCount > 0) {
    notes.push(
      `${formatCount(sampledCount)} sprayed flows take 16 of their paths each, because all would be too many to follow; loads come out less even than spraying makes them, and times up to a third too long.`,
    );
  }
  if (strandedCount > 0)
    notes.push(`${formatCount(strandedCount)} flows found no way and are left out; the collective would hang.`);
  return notes;
}

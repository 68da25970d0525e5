/**
 * Time of the flow model: one phase of a ring all-reduce with ECMP, routed and run to its end under one seed, on rail-optimised
 * fabrics. Budgets on two shared cores, warm: 16k GPUs under 300 ms, 100k under 2 s; ring in order, and in random order.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { createScenario } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist, Scenario } from '#core/netlist/netlist.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { computeWireGBps } from '#core/sim/flow/flow-network.ts';
import { planCollective } from '#core/sim/flow/plan-collective.ts';
import { JobRouter } from '#core/sim/flow/route-jobs.ts';
import { chooseLimits, FlowRunner } from '#core/sim/flow/run-flows.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { median, round } from '../support/time-parts.ts';

const catalog = createCatalog(builtInParts);
const constants = resolveConstants({});
const RUNS = 5;

function measure(netlist: Netlist, scenario: Scenario): Record<string, string | number> {
  const ms = {
    place: [] as number[],
    plan: [] as number[],
    route: [] as number[],
    run: [] as number[],
    cpu: [] as number[],
  };
  let events = 0;
  let flows = 0;
  let busbw = 0;
  globalThis.gc?.();
  const before = process.memoryUsage();
  let held = 0;
  for (let i = 0; i < RUNS; i += 1) {
    const start = performance.now();
    const placement = placeJob(netlist, scenario);
    if (!placement.ok) throw new Error(placement.error);
    const placed = performance.now();
    const cpuFrom = process.cpuUsage();
    const plan = planCollective(netlist, placement.value, scenario, constants, { jobId: 'main', name: scenario.name });
    if (!plan.ok) throw new Error(plan.error);
    const router = new JobRouter(netlist, [plan.value], scenario);
    const planned = performance.now();
    const routed = router.route(i);
    const done = performance.now();
    const capacity = computeWireGBps(netlist, constants.goodputShare).map((gbps) => 1000 * gbps);
    const runner = new FlowRunner(routed.jobs, capacity, chooseLimits(routed.flowCount), false);
    while (!runner.step());
    const run = runner.finish();
    const cpu = process.cpuUsage(cpuFrom);
    ms.cpu.push((cpu.user + cpu.system) / 1000);
    ms.place.push(placed - start);
    ms.plan.push(planned - placed);
    ms.route.push(done - planned);
    ms.run.push(performance.now() - done);
    events = run.eventCount;
    flows = routed.flowCount;
    busbw = (plan.value.busFactor * plan.value.sizeBytes) / (1000 * (run.roundUs[0] ?? 0));
    const now = process.memoryUsage();
    held = Math.max(held, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  const total = ms.plan.map((plan, i) => plan + (ms.route[i] ?? 0) + (ms.run[i] ?? 0));
  return {
    GPUs: netlist.groups.reduce((sum, { role, count }) => sum + (role === 'endpoint' ? 8 * count : 0), 0),
    order: scenario.placement,
    routing: scenario.routing,
    flows,
    events,
    'busbw GB/s': round(busbw),
    'place ms': median(ms.place),
    'plan ms': median(ms.plan),
    'route ms': median(ms.route),
    'run ms': median(ms.run),
    'phase ms': median(total),
    'processor ms': median(ms.cpu),
    'worst ms': round(Math.max(...total)),
    'peak MB': round(held / 1e6),
  };
}

const rows: Record<string, string | number>[] = [];
for (const serverCount of [128, 2048, 12_500]) {
  const { netlist } = elaborate(generateRailFabric(serverCount), catalog);
  for (const placement of ['packed', 'random'] as const) {
    const scenario: Scenario = {
      ...createScenario('bench', 'Ring'),
      sizeBytes: 2 ** 34,
      algorithm: 'ring',
      routing: 'ecmp',
      placement,
    };
    rows.push(measure(netlist, scenario));
  }
}
console.log('Ring all-reduce, one phase, ECMP');
console.table(rows);

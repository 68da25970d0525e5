/**
 * Closed form on rail-optimised fabrics, the netlist given: who takes part, what the fabric does for them, and 32 message sizes times
 * all candidates. Budget on two shared cores, warm: 100k GPUs under 50 ms.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import { createScenario, type Scenario } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { readFabricInputs } from '#core/sim/fabric-inputs.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { SWEEP_SIZES, sweepReading } from '#core/sim/sweep-sizes.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { median, round } from '../support/time-parts.ts';

const catalog = createCatalog(builtInParts);
const RUNS = 9;
const base = createScenario('bench', 'bench');
const layout = { tensor: 8, context: 1, pipeline: 4, expert: 1 };

const questions: readonly (readonly [string, Scenario])[] = [
  ['all-reduce', base],
  ['all-reduce, random', { ...base, placement: 'random' }],
  ['all-to-all, ECMP', { ...base, collective: 'all-to-all', routing: 'ecmp' }],
  ['data groups', { ...base, layout, group: { kind: 'subgroup', axis: 'data' } }],
];

function measure(netlist: Netlist, name: string, scenario: Scenario): Record<string, string | number> {
  const times = { place: [] as number[], inputs: [] as number[], formulas: [] as number[], total: [] as number[] };
  let candidates = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const placed = placeJob(netlist, scenario);
    if (!placed.ok) throw new Error(placed.error);
    const middle = performance.now();
    const constants = resolveConstants(scenario.constants);
    const inputs = readFabricInputs(netlist, placed.value, scenario, constants);
    const late = performance.now();
    const sweep = sweepReading({ placement: placed.value, constants, inputs }, scenario, SWEEP_SIZES);
    if (!sweep.ok) throw new Error(sweep.error);
    const end = performance.now();
    candidates = sweep.value.reduce((sum, estimate) => sum + estimate.candidates.length, 0);
    times.place.push(middle - start);
    times.inputs.push(late - middle);
    times.formulas.push(end - late);
    times.total.push(end - start);
  }
  return {
    GPUs: netlist.groups.reduce(
      (sum, { part, count }) => sum + (part?.kind === 'server' ? (part.gpuCount ?? 0) * count : 0),
      0,
    ),
    question: name,
    sizes: SWEEP_SIZES.length,
    candidates,
    'place ms': median(times.place),
    'inputs and cuts ms': median(times.inputs),
    'formulas ms': median(times.formulas),
    'total ms': median(times.total),
    'first run ms': round(times.total[0] as number),
  };
}

console.table(
  [128, 2048, 12_544].flatMap((serverCount) => {
    const { netlist } = elaborate(generateRailFabric(serverCount), catalog);
    return questions.map(([name, scenario]) => measure(netlist, name, scenario));
  }),
);

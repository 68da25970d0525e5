/**
 * Time and gain of racks onto a floor: the SuperPOD of four units, and rail-optimised fabrics with racks. Budget on two shared
 * cores: 100k GPUs under 5 s.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { generateSuperPodH100 } from '#core/generate/superpod-h100.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import { DEFAULT_ROW_RULE } from '#core/place/row-plan.ts';
import { generateRailFabric } from '../support/rail-fabric.ts';
import { round } from '../support/time-parts.ts';

const catalog = createCatalog(builtInParts);

function measure(name: string, design: Design): Record<string, string | number> {
  const { netlist } = elaborate(design, catalog);
  const start = performance.now();
  const cpuFrom = process.cpuUsage();
  const steps = proposeFloor(netlist, {
    floor: { kind: 'by-rule', rule: DEFAULT_ROW_RULE },
    rowPowerLimitKw: null,
  });
  let longestStepMs = 0;
  let stepStart = start;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    longestStepMs = Math.max(longestStepMs, performance.now() - stepStart);
    stepStart = performance.now();
  }
  const ms = performance.now() - start;
  const cpu = process.cpuUsage(cpuFrom);
  if (!step.value.ok) throw new Error(step.value.error);
  const { rows, stands, totalLengthRowOrderM, totalLengthAfterM, worstLeafServerM, placedRackCount } = step.value.value;
  return {
    design: name,
    racks: netlist.rackCount,
    placed: placedRackCount,
    rows: rows.length,
    stands: stands.length,
    cables: netlist.cableCount,
    'row order m': Math.round(totalLengthRowOrderM),
    'placed m': Math.round(totalLengthAfterM),
    saved: `${round(100 * (1 - totalLengthAfterM / totalLengthRowOrderM))} %`,
    'worst leaf-server m': worstLeafServerM ?? 'none',
    ms: Math.round(ms),
    'cpu ms': Math.round((cpu.user + cpu.system) / 1000),
    'longest step ms': Math.round(longestStepMs),
  };
}

console.table([
  measure('SuperPOD, 4 SU', generateSuperPodH100(4, catalog)),
  ...[128, 2048, 12_500].map((serverCount) => measure(`${serverCount * 8} GPUs`, generateRailFabric(serverCount, 4))),
  measure('100k GPUs, a rack each', generateRailFabric(12_500, 1)),
]);

/** A job placed on a drawn design, and what the closed form is told of it. */
import { Memory } from '#core/base/memory.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { applyFailures } from '#core/netlist/failures.ts';
import type { Netlist, Scenario } from '#core/netlist/netlist.ts';
import type { CollectiveInputs, CutLoad } from '#core/sim/collective-inputs.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import { readFabricInputs } from '#core/sim/fabric-inputs.ts';
import type { JobPlacement } from '#core/sim/job-placement.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { builtInCatalog } from './built-in-catalog.ts';

function elaborateBroken(design: Design, scenario: Scenario): Netlist {
  return applyFailures(elaborate(design, builtInCatalog).netlist, scenario.failures);
}

export function place(design: Design, scenario: Scenario): JobPlacement {
  const placement = placeJob(elaborateBroken(design, scenario), scenario);
  if (!placement.ok) throw new Error(placement.error);
  return placement.value;
}

/** The sentence that refuses the job; '' when there is one. */
export function explainJob(design: Design, scenario: Scenario, memory: Memory = new Memory()): string {
  const { netlist } = elaborate(design, builtInCatalog, memory);
  const placement = placeJob(applyFailures(netlist, scenario.failures), scenario, memory);
  memory.endTurn();
  return placement.ok ? '' : placement.error;
}

export function readInputs(design: Design, scenario: Scenario): CollectiveInputs {
  const netlist = elaborateBroken(design, scenario);
  const placement = placeJob(netlist, scenario);
  if (!placement.ok) throw new Error(placement.error);
  return readFabricInputs(netlist, placement.value, scenario, resolveConstants(scenario.constants));
}

/** The cut with the least room for that traffic. */
export function findWorst(inputs: CollectiveInputs, kind: 'ringAllReduce' | 'tree' | 'allToAll' | 'sendRecv'): CutLoad {
  const [worst] = inputs.cuts
    .filter((cut) => cut[kind] > 0)
    .sort((x, y) => y[kind] / y.capacityGBps - x[kind] / x.capacityGBps);
  if (worst === undefined) throw new Error(`no cut carries ${kind}`);
  return worst;
}

export function estimate(design: Design, scenario: Scenario): CollectiveEstimate {
  const answer = estimateScenario(elaborate(design, builtInCatalog).netlist, scenario);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

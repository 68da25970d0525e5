/** One scenario, one message size: the answer that the metrics bar shows. An edit elsewhere in the drawing leaves it as it is. */
import { Memory } from '../base/memory.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Netlist, Scenario } from '../netlist/netlist.ts';
import { estimateCollective } from './closed-form/estimate-collective.ts';
import type { CollectiveEstimate } from './estimate.ts';
import { listEstimateInputs } from './job-inputs.ts';
import { breakNetlist, readScenario, type ScenarioReading } from './read-scenario.ts';

/** The error is a sentence for the user. */
export function estimateScenario(
  netlist: Netlist,
  scenario: Scenario,
  memory: Memory = new Memory(),
): Result<CollectiveEstimate, string> {
  const broken = breakNetlist(netlist, scenario);
  return memory.recall('estimate', listEstimateInputs(broken, scenario), () => {
    const reading = readScenario(broken, scenario, memory);
    return reading.ok ? estimateAt(reading.value, scenario, scenario.sizeBytes) : reading;
  });
}

export function estimateAt(
  { inputs, constants }: ScenarioReading,
  scenario: Scenario,
  sizeBytes: number,
): Result<CollectiveEstimate, string> {
  if (inputs.rankCount < 2) return fail('Each group of the scenario has one GPU, which has nobody to send to.');
  const { collective, algorithm, protocol } = scenario;
  const estimate = estimateCollective(inputs, { collective, sizeBytes, algorithm, protocol }, constants);
  return estimate.impossible === null ? ok(estimate) : fail(estimate.impossible);
}

/** The steps before any formula: what is broken in the scenario, who takes part, and what the fabric does for them. */
import { Memory } from '../base/memory.ts';
import { ok, type Result } from '../base/result.ts';
import { applyFailures } from '../netlist/failures.ts';
import type { Netlist, Scenario } from '../netlist/netlist.ts';
import type { CollectiveInputs } from './collective-inputs.ts';
import { resolveConstants, type SimConstants } from './constants.ts';
import { readFabricInputs } from './fabric-inputs.ts';
import type { JobPlacement } from './job-placement.ts';
import { placeJob } from './place-job.ts';

export interface ScenarioReading {
  readonly placement: JobPlacement;
  readonly constants: SimConstants;
  readonly inputs: CollectiveInputs;
}

/** The netlist with the scenario's failures in force instead of those of the current one. */
export function breakNetlist(netlist: Netlist, scenario: Scenario): Netlist {
  return scenario.failures === netlist.currentScenario.failures ? netlist : applyFailures(netlist, scenario.failures);
}

/** `netlist`: with the scenario's failures in force. */
export function readScenario(
  netlist: Netlist,
  scenario: Scenario,
  memory: Memory = new Memory(),
): Result<ScenarioReading, string> {
  const placed = placeJob(netlist, scenario, memory);
  if (!placed.ok) return placed;
  const constants = resolveConstants(scenario.constants);
  const inputs = readFabricInputs(netlist, placed.value, scenario, constants, memory);
  return ok({ placement: placed.value, constants, inputs });
}

/** The same scenario at many message sizes: one reading of the fabric, then formulas. */
import { ok, type Result } from '../base/result.ts';
import type { Scenario } from '../netlist/netlist.ts';
import type { CollectiveEstimate } from './estimate.ts';
import { estimateAt } from './estimate-scenario.ts';
import type { ScenarioReading } from './read-scenario.ts';

/** 8 B to 16 GiB, each twice the one before. */
export const SWEEP_SIZES: readonly number[] = Array.from({ length: 32 }, (_, doubling) => 8 * 2 ** doubling);

export function sweepReading(
  reading: ScenarioReading,
  scenario: Scenario,
  sizes: readonly number[],
): Result<CollectiveEstimate[], string> {
  const estimates: CollectiveEstimate[] = [];
  for (const size of sizes) {
    const estimate = estimateAt(reading, scenario, size);
    if (!estimate.ok) return estimate;
    estimates.push(estimate.value);
  }
  return ok(estimates);
}

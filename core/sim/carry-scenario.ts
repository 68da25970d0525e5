/** The question of one drawing put to another: what names things of the first one cannot be asked of the second. */
import type { Scenario } from '../netlist/netlist.ts';

export interface CarriedScenario {
  readonly scenario: Scenario;
  /** What stayed behind, in words that complete 'without its ...'. */
  readonly leftOut: readonly string[];
}

export function carryScenario(scenario: Scenario): CarriedScenario {
  const leftOut: string[] = [];
  if (scenario.fabricId !== null) leftOut.push('choice of fabric');
  if (scenario.group.kind === 'tenant') leftOut.push('choice of servers');
  if (scenario.failures.length > 0) leftOut.push('failures');
  if (scenario.traffic.length > 0) leftOut.push('other traffic');
  return {
    scenario: {
      ...scenario,
      fabricId: null,
      group: scenario.group.kind === 'tenant' ? { kind: 'cluster' } : scenario.group,
      failures: [],
      traffic: [],
    },
    leftOut,
  };
}

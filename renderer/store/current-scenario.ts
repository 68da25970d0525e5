/**
 * The scenario that the window asks about, and edits of it. A design without scenarios is asked the default question; the first
 * edit of that question makes it a scenario of the design.
 */
import type { Design } from '#core/design/design.ts';
import { createScenario, type Scenario } from '#core/design/scenario.ts';

const DEFAULT_SCENARIO: Scenario = createScenario('default', 'All-reduce on all GPUs');

/** The same object as long as the scenario stays the same. */
export function currentScenario(design: Design): Scenario {
  return design.scenarios?.[design.currentScenarioId ?? ''] ?? DEFAULT_SCENARIO;
}

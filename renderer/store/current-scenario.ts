/**
 * The scenario that the window asks about, and edits of it. A design without scenarios is asked the default question; the first
 * edit of that question makes it a scenario of the design.
 */
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { createScenario, DEFAULT_SCENARIO_NAME, type Scenario } from '#core/design/scenario.ts';
import { createId } from '#core/edit/ids.ts';
import { createGestureId, design, dispatch, useDesignStore } from './design-store.ts';

const DEFAULT_SCENARIO: Scenario = createScenario('default', DEFAULT_SCENARIO_NAME);

/** The same object as long as the scenario stays the same. */
export function currentScenario(design: Design): Scenario {
  return design.scenarios?.[design.currentScenarioId ?? ''] ?? DEFAULT_SCENARIO;
}

export function useCurrentScenario(): Scenario {
  return useDesignStore((state) => currentScenario(state.edit.design));
}

export type ScenarioPatch = Partial<Omit<Scenario, 'id'>>;

/** Changes the current scenario; the default question becomes a scenario of its own first. */
export function editCurrentScenario(patch: ScenarioPatch, gestureId?: string): void {
  const { scenarios = {}, currentScenarioId } = design();
  const current = currentScenarioId === undefined ? undefined : findRecord(scenarios, currentScenarioId);
  if (current) dispatch({ name: 'editScenario', args: { id: current.id, patch } }, gestureId);
  else addScenario({ ...DEFAULT_SCENARIO, ...patch }, gestureId);
}

function addScenario(scenario: Scenario, gestureId?: string): void {
  const id = createId('scenario', design().scenarios ?? {});
  dispatch({ name: 'addScenario', args: { scenario: { ...scenario, id } } }, gestureId);
}

/** A new scenario with the default question; it becomes the current one. */
export function addDefaultScenario(): void {
  addScenario(DEFAULT_SCENARIO);
}

export function duplicateCurrentScenario(): void {
  addScenario(currentScenario(design()));
}

/** Its neighbour in the list becomes the current one. */
export function removeCurrentScenario(): void {
  const { scenarios = {}, currentScenarioId } = design();
  if (currentScenarioId === undefined) return;
  const ids = Object.keys(scenarios);
  const at = ids.indexOf(currentScenarioId);
  const neighbour = ids[at + 1] ?? ids[at - 1];
  const gestureId = createGestureId();
  const refused = dispatch({ name: 'removeScenario', args: { id: currentScenarioId } }, gestureId);
  if (refused.length > 0 || neighbour === undefined) return;
  dispatch({ name: 'setCurrentScenario', args: { id: neighbour } }, gestureId);
}

export function chooseScenario(id: string): void {
  dispatch({ name: 'setCurrentScenario', args: { id } });
}

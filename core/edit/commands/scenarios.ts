/** Adds, edits, removes and chooses scenarios: questions put to the drawn fabric. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { findScenarioFault } from '../../design/check-scenarios.ts';
import type { Design } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { scenarioSchema } from '../../design/scenario.ts';
import { type CommandEntry, refuse, refuseTaken } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName } from '../names.ts';

export const addScenario: CommandEntry<'addScenario'> = {
  describe: ({ scenario }) => `add the scenario ${scenario.name}`,
  run(draft, { scenario }) {
    const { id } = scenario;
    if (!isSafeId(id) || findRecord(draft.scenarios ?? {}, id)) return refuseTaken('scenario', id);
    const name = makeUniqueName(scenario.name, listNames(draft.scenarios ?? {}));
    draft.scenarios = { ...draft.scenarios, [id]: { ...scenario, name } };
    draft.currentScenarioId = id;
    return checkScenario(draft, id);
  },
};

export const editScenario: CommandEntry<'editScenario'> = {
  describe({ id, patch }, design) {
    const name = nameScenario(design, id);
    return patch.name === undefined ? `edit the scenario ${name}` : `rename the scenario ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const scenarios = draft.scenarios ?? {};
    const scenario = findRecord(scenarios, id);
    if (!scenario) return refuseUnknownScenario(id);
    if (patch.name !== undefined && isNameTaken(scenarios, id, patch.name)) {
      return refuse('name-taken', `There is already a scenario named ${patch.name}.`);
    }
    Object.assign(scenario, patch);
    return checkScenario(draft, id);
  },
};

export const removeScenario: CommandEntry<'removeScenario'> = {
  describe: ({ id }, design) => `remove the scenario ${nameScenario(design, id)}`,
  run(draft, { id }) {
    if (!draft.scenarios || !findRecord(draft.scenarios, id)) return refuseUnknownScenario(id);
    delete draft.scenarios[id];
    if (draft.currentScenarioId === id) delete draft.currentScenarioId;
    // A design without scenarios says nothing about them, so that it is saved as it was before.
    if (Object.keys(draft.scenarios).length === 0) delete draft.scenarios;
    return [];
  },
};

export const setCurrentScenario: CommandEntry<'setCurrentScenario'> = {
  describe: ({ id }, design) =>
    id === null ? 'choose no scenario' : `choose the scenario ${nameScenario(design, id)}`,
  run(draft, { id }) {
    if (id === null) {
      delete draft.currentScenarioId;
      return [];
    }
    if (!findRecord(draft.scenarios ?? {}, id)) return refuseUnknownScenario(id);
    draft.currentScenarioId = id;
    return [];
  },
};

export function refuseUnknownScenario(id: string): Diagnostic[] {
  return refuse('unknown', `There is no scenario ${id} in the design.`);
}

export function nameScenario(design: Design, id: string): string {
  return findRecord(design.scenarios ?? {}, id)?.name ?? id;
}

function checkScenario(design: Design, id: string): Diagnostic[] {
  const scenario = findRecord(design.scenarios ?? {}, id);
  // What is not whole is refused after the run, by the schema.
  if (!scenario || !scenarioSchema.safeParse(scenario).success) return [];
  const fault = findScenarioFault(design, scenario);
  return fault ? refuse('reference', `${fault.path} of the scenario ${scenario.name} is wrong: ${fault.message}.`) : [];
}

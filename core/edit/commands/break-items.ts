/** Breaks and repairs what is drawn, in a scenario: the drawing and what is bought stay as they are. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { findFailureFault } from '../../design/check-scenarios.ts';
import type { Design } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { createScenario, DEFAULT_SCENARIO_NAME, type Failure, failureSchema } from '../../design/scenario.ts';
import { type CommandEntry, refuse, refuseTaken } from '../command-entry.ts';
import { addFailure, countTarget, getRun, getTarget, subtractFailure } from '../failures.ts';
import { listNames, makeUniqueName, nameLink, nameObject } from '../names.ts';
import { nameScenario, refuseUnknownScenario } from './scenarios.ts';

export const breakItems: CommandEntry<'breakItems'> = {
  describe: ({ failures }, design) => `break ${nameFailures(design, failures)}`,
  run(draft, { failures, scenarioId }) {
    const refusal = checkFailures(draft, failures);
    if (refusal.length > 0) return refusal;
    if (failures.length === 0) return [];
    if (!isSafeId(scenarioId)) return refuseTaken('scenario', scenarioId);
    const scenarios = draft.scenarios ?? {};
    const known = findRecord(scenarios, scenarioId);
    const scenario = known ?? createScenario(scenarioId, makeUniqueName(DEFAULT_SCENARIO_NAME, listNames(scenarios)));
    let broken: Failure[] = scenario.failures;
    for (const failure of failures) broken = addFailure(broken, failure);
    scenario.failures = broken;
    if (known) return [];
    draft.scenarios = { ...scenarios, [scenarioId]: scenario };
    draft.currentScenarioId = scenarioId;
    return [];
  },
};

export const repairItems: CommandEntry<'repairItems'> = {
  describe: ({ failures, scenarioId }, design) =>
    failures === 'all'
      ? `repair everything in ${nameScenario(design, scenarioId)}`
      : `repair ${nameFailures(design, failures)}`,
  run(draft, { failures, scenarioId }) {
    const scenario = findRecord(draft.scenarios ?? {}, scenarioId);
    if (!scenario) return refuseUnknownScenario(scenarioId);
    if (failures === 'all') {
      scenario.failures = [];
      return [];
    }
    const refusal = checkFailures(draft, failures);
    if (refusal.length > 0) return refusal;
    let broken: Failure[] = scenario.failures;
    for (const failure of failures) {
      if (failure.kind === 'link' && failure.connections && isWhollyBroken(broken, failure.linkId)) {
        return refuse(
          'whole-link',
          'All connections of this link are broken together: repair the link, then break those that stay broken.',
          { kind: 'link', id: failure.linkId },
        );
      }
      broken = subtractFailure(broken, failure, countTarget(draft, failure));
    }
    scenario.failures = broken;
    return [];
  },
};

function isWhollyBroken(failures: readonly Failure[], linkId: string): boolean {
  return failures.some((other) => other.kind === 'link' && other.linkId === linkId && other.connections === undefined);
}

function checkFailures(design: Design, failures: readonly Failure[]): Diagnostic[] {
  for (const failure of failures) {
    if (!failureSchema.safeParse(failure).success) {
      return refuse('invalid', 'A run of broken members, connections or racks starts at 0 and holds at least one.');
    }
    const fault = findFailureFault(design, failure, '');
    if (fault) return refuse('reference', `Nothing to break or repair here: ${fault.message}.`);
  }
  return [];
}

const nouns = { device: 'member', link: 'connection', rack: 'rack' } as const;

function nameFailures(design: Design, failures: readonly Failure[]): string {
  const [first] = failures;
  return failures.length === 1 && first ? nameFailure(design, first) : `${failures.length} items`;
}

/** `leaf`, `member 1 of leaf`, `connections 1 to 4 of the link leaf to spine`. */
function nameFailure(design: Design, failure: Failure): string {
  const name = nameTarget(design, failure);
  const run = getRun(failure);
  if (run === undefined || countTarget(design, failure) === 1) return name;
  const noun = nouns[failure.kind];
  const which = run.count === 1 ? `${noun} ${run.first + 1}` : `${noun}s ${run.first + 1} to ${run.first + run.count}`;
  return `${which} of ${name}`;
}

function nameTarget(design: Design, failure: Failure): string {
  if (failure.kind !== 'link') return nameObject(design, failure.kind, getTarget(failure));
  const link = findRecord(design.links, failure.linkId);
  return `the link ${link ? nameLink(design, link) : failure.linkId}`;
}

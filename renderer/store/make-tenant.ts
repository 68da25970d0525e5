/** A tenant out of what is selected: a scenario about those servers, as the Simulate view makes one by hand. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { joinRuns, type Run, subtractRuns } from '#core/base/runs.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import { replaceUnits } from '#core/design/unit-contents.ts';
import { createId } from '#core/edit/ids.ts';
import { createNamer } from '#core/edit/names.ts';
import { currentScenario } from './current-scenario.ts';
import { catalog, design, dispatch } from './design-store.ts';
import { listGpuDevices } from './gpu-devices.ts';
import { setOverlay, viewStore } from './view-store.ts';

interface DeviceRun {
  readonly deviceId: string;
  readonly members: Run;
}

/** Servers with GPUs among what is selected, in racks and units too; those of a tenant already stay with it. */
function listFreeRuns(owner: Design, selection: readonly ObjectRef[]): DeviceRun[] {
  const chosen = listChosenRuns(owner, selection);
  if (chosen.size === 0) return [];
  const taken = listTakenRuns(owner);
  return listGpuDevices(owner, catalog()).flatMap(({ id }) =>
    joinRuns(chosen.get(id) ?? []).flatMap((run) =>
      subtractRuns(run, taken.get(id) ?? []).map((members) => ({ deviceId: id, members })),
    ),
  );
}

function listChosenRuns(owner: Design, selection: readonly ObjectRef[]): Map<string, Run[]> {
  const found = new Map<string, Run[]>();
  const add = (id: string, run: Run): void => void found.set(id, [...(found.get(id) ?? []), run]);
  for (const { kind, id, member } of replaceUnits(owner, selection)) {
    if (kind === 'device') {
      add(id, member === undefined ? { first: 0, count: owner.devices[id]?.count ?? 0 } : { first: member, count: 1 });
    } else if (kind === 'rack' && member === undefined) {
      for (const { deviceId, rackId, firstMember, memberCount } of Object.values(owner.placements)) {
        if (rackId === id) add(deviceId, { first: firstMember, count: memberCount });
      }
    }
  }
  return found;
}

function listTakenRuns({ scenarios = {} }: Design): Map<string, Run[]> {
  const taken = new Map<string, Run[]>();
  for (const { group } of Object.values(scenarios)) {
    if (group.kind !== 'tenant') continue;
    for (const { deviceId, members } of group.runs) taken.set(deviceId, [...(taken.get(deviceId) ?? []), members]);
  }
  return taken;
}

let lastAsked: { owner: Design; selection: readonly ObjectRef[]; answer: boolean } | null = null;

/** Asked at every change of the window. */
export function canMakeTenant(): boolean {
  const { screen, selection } = viewStore.getState();
  if (screen !== 'studio' || selection.length === 0) return false;
  const owner = design();
  if (lastAsked?.owner !== owner || lastAsked.selection !== selection) {
    lastAsked = { owner, selection, answer: listFreeRuns(owner, selection).length > 0 };
  }
  return lastAsked.answer;
}

/** `Tenant 1`, or the next number that no scenario and no tenant has: one name is one tenant. */
export function createTenantName(owner: Design): string {
  const scenarios = Object.values(owner.scenarios ?? {});
  const taken = scenarios.flatMap(({ name, group }) => (group.kind === 'tenant' ? [name, group.name] : [name]));
  return createNamer(taken)('Tenant 1');
}

/** One undo step. What is broken stays so under the new scenario. */
export function makeTenant(): void {
  const owner = design();
  const runs = listFreeRuns(owner, viewStore.getState().selection);
  if (runs.length === 0) return;
  const name = createTenantName(owner);
  const { failures } = currentScenario(owner);
  const asked = createScenario(createId('scenario', owner.scenarios ?? {}), name);
  const scenario = { ...asked, group: { kind: 'tenant' as const, name, runs }, failures };
  if (dispatch({ name: 'addScenario', args: { scenario } }).length === 0) setOverlay('tenant');
}

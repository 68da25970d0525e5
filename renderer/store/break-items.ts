/**
 * Breaking and repairing in the current scenario. A design that has none gets the default question as its first; each is one
 * undo step.
 */
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import type { Failure } from '#core/design/scenario.ts';
import { createId } from '#core/edit/ids.ts';
import { currentScenario } from './current-scenario.ts';
import { design, dispatch } from './design-store.ts';
import { reportStore } from './report-store.ts';

export type Breakable = 'device' | 'link' | 'rack';

/** What can break: `id` of a device, link or rack. */
export interface Target {
  readonly kind: Breakable;
  readonly id: string;
}

/** Members, connections or racks, numbered from 0. */
export interface BrokenRun {
  readonly first: number;
  readonly count: number;
}

export function isBreakable(ref: { readonly kind: string; readonly id: string }): ref is Target {
  return ref.kind === 'device' || ref.kind === 'link' || ref.kind === 'rack';
}

/** Without a run: all of it. */
export function createFailure({ kind, id }: Target, run?: BrokenRun): Failure {
  if (kind === 'device') return run ? { kind, deviceId: id, members: run } : { kind, deviceId: id };
  if (kind === 'link') return run ? { kind, linkId: id, connections: run } : { kind, linkId: id };
  return run ? { kind, rackId: id, racks: run } : { kind, rackId: id };
}

/** The broken runs of a target in order; 'all' = the whole of it is broken. */
export function listBrokenRuns(owner: Design, target: Target): readonly BrokenRun[] | 'all' {
  const runs: BrokenRun[] = [];
  for (const failure of currentScenario(owner).failures) {
    if (failure.kind !== target.kind || idOf(failure) !== target.id) continue;
    const run = runOf(failure);
    if (run === undefined) return 'all';
    runs.push(run);
  }
  return runs.toSorted((a, b) => a.first - b.first);
}

function idOf(failure: Failure): string {
  return failure.kind === 'device' ? failure.deviceId : failure.kind === 'link' ? failure.linkId : failure.rackId;
}

function runOf(failure: Failure): BrokenRun | undefined {
  return failure.kind === 'device' ? failure.members : failure.kind === 'link' ? failure.connections : failure.racks;
}

/** Whether all of the run is broken on its own; what is in a broken rack is not asked. */
export function isRunBroken(owner: Design, target: Target, { first, count }: BrokenRun): boolean {
  const runs = listBrokenRuns(owner, target);
  return runs === 'all' || runs.some((run) => run.first <= first && run.first + run.count >= first + count);
}

/** The lowest number that is not broken yet; null = none below `total`. */
export function findNextWhole(owner: Design, target: Target, total: number): number | null {
  const runs = listBrokenRuns(owner, target);
  if (runs === 'all') return null;
  let next = 0;
  for (const { first, count } of runs) if (first <= next) next = Math.max(next, first + count);
  return next < total ? next : null;
}

/** Members, connections or racks; a link has as many connections as the report counts. */
export function countParts({ kind, id }: Target): number {
  if (kind === 'device') return design().devices[id]?.count ?? 0;
  if (kind === 'rack') return design().racks[id]?.count ?? 0;
  return reportStore.getState().report?.links.find(({ linkId }) => linkId === id)?.connectionCount ?? 1;
}

export function breakItems(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  const { scenarios = {}, currentScenarioId } = design();
  const known = currentScenarioId === undefined ? undefined : findRecord(scenarios, currentScenarioId);
  dispatch({ name: 'breakItems', args: { failures, scenarioId: known?.id ?? createId('scenario', scenarios) } });
}

/** The lowest member, connection or rack that still works. */
export function breakOne(target: Target): void {
  const first = findNextWhole(design(), target, countParts(target));
  if (first !== null) breakItems([createFailure(target, { first, count: 1 })]);
}

/** Nothing happens where nothing is broken. */
export function repairItems(failures: readonly Failure[] | 'all'): void {
  const { id, failures: broken } = currentScenario(design());
  if (broken.length > 0) dispatch({ name: 'repairItems', args: { failures, scenarioId: id } });
}

/** How many of each are broken. A link broken whole counts as one link. */
export function countBroken(owner: Design): Readonly<Record<Breakable | 'connection', number>> {
  const counts = { device: 0, link: 0, connection: 0, rack: 0 };
  for (const failure of currentScenario(owner).failures) {
    const count = runOf(failure)?.count;
    if (failure.kind === 'link') counts[count === undefined ? 'link' : 'connection'] += count ?? 1;
    else if (failure.kind === 'device') counts.device += count ?? owner.devices[failure.deviceId]?.count ?? 0;
    else counts.rack += count ?? owner.racks[failure.rackId]?.count ?? 0;
  }
  return counts;
}

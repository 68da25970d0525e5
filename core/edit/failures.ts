/** What is broken, as a list without overlaps: one entry for a whole object, or its broken runs apart and in order. */
import { joinRuns, type Run, subtractRuns } from '../base/runs.ts';
import type { Design } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import type { Failure } from '../design/scenario.ts';

export function getTarget(failure: Failure): string {
  return failure.kind === 'device' ? failure.deviceId : failure.kind === 'link' ? failure.linkId : failure.rackId;
}

/** undefined = all of it. */
export function getRun(failure: Failure): Run | undefined {
  return failure.kind === 'device' ? failure.members : failure.kind === 'link' ? failure.connections : failure.racks;
}

function isSameTarget(a: Failure, b: Failure): boolean {
  return a.kind === b.kind && getTarget(a) === getTarget(b);
}

/** The failure of another run of the same object. */
export function withRun(failure: Failure, run: Run | undefined): Failure {
  if (failure.kind === 'device') {
    const { deviceId } = failure;
    return run ? { kind: 'device', deviceId, members: { ...run } } : { kind: 'device', deviceId };
  }
  if (failure.kind === 'link') {
    const { linkId } = failure;
    return run ? { kind: 'link', linkId, connections: { ...run } } : { kind: 'link', linkId };
  }
  const { rackId } = failure;
  return run ? { kind: 'rack', rackId, racks: { ...run } } : { kind: 'rack', rackId };
}

/** Adds a failure; runs that touch become one, and a whole object swallows its runs. What is broken already changes nothing. */
export function addFailure(list: readonly Failure[], failure: Failure): Failure[] {
  const runs: Run[] = [];
  let isWhole = false;
  for (const own of [...list.filter((other) => isSameTarget(other, failure)), failure]) {
    const run = getRun(own);
    if (run) runs.push(run);
    else isWhole = true;
  }
  const joined = isWhole ? [withRun(failure, undefined)] : joinRuns(runs).map((run) => withRun(failure, run));
  const place = list.findIndex((other) => isSameTarget(other, failure));
  if (place < 0) return [...list, ...joined];
  return list.flatMap((other, index) => (index === place ? joined : isSameTarget(other, failure) ? [] : [other]));
}

/** Takes a failure out; `count` = members, racks or connections of the object, null = not known, so that nothing can be left of a whole. */
export function subtractFailure(list: readonly Failure[], failure: Failure, count: number | null): Failure[] {
  const gone = getRun(failure);
  return list.flatMap((other) => {
    if (!isSameTarget(other, failure)) return [other];
    if (gone === undefined) return [];
    const run = getRun(other) ?? (count === null ? undefined : { first: 0, count });
    if (run === undefined) return [other];
    return subtractRuns(run, [gone]).map((part) => withRun(other, part));
  });
}

/** Members or racks of what the failure names; null = a link, whose connections only the netlist knows, or nothing. */
export function countTarget(design: Design, failure: Failure): number | null {
  if (failure.kind === 'link') return null;
  const table: Readonly<Record<string, { count: number }>> = failure.kind === 'device' ? design.devices : design.racks;
  return findRecord(table, getTarget(failure))?.count ?? null;
}

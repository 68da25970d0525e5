/** Keeps scenarios in step when devices, links, racks or fabrics go or get fewer members: what is gone cannot break or take part. */
import type { Run } from '../base/runs.ts';
import type { Design } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import type { Failure, Scenario } from '../design/scenario.ts';
import { countTarget, getRun, getTarget, withRun } from './failures.ts';

type DeviceRun = Scenario['traffic'][number]['runs'][number];

/** Leaves alone what still holds, so that history keeps nothing of it. */
export function refitScenarios(draft: Design): void {
  for (const scenario of Object.values(draft.scenarios ?? {})) {
    if (scenario.fabricId !== null && !findRecord(draft.fabrics, scenario.fabricId)) scenario.fabricId = null;
    const failures = scenario.failures.flatMap((failure) => refitFailure(draft, failure));
    if (isChanged(scenario.failures, failures)) scenario.failures = failures;
    refitTenant(draft, scenario);
    refitTraffic(draft, scenario);
  }
}

/** A tenant that has lost all it ran on leaves the question to the whole cluster. */
function refitTenant(draft: Design, scenario: Scenario): void {
  if (scenario.group.kind !== 'tenant') return;
  const runs = refitRuns(draft, scenario.group.runs);
  if (!isChanged(scenario.group.runs, runs)) return;
  if (runs.length === 0) scenario.group = { kind: 'cluster' };
  else scenario.group.runs = runs;
}

/** A job that has lost all it ran on goes. */
function refitTraffic(draft: Design, scenario: Scenario): void {
  const traffic = scenario.traffic.flatMap((job) => {
    const runs = refitRuns(draft, job.runs);
    if (!isChanged(job.runs, runs)) return [job];
    return runs.length === 0 ? [] : [{ ...job, runs }];
  });
  if (isChanged(scenario.traffic, traffic)) scenario.traffic = traffic;
}

function refitFailure(design: Design, failure: Failure): Failure[] {
  if (failure.kind === 'link') return findRecord(design.links, failure.linkId) ? [failure] : [];
  const table: Readonly<Record<string, unknown>> = failure.kind === 'device' ? design.devices : design.racks;
  if (findRecord(table, getTarget(failure)) === undefined) return [];
  const run = getRun(failure);
  if (run === undefined) return [failure];
  const cut = cutRun(run, countTarget(design, failure) ?? 0);
  return cut === run ? [failure] : cut === null ? [] : [withRun(failure, cut)];
}

function refitRuns(design: Design, runs: readonly DeviceRun[]): DeviceRun[] {
  return runs.flatMap((run) => {
    const device = findRecord(design.devices, run.deviceId);
    const members = device ? cutRun(run.members, device.count) : null;
    if (members === null) return [];
    return members === run.members ? [run] : [{ deviceId: run.deviceId, members }];
  });
}

/** The same run when it fits; null when it lies wholly beyond. */
function cutRun<R extends Run>(run: R, count: number): R | Run | null {
  if (run.first + run.count <= count) return run;
  return run.first >= count ? null : { first: run.first, count: count - run.first };
}

function isChanged<T>(before: readonly T[], after: readonly T[]): boolean {
  return before.length !== after.length || before.some((item, index) => item !== after[index]);
}

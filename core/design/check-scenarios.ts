/** What a scenario says must be about what is drawn: its devices, links, racks and fabric are there, its runs lie within them. */
import type { Design } from './design.ts';
import { findRecord } from './records.ts';
import type { Failure, Scenario } from './scenario.ts';

export interface ScenarioFault {
  /** Dotted, from the scenario on, e.g. `failures.0.deviceId`. */
  readonly path: string;
  readonly message: string;
}

type Run = { readonly first: number; readonly count: number };
type DeviceRun = { readonly deviceId: string; readonly members: Run };

/** The first fault, or null. */
export function findScenarioFault(design: Design, scenario: Scenario): ScenarioFault | null {
  if (scenario.fabricId !== null && !findRecord(design.fabrics, scenario.fabricId)) {
    return { path: 'fabricId', message: `there is no fabric ${scenario.fabricId}` };
  }
  for (const [index, failure] of scenario.failures.entries()) {
    const fault = findFailureFault(design, failure, `failures.${index}`);
    if (fault) return fault;
  }
  if (scenario.group.kind === 'tenant') {
    const fault = findRunsFault(design, scenario.group.runs, 'group.runs');
    if (fault) return fault;
  }
  for (const [index, traffic] of scenario.traffic.entries()) {
    const fault = findRunsFault(design, traffic.runs, `traffic.${index}.runs`);
    if (fault) return fault;
  }
  return null;
}

/** How many connections a link has is known only to the netlist, so that their runs may reach beyond. */
export function findFailureFault(design: Design, failure: Failure, path: string): ScenarioFault | null {
  if (failure.kind === 'link') {
    if (findRecord(design.links, failure.linkId)) return null;
    return { path: `${path}.linkId`, message: `there is no link ${failure.linkId}` };
  }
  if (failure.kind === 'device') {
    const device = findRecord(design.devices, failure.deviceId);
    if (!device) return { path: `${path}.deviceId`, message: `there is no device ${failure.deviceId}` };
    return findRunFault(failure.members, device, 'member', `${path}.members`);
  }
  const rack = findRecord(design.racks, failure.rackId);
  if (!rack) return { path: `${path}.rackId`, message: `there is no rack ${failure.rackId}` };
  return findRunFault(failure.racks, rack, 'rack', `${path}.racks`);
}

function findRunsFault(design: Design, runs: readonly DeviceRun[], path: string): ScenarioFault | null {
  for (const [index, { deviceId, members }] of runs.entries()) {
    const device = findRecord(design.devices, deviceId);
    if (!device) return { path: `${path}.${index}.deviceId`, message: `there is no device ${deviceId}` };
    const fault = findRunFault(members, device, 'member', `${path}.${index}.members`);
    if (fault) return fault;
  }
  return null;
}

function findRunFault(
  run: Run | undefined,
  { name, count }: { readonly name: string; readonly count: number },
  noun: string,
  path: string,
): ScenarioFault | null {
  const end = run === undefined ? 0 : run.first + run.count;
  return end <= count ? null : { path, message: `it names ${noun} ${end} of ${name}, which has ${count}` };
}

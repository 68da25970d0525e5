/**
 * What must hold between the records of a design and cannot be said by the schema: every id points at a record
 * that is there, and every range lies within its group. Parts are not looked up: a part that is missing from the
 * catalog is a finding about the drawing, not a broken file.
 */
import { findPhysicalFault } from './check-physical.ts';
import { findScenarioFault } from './check-scenarios.ts';
import { findUnitFault } from './check-units.ts';
import type { Design, Device, Link, LinkEnd, Placement, Rack } from './design.ts';
import { getMemberRun } from './member-run.ts';
import { findRecord, isSafeId } from './records.ts';
import type { SavedView } from './saved-view.ts';

export interface BrokenReference {
  /** Dotted, e.g. `links.link-1.a.deviceId`. */
  readonly path: string;
  readonly message: string;
}

const tables = [
  'parts',
  'fabrics',
  'devices',
  'racks',
  'placements',
  'links',
  'scenarios',
  'rooms',
  'rows',
  'stands',
  'feeds',
  'coolingZones',
  'cduGroups',
  'units',
  'views',
] as const;

/** The first broken reference, or null. Linear in the size of the design. */
export function findBrokenReference(design: Design): BrokenReference | null {
  return (
    findWrongKey(design) ??
    findFirst(design, 'placements', (placement) => findPlacementFault(design, placement)) ??
    findFirst(design, 'links', (link) => findLinkFault(design, link)) ??
    findFirst(design, 'scenarios', (scenario) => findScenarioFault(design, scenario)) ??
    findCurrentFault(design) ??
    findFirst(design, 'views', (view) => findViewFault(design, view)) ??
    findPhysicalFault(design) ??
    findUnitFault(design)
  );
}

type TableName = (typeof tables)[number];
type RecordOf<Name extends TableName> = NonNullable<Design[Name]>[string];

/** `find` tells the place in the record; '' = the record itself. */
function findFirst<Name extends TableName>(
  design: Design,
  name: Name,
  find: (record: RecordOf<Name>) => BrokenReference | null,
): BrokenReference | null {
  for (const record of Object.values(design[name] ?? {}) as RecordOf<Name>[]) {
    const fault = find(record);
    if (!fault) continue;
    const path = [name, record.id, fault.path].filter((part) => part !== '').join('.');
    return { ...fault, path };
  }
  return null;
}

function findWrongKey(design: Design): BrokenReference | null {
  for (const table of tables) {
    for (const [key, record] of Object.entries(design[table] ?? {})) {
      if (!isSafeId(key)) return { path: `${table}.${key}`, message: `the id ${key} is a reserved word` };
      if (record.id === key) continue;
      return { path: `${table}.${key}.id`, message: `the record stands under ${key} but its id is ${record.id}` };
    }
  }
  return null;
}

function findCurrentFault({ scenarios, currentScenarioId }: Design): BrokenReference | null {
  if (currentScenarioId === undefined || findRecord(scenarios ?? {}, currentScenarioId)) return null;
  return { path: 'currentScenarioId', message: `there is no scenario ${currentScenarioId}` };
}

function findViewFault({ fabrics }: Design, { fabricIds }: SavedView): BrokenReference | null {
  const missing = fabricIds?.find((fabricId) => !findRecord(fabrics, fabricId));
  return missing === undefined ? null : { path: 'fabricIds', message: `there is no fabric ${missing}` };
}

function findPlacementFault(design: Design, placement: Placement): BrokenReference | null {
  const device = findRecord(design.devices, placement.deviceId);
  if (!device) return { path: 'deviceId', message: `there is no device ${placement.deviceId}` };
  const rack = findRecord(design.racks, placement.rackId);
  if (!rack) return { path: 'rackId', message: `there is no rack ${placement.rackId}` };
  return findRangeFault(placement, device, rack);
}

function findRangeFault(placement: Placement, device: Device, rack: Rack): BrokenReference | null {
  const memberEnd = placement.firstMember + placement.memberCount;
  if (memberEnd > device.count) {
    return { path: '', message: `it places member ${memberEnd} of ${device.name}, which has ${device.count}` };
  }
  const rackEnd = placement.firstRack + Math.ceil(placement.memberCount / placement.perRack);
  if (rackEnd > rack.count)
    return { path: '', message: `it uses rack ${rackEnd} of ${rack.name}, which has ${rack.count}` };
  return null;
}

function findLinkFault(design: Design, link: Link): BrokenReference | null {
  if (!findRecord(design.fabrics, link.fabricId)) {
    return { path: 'fabricId', message: `there is no fabric ${link.fabricId}` };
  }
  const a = findRecord(design.devices, link.a.deviceId);
  if (!a) return { path: 'a.deviceId', message: `there is no device ${link.a.deviceId}` };
  const b = findRecord(design.devices, link.b.deviceId);
  if (!b) return { path: 'b.deviceId', message: `there is no device ${link.b.deviceId}` };
  return findRunFault('a', link.a, a) ?? findRunFault('b', link.b, b) ?? findPairFault(link, a, b);
}

function findRunFault(side: 'a' | 'b', end: LinkEnd, device: Device): BrokenReference | null {
  const { first, count } = getMemberRun(end, device);
  if (first + count <= device.count) return null;
  const message = `it names member ${first + count} of ${device.name}, which has ${device.count}`;
  return { path: `${side}.members`, message };
}

/** Pairs number the members of each end's run. */
function findPairFault(link: Link, a: Device, b: Device): BrokenReference | null {
  const countA = getMemberRun(link.a, a).count;
  const countB = getMemberRun(link.b, b).count;
  const pairIndex = link.pairs.findIndex(([memberA, memberB]) => memberA >= countA || memberB >= countB);
  const pair = link.pairs[pairIndex];
  if (!pair) return null;
  const [name, member, count] = pair[0] >= countA ? [a.name, pair[0], countA] : [b.name, pair[1], countB];
  return {
    path: `pairs.${pairIndex}`,
    message: `it names member ${member + 1} of ${name}, which has ${count}`,
  };
}

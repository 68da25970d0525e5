/** Cooling zones of rows, and groups of coolant distribution units. */
import { formatCount } from '../../base/format-count.ts';
import { findPart } from '../../catalog/catalog.ts';
import type { Design } from '../../design/design.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';
import { isFreeId, putRecord, readTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';

export const addCoolingZone: CommandEntry<'addCoolingZone'> = {
  describe: ({ zone }) => `add the cooling zone ${zone.name}`,
  run(draft, { zone }) {
    if (!isFreeId(draft, 'coolingZones', zone.id)) return refuseTaken('cooling zone', zone.id);
    const missing = findMissingRow(draft, zone.rowIds);
    if (missing !== undefined) return refuseUnknown('row', missing);
    const name = makeUniqueName(zone.name, listNames(readTable(draft, 'coolingZones')));
    takeRows(draft, zone.id, zone.rowIds);
    putRecord(draft, 'coolingZones', { ...normaliseNumbers(zone), name });
    return [];
  },
};

export const editCoolingZone: CommandEntry<'editCoolingZone'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'zone', id);
    return patch.name === undefined
      ? `edit the cooling zone ${name}`
      : `rename the cooling zone ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const zone = findRecord(draft.coolingZones ?? {}, id);
    if (!zone) return refuseUnknown('zone', id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'coolingZones'), id, patch.name)) {
      return refuse('name-taken', `There is already a cooling zone named ${patch.name}.`, { kind: 'zone', id });
    }
    const missing = findMissingRow(draft, patch.rowIds ?? []);
    if (missing !== undefined) return refuseUnknown('row', missing);
    if (patch.rowIds) takeRows(draft, id, patch.rowIds);
    Object.assign(zone, normaliseNumbers(patch));
    return [];
  },
};

export const addCduGroup: CommandEntry<'addCduGroup'> = {
  describe: ({ cduGroup }) => `add the coolant units ${cduGroup.name}`,
  run(draft, { cduGroup }, { catalog }) {
    if (!isFreeId(draft, 'cduGroups', cduGroup.id)) return refuseTaken('coolant unit', cduGroup.id);
    if (!findPart(catalog, cduGroup.partId, 'cooling')) return refusePart(cduGroup.partId);
    const missing = findMissingRow(draft, cduGroup.rowIds);
    if (missing !== undefined) return refuseUnknown('row', missing);
    if (!findRecord(readTable(draft, 'rooms'), cduGroup.roomId)) return refuseUnknown('room', cduGroup.roomId);
    const name = makeUniqueName(cduGroup.name, listNames(readTable(draft, 'cduGroups')));
    putRecord(draft, 'cduGroups', { ...normaliseNumbers(cduGroup), name });
    return checkStandby(draft, cduGroup.id);
  },
};

export const editCduGroup: CommandEntry<'editCduGroup'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'cdu', id);
    return patch.name === undefined
      ? `edit the coolant units ${name}`
      : `rename the coolant units ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }, { catalog }) {
    const group = findRecord(draft.cduGroups ?? {}, id);
    if (!group) return refuseUnknown('cdu', id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'cduGroups'), id, patch.name)) {
      return refuse('name-taken', `There are already coolant units named ${patch.name}.`, { kind: 'cdu', id });
    }
    if (patch.partId !== undefined && patch.partId !== group.partId && !findPart(catalog, patch.partId, 'cooling')) {
      return refusePart(patch.partId);
    }
    const missing = findMissingRow(draft, patch.rowIds ?? []);
    if (missing !== undefined) return refuseUnknown('row', missing);
    if (patch.roomId !== undefined && !findRecord(readTable(draft, 'rooms'), patch.roomId)) {
      return refuseUnknown('room', patch.roomId);
    }
    Object.assign(group, normaliseNumbers(patch));
    return checkStandby(draft, id);
  },
};

function refusePart(partId: string) {
  return refuse('unknown-part', `There is no coolant unit ${partId} in the catalog.`);
}

function checkStandby(design: Design, id: string) {
  const group = findRecord(readTable(design, 'cduGroups'), id);
  if (!group || group.standbyCount < group.count) return [];
  return refuse(
    'standby',
    `${group.name} has ${formatCount(group.count)} ${group.count === 1 ? 'unit' : 'units'}, so ${group.standbyCount} cannot stand by: one at least must work.`,
    { kind: 'cdu', id },
  );
}

function findMissingRow(design: Design, rowIds: readonly string[]): string | undefined {
  return rowIds.find((id) => !findRecord(readTable(design, 'rows'), id));
}

/** A row is cooled by one zone. */
function takeRows(draft: Design, zoneId: string, rowIds: readonly string[]): void {
  const taken = new Set(rowIds);
  for (const zone of Object.values(draft.coolingZones ?? {})) {
    if (zone.id === zoneId || !zone.rowIds.some((id) => taken.has(id))) continue;
    zone.rowIds = zone.rowIds.filter((id) => !taken.has(id));
  }
}

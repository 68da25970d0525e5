/**
 * What must hold between the records of the physical design: rows stand in rooms, racks on positions that are there and not
 * taken, zones and coolant units serve rows, PDUs hang on feeds.
 */
import type { Design } from './design.ts';
import type { CduGroup, CoolingZone } from './facilities.ts';
import type { Stand } from './floor.ts';
import { findRecord, isSafeId } from './records.ts';

export interface PhysicalFault {
  /** Dotted, e.g. `stands.stand-1.rowId`. */
  readonly path: string;
  readonly message: string;
}

/** The first fault, or null. Sorts the stands; linear in everything else. */
export function findPhysicalFault(design: Design): PhysicalFault | null {
  return (
    findRowFault(design) ??
    findStandFault(design) ??
    findZoneFault(design) ??
    findCduFault(design) ??
    findFeedFault(design) ??
    findPriceFault(design)
  );
}

function findRowFault({ rows = {}, rooms = {} }: Design): PhysicalFault | null {
  const row = Object.values(rows).find(({ roomId }) => !findRecord(rooms, roomId));
  return row ? { path: `rows.${row.id}.roomId`, message: `there is no room ${row.roomId}` } : null;
}

function findStandFault(design: Design): PhysicalFault | null {
  const stands = Object.values(design.stands ?? {});
  for (const stand of stands) {
    const fault = findRangeFault(design, stand);
    if (fault) return fault;
  }
  return findTwiceStanding(design, stands) ?? findSharedSlot(design, stands);
}

function findRangeFault({ racks, rows = {} }: Design, stand: Stand): PhysicalFault | null {
  const path = `stands.${stand.id}`;
  const rack = findRecord(racks, stand.rackId);
  if (!rack) return { path: `${path}.rackId`, message: `there is no rack ${stand.rackId}` };
  const row = findRecord(rows, stand.rowId);
  if (!row) return { path: `${path}.rowId`, message: `there is no row ${stand.rowId}` };
  const rackEnd = stand.firstRack + stand.rackCount;
  if (rackEnd > rack.count) {
    return { path, message: `it stands rack ${rackEnd} of ${rack.name} on the floor, which has ${rack.count}` };
  }
  const slotEnd = stand.firstSlot + stand.rackCount;
  if (slotEnd <= row.slotCount) return null;
  return { path, message: `it reaches position ${slotEnd} of ${row.name}, which has ${row.slotCount}` };
}

function findTwiceStanding({ racks }: Design, stands: readonly Stand[]): PhysicalFault | null {
  const pair = findOverlap(stands, (stand) => [stand.rackId, stand.firstRack]);
  if (!pair) return null;
  const name = findRecord(racks, pair.later.rackId)?.name ?? pair.later.rackId;
  const message = `rack ${pair.later.firstRack + 1} of ${name} already stands by ${pair.earlier.id}`;
  return { path: `stands.${pair.later.id}`, message };
}

function findSharedSlot({ rows = {} }: Design, stands: readonly Stand[]): PhysicalFault | null {
  const pair = findOverlap(stands, (stand) => [stand.rowId, stand.firstSlot]);
  if (!pair) return null;
  const name = findRecord(rows, pair.later.rowId)?.name ?? pair.later.rowId;
  const message = `position ${pair.later.firstSlot + 1} of ${name} is already taken by ${pair.earlier.id}`;
  return { path: `stands.${pair.later.id}`, message };
}

/** Two stands whose runs of one owner overlap, or null. */
function findOverlap(
  stands: readonly Stand[],
  locate: (stand: Stand) => readonly [owner: string, first: number],
): { readonly earlier: Stand; readonly later: Stand } | null {
  const runs = stands.map((stand) => ({ stand, place: locate(stand) }));
  runs.sort((a, b) => (a.place[0] < b.place[0] ? -1 : a.place[0] > b.place[0] ? 1 : a.place[1] - b.place[1]));
  for (let index = 1; index < runs.length; index += 1) {
    const earlier = runs[index - 1];
    const later = runs[index];
    if (!earlier || !later || earlier.place[0] !== later.place[0]) continue;
    if (later.place[1] < earlier.place[1] + earlier.stand.rackCount) {
      return { earlier: earlier.stand, later: later.stand };
    }
  }
  return null;
}

function findZoneFault(design: Design): PhysicalFault | null {
  const cooledBy = new Map<string, CoolingZone>();
  for (const zone of Object.values(design.coolingZones ?? {})) {
    const path = `coolingZones.${zone.id}.rowIds`;
    const fault = findRowListFault(design, zone.rowIds, path);
    if (fault) return fault;
    for (const rowId of zone.rowIds) {
      const other = cooledBy.get(rowId);
      const rowName = findRecord(design.rows ?? {}, rowId)?.name ?? rowId;
      if (other) return { path, message: `the row ${rowName} is already cooled by ${other.name}` };
      cooledBy.set(rowId, zone);
    }
  }
  return null;
}

function findCduFault(design: Design): PhysicalFault | null {
  for (const group of Object.values(design.cduGroups ?? {})) {
    const path = `cduGroups.${group.id}`;
    if (!findRecord(design.rooms ?? {}, group.roomId)) {
      return { path: `${path}.roomId`, message: `there is no room ${group.roomId}` };
    }
    const fault = findRowListFault(design, group.rowIds, `${path}.rowIds`) ?? findStandbyFault(group, path);
    if (fault) return fault;
  }
  return null;
}

function findStandbyFault({ count, standbyCount }: CduGroup, path: string): PhysicalFault | null {
  if (standbyCount < count) return null;
  const message = `${standbyCount} units stand by of ${count}: one at least must work`;
  return { path: `${path}.standbyCount`, message };
}

function findRowListFault({ rows = {} }: Design, rowIds: readonly string[], path: string): PhysicalFault | null {
  const missing = rowIds.find((id) => !findRecord(rows, id));
  if (missing !== undefined) return { path, message: `there is no row ${missing}` };
  const twice = rowIds.find((id, index) => rowIds.indexOf(id) !== index);
  return twice === undefined ? null : { path, message: `the row ${twice} is listed twice` };
}

function findFeedFault({ racks, feeds = {} }: Design): PhysicalFault | null {
  for (const rack of Object.values(racks)) {
    for (const [index, { feedId }] of rack.pdus.entries()) {
      if (feedId === undefined || findRecord(feeds, feedId)) continue;
      return { path: `racks.${rack.id}.pdus.${index}.feedId`, message: `there is no feed ${feedId}` };
    }
  }
  return null;
}

function findPriceFault({ priceBook }: Design): PhysicalFault | null {
  for (const table of ['prices', 'rates'] as const) {
    const key = Object.keys(priceBook?.[table] ?? {}).find((name) => !isSafeId(name));
    if (key !== undefined) return { path: `priceBook.${table}.${key}`, message: `the id ${key} is a reserved word` };
  }
  return null;
}

/** Keeps the physical design in step when racks, rooms, rows or feeds go or get fewer: what stood on them goes with them. */
import type { Design } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import { cutStands } from './cut-stands.ts';
import { dropRecord, readTable } from './optional-tables.ts';

/** Leaves alone what still holds, so that history keeps nothing of it. */
export function refitFloor(draft: Design): void {
  const rooms = readTable(draft, 'rooms');
  for (const row of Object.values(readTable(draft, 'rows'))) {
    if (!findRecord(rooms, row.roomId)) dropRecord(draft, 'rows', row.id);
  }
  for (const group of Object.values(readTable(draft, 'cduGroups'))) {
    if (!findRecord(rooms, group.roomId)) dropRecord(draft, 'cduGroups', group.id);
  }
  refitStands(draft);
  const rows = readTable(draft, 'rows');
  for (const served of [
    ...Object.values(readTable(draft, 'coolingZones')),
    ...Object.values(readTable(draft, 'cduGroups')),
  ]) {
    const kept = served.rowIds.filter((id) => findRecord(rows, id) !== undefined);
    if (kept.length < served.rowIds.length) served.rowIds = kept;
  }
  refitFeeds(draft);
}

function refitStands(draft: Design): void {
  const rows = readTable(draft, 'rows');
  for (const stand of Object.values(readTable(draft, 'stands'))) {
    const rack = findRecord(draft.racks, stand.rackId);
    if (!rack || !findRecord(rows, stand.rowId)) dropRecord(draft, 'stands', stand.id);
    else if (stand.firstRack + stand.rackCount > rack.count) {
      cutStands(draft, rack.id, rack.count, stand.firstRack + stand.rackCount, []);
    }
  }
}

function refitFeeds(draft: Design): void {
  const feeds = readTable(draft, 'feeds');
  for (const rack of Object.values(draft.racks)) {
    for (const pdu of rack.pdus) {
      if (pdu.feedId !== undefined && !findRecord(feeds, pdu.feedId)) delete pdu.feedId;
    }
  }
}

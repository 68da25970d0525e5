/** Keeps the physical design in step when racks, rooms, rows or feeds go or get fewer: what stood on them goes with them. */
import type { Design } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import { cutStands } from './cut-stands.ts';
import { dropRecords, readTable } from './optional-tables.ts';

/** Leaves alone what still holds, so that history keeps nothing of it. */
export function refitFloor(draft: Design): void {
  const rooms = readTable(draft, 'rooms');
  const isRoomless = ({ roomId }: { roomId: string }): boolean => !findRecord(rooms, roomId);
  for (const table of ['rows', 'cduGroups'] as const) {
    const records = Object.values<{ id: string; roomId: string }>(readTable(draft, table));
    const gone = records.filter(isRoomless).map(({ id }) => id);
    dropRecords(draft, table, gone);
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
  const rackCounts = new Map(Object.values(draft.racks).map(({ id, count }) => [id, count]));
  const rowIds = new Set(Object.keys(readTable(draft, 'rows')));
  const stands = Object.values(readTable(draft, 'stands'));
  const gone = stands.filter(({ rackId, rowId }) => !rackCounts.has(rackId) || !rowIds.has(rowId));
  dropRecords(
    draft,
    'stands',
    gone.map(({ id }) => id),
  );
  const cuts = [...rackCounts].map(([rackId, count]) => ({ rackId, first: count, end: Number.POSITIVE_INFINITY }));
  cutStands(draft, cuts, []);
}

function refitFeeds(draft: Design): void {
  const feeds = readTable(draft, 'feeds');
  for (const rack of Object.values(draft.racks)) {
    for (const pdu of rack.pdus) {
      if (pdu.feedId !== undefined && !findRecord(feeds, pdu.feedId)) delete pdu.feedId;
    }
  }
}

/** Rooms and the rows of rack positions in them. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import type { Row } from '../../design/floor.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';
import { isFreeId, putRecord, readTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';

export const addRoom: CommandEntry<'addRoom'> = {
  describe: ({ room }) => `add the room ${room.name}`,
  run(draft, { room }) {
    if (!isFreeId(draft, 'rooms', room.id)) return refuseTaken('room', room.id);
    const name = makeUniqueName(room.name, listNames(readTable(draft, 'rooms')));
    putRecord(draft, 'rooms', { ...normaliseNumbers(room), name });
    return [];
  },
};

export const editRoom: CommandEntry<'editRoom'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'room', id);
    return patch.name === undefined ? `edit the room ${name}` : `rename the room ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const room = findRecord(draft.rooms ?? {}, id);
    if (!room) return refuseUnknown('room', id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'rooms'), id, patch.name)) {
      return refuse('name-taken', `There is already a room named ${patch.name}.`, { kind: 'room', id });
    }
    Object.assign(room, normaliseNumbers(patch));
    return [];
  },
};

export const addRows: CommandEntry<'addRows'> = {
  describe({ rows }) {
    const [first] = rows;
    return rows.length === 1 && first ? `add the row ${first.name}` : `add ${rows.length} rows`;
  },
  run(draft, { rows }) {
    if (rows.length === 0) return refuse('nothing', 'There is no row to add.');
    for (const row of rows) {
      if (!isFreeId(draft, 'rows', row.id)) return refuseTaken('row', row.id);
      if (!findRecord(readTable(draft, 'rooms'), row.roomId)) return refuseUnknown('room', row.roomId);
      putRecord(draft, 'rows', {
        ...normaliseNumbers(row),
        name: makeUniqueName(row.name, listNames(readTable(draft, 'rows'))),
      });
    }
    return [];
  },
};

export const editRow: CommandEntry<'editRow'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'row', id);
    return patch.name === undefined ? `edit the row ${name}` : `rename the row ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const row = findRecord(draft.rows ?? {}, id);
    if (!row) return refuseUnknown('row', id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'rows'), id, patch.name)) {
      return refuse('name-taken', `There is already a row named ${patch.name}.`, { kind: 'row', id });
    }
    if (patch.roomId !== undefined && !findRecord(readTable(draft, 'rooms'), patch.roomId)) {
      return refuseUnknown('room', patch.roomId);
    }
    Object.assign(row, normaliseNumbers(patch));
    return patch.slotCount === undefined ? [] : checkLastSlot(draft, row);
  },
};

function checkLastSlot(design: Design, row: Row): Diagnostic[] {
  let lastTaken = 0;
  for (const stand of Object.values(readTable(design, 'stands'))) {
    if (stand.rowId === row.id) lastTaken = Math.max(lastTaken, stand.firstSlot + stand.rackCount);
  }
  if (lastTaken <= row.slotCount) return [];
  return refuse(
    'positions-taken',
    `${row.name} has racks up to position ${lastTaken}, so it cannot have ${row.slotCount}: move them off first.`,
    { kind: 'row', id: row.id },
  );
}

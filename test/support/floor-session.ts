/** A session with a hall of two rows of ten positions and a group of eight racks, for tests about the floor. */
import type { Room, Row, Stand } from '#core/design/floor.ts';
import { EditSession } from './edit-session.ts';

export const hall: Room = {
  id: 'hall',
  name: 'Hall',
  xM: 0,
  yM: 0,
  widthM: 20,
  depthM: 10,
  trayHeightM: 2.5,
  trayWidthMm: 300,
  trayDepthMm: 100,
  crossTraysM: [],
};

export function createRow(id: string, yM: number): Row {
  const place = { roomId: 'hall', xM: 1, yM, slotCount: 10, pitchM: 0.6, depthM: 1.2 };
  return { id, name: `Row ${id}`, ...place, facing: 'north' };
}

/** Racks firstRack .. firstRack+rackCount-1 of the group `rack` on the row from the slot on. */
export function createStand(id: string, firstRack: number, rackCount: number, rowId: string, firstSlot: number): Stand {
  return { id, rackId: 'rack', firstRack, rackCount, rowId, firstSlot };
}

export function createFloorSession(): EditSession {
  return new EditSession()
    .run('addRack', { id: 'rack', partId: null, count: 8, position: { x: 0, y: 0 } })
    .run('addRoom', { room: hall })
    .run('addRows', { rows: [createRow('a', 1), createRow('b', 4)] });
}

/** Generated designs on generated floors: one to three rooms, some with crossing trays, racks here and there, also where they should not be. */
import fc from 'fast-check';
import type { Design } from '#core/design/design.ts';
import { DEFAULT_CABLING, type Room, type Row, type Stand } from '#core/design/floor.ts';
import { arbitraryDesign } from './arbitrary-design.ts';
import { Dice } from './dice.ts';

const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 16, maxLength: 16 });

export const arbitraryFloorDesign: fc.Arbitrary<Design> = fc
  .tuple(arbitraryDesign, numbers)
  .map(([design, rolls]) => ({ ...design, ...drawFloor(design, new Dice(rolls)) }));

export function drawFloor(design: Design, dice: Dice): Pick<Design, 'rooms' | 'rows' | 'stands' | 'cabling'> {
  const rooms = Object.fromEntries(Array.from({ length: dice.roll(1, 3) }, (_, i) => drawRoom(`room-${i}`, i, dice)));
  const roomIds = Object.keys(rooms);
  const rows = Object.fromEntries(
    Array.from({ length: dice.roll(1, 5) }, (_, i) => drawRow(`row-${i}`, dice.pick(roomIds) ?? '', dice)),
  );
  const rowIds = [...Object.keys(rows), ...(dice.chance(6) ? ['row-gone'] : [])];
  const stands: Record<string, Stand> = {};
  for (const { id: rackId, count } of Object.values(design.racks)) {
    for (let firstRack = 0; firstRack < count; ) {
      const rackCount = dice.roll(1, count - firstRack);
      const id = `stand-${Object.keys(stands).length}`;
      const rowId = dice.pick(rowIds) ?? '';
      if (!dice.chance(4)) stands[id] = { id, rackId, firstRack, rackCount, rowId, firstSlot: dice.roll(0, 12) };
      firstRack += rackCount;
    }
  }
  const slack = { slackM: dice.roll(0, 30) / 10, slackInRackM: dice.roll(0, 10) / 10, bundleSize: dice.roll(1, 48) };
  return { rooms, rows, stands, ...(dice.chance(3) ? {} : { cabling: { ...DEFAULT_CABLING, ...slack } }) };
}

function drawRoom(id: string, index: number, dice: Dice): [string, Room] {
  const crossTraysM = Array.from({ length: dice.roll(0, 3) }, () => dice.roll(0, 200) / 10);
  const corner = { xM: index * 40 + dice.roll(0, 50) / 10, yM: dice.roll(-100, 100) / 10 };
  const tray = { trayHeightM: dice.roll(20, 40) / 10, trayWidthMm: 300, trayDepthMm: 100, crossTraysM };
  return [id, { id, name: id, ...corner, widthM: 20, depthM: 20, ...tray }];
}

function drawRow(id: string, roomId: string, dice: Dice): [string, Row] {
  const corner = { xM: dice.roll(0, 40) / 10, yM: dice.roll(0, 5) * 3 };
  const facing = dice.chance(2) ? ('north' as const) : ('south' as const);
  return [
    id,
    { id, name: id, roomId, ...corner, slotCount: dice.roll(4, 20), pitchM: dice.roll(6, 9) / 10, depthM: 1.2, facing },
  ];
}

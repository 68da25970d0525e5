/** Generated edits of the physical design, some wrong on purpose, and floors for generated designs. */
import type { Design, Rack } from '#core/design/design.ts';
import type { CduGroup, CoolingZone, Feed } from '#core/design/facilities.ts';
import type { Room, Row, Stand } from '#core/design/floor.ts';
import type { CommandArgs, CommandName } from '#core/edit/command.ts';
import { createId } from '#core/edit/ids.ts';
import { type Dice, pickId } from './dice.ts';

type Maker<N extends CommandName> = (dice: Dice, text: string, design: Design) => CommandArgs[N];

export const physicalMakers = {
  addRoom: (dice, text, design) => ({ room: rollRoom(dice, createId('room', design.rooms ?? {}), text) }),
  editRoom: (dice, text, design) => ({
    id: pickId(dice, design.rooms ?? {}),
    patch:
      dice.pick([{ name: text }, { xM: -0, trayWidthMm: dice.roll(0, 600) }, { crossTraysM: [dice.roll(-1, 9)] }]) ??
      {},
  }),
  addRows: (dice, text, design) => {
    const id = createId('row', design.rows ?? {});
    const roomId = pickId(dice, design.rooms ?? {});
    return { rows: dice.chance(3) ? [] : [rollRow(dice, id, text, roomId), rollRow(dice, `${id}b`, text, roomId)] };
  },
  editRow: (dice, text, design) => ({
    id: pickId(dice, design.rows ?? {}),
    patch:
      dice.pick<CommandArgs['editRow']['patch']>([
        { name: text },
        { slotCount: dice.roll(0, 20) },
        { roomId: pickId(dice, design.rooms ?? {}) },
        { facing: 'north', xM: dice.roll(-3, 20) },
      ]) ?? {},
  }),
  standRacks: (dice, _text, design) => ({ stands: rollStands(dice, design) }),
  unstandRacks: (dice, _text, design) => ({
    racks: [{ rackId: pickId(dice, design.racks), firstRack: dice.roll(0, 5), rackCount: dice.roll(0, 4) }],
  }),
  layOutFloor: (dice, text, design) => {
    const roomId = dice.pick(Object.keys(design.rooms ?? {})) ?? 'room-1';
    const row = rollRow(dice, dice.pick(Object.keys(design.rows ?? {})) ?? 'row-1', text, roomId);
    const laidOut = { ...design, rows: { [row.id]: row } };
    return { rooms: [rollRoom(dice, roomId, text)], rows: [row], stands: rollStands(dice, laidOut) };
  },
  clearFloor: () => ({}),
  editCabling: (dice, text) => ({
    patch: dice.pick([{ slackM: dice.roll(-1, 2) }, { labelTemplate: text }, { bundleSize: dice.roll(0, 24) }]) ?? {},
  }),
  editSite: (dice) => ({
    patch: dice.pick([{ pue: dice.roll(0, 3) }, { pue: null }, { pricePerKwh: -0, airRiseC: 15 }]) ?? {},
  }),
  addFeed: (dice, text, design) => ({ feed: rollFeed(dice, createId('feed', design.feeds ?? {}), text) }),
  editFeed: (dice, text, design) => ({
    id: pickId(dice, design.feeds ?? {}),
    patch: dice.pick([{ name: text }, { isOff: dice.chance(2) }, { ratedKw: dice.roll(0, 90) }]) ?? {},
  }),
  setRackPower: (dice, _text, design) => ({
    rackIds: [pickId(dice, design.racks), pickId(dice, design.racks)].slice(0, dice.roll(1, 2)),
    ...(dice.chance(3) ? {} : { pdus: rollPdus(dice, design) }),
    ...(dice.chance(2) ? { redundancy: dice.pick([null, '2N', 'N+1'] as const) ?? null } : {}),
  }),
  addCoolingZone: (dice, text, design) => ({
    zone: rollZone(dice, createId('zone', design.coolingZones ?? {}), text, design),
  }),
  editCoolingZone: (dice, text, design) => ({
    id: pickId(dice, design.coolingZones ?? {}),
    patch: dice.chance(2) ? { name: text } : { rowIds: rollRowIds(dice, design), airCapacityKw: dice.roll(0, 400) },
  }),
  addCduGroup: (dice, text, design) => ({
    cduGroup: rollCduGroup(dice, createId('cdu', design.cduGroups ?? {}), text, design),
  }),
  editCduGroup: (dice, text, design) => ({
    id: pickId(dice, design.cduGroups ?? {}),
    patch:
      dice.pick<CommandArgs['editCduGroup']['patch']>([
        { name: text },
        { standbyCount: dice.roll(0, 4) },
        { rowIds: rollRowIds(dice, design), xM: -0 },
        { partId: dice.pick(['cdu-delta-3000', 'qm9700']) ?? '' },
      ]) ?? {},
  }),
  setPrice: (dice, text) => ({
    key: dice.pick(['qm9700', 'mfp7e10@10', '__proto__', '']) ?? '',
    price: dice.chance(3)
      ? null
      : { unitPrice: dice.roll(-1, 900), currency: 'EUR', source: text, date: '', leadTimeWeeks: null, note: text },
  }),
  setPrices: (dice, text) => ({
    prices: Object.fromEntries(
      ['qm9700', 'mfp7e10@10', '__proto__']
        .filter(() => dice.chance(2))
        .map((key) => [
          key,
          { unitPrice: dice.roll(-1, 900), currency: 'USD', source: text, date: '', leadTimeWeeks: null, note: '' },
        ]),
    ),
  }),
  setCurrency: (dice) => ({ currency: dice.pick(['USD', 'EUR', 'GBP', 'euro']) ?? 'USD' }),
  setRate: (dice) => ({
    currency: dice.pick(['USD', 'EUR', 'GBP', 'eur']) ?? 'EUR',
    rate: dice.chance(4) ? null : dice.roll(0, 8) / 4,
  }),
  moveMembers: (dice, _text, design) => {
    const deviceId = dice.pick(Object.values(design.placements))?.deviceId ?? pickId(dice, design.devices);
    return {
      deviceId,
      members: { first: dice.roll(0, 6), count: dice.roll(0, 3) },
      rackId: pickId(dice, design.racks),
      firstRack: dice.roll(0, 5),
      bottomUnit: dice.roll(0, 40),
      placementIds: dice.chance(3)
        ? [createId('placement', design.placements)]
        : [createId('placement', design.placements), 'piece-a', 'piece-b', '__proto__'],
      ...(dice.chance(2) ? { perRack: dice.roll(0, 2) } : {}),
      ...(dice.chance(3) ? { face: 'rear' as const } : {}),
    };
  },
  unplaceMembers: (dice, _text, design) => ({
    deviceId: dice.pick(Object.values(design.placements))?.deviceId ?? pickId(dice, design.devices),
    members: { first: dice.roll(0, 6), count: dice.roll(0, 3) },
    placementIds: dice.chance(2) ? [] : ['piece-a'],
  }),
  setFace: (dice, _text, design) => ({
    placementIds: [pickId(dice, design.placements)],
    face: dice.pick(['front', 'rear'] as const) ?? 'rear',
  }),
} satisfies { [N in CommandName]?: Maker<N> };

/** A room with two rows, some racks in them, feeds, a zone and coolant units. */
export function addFloor(design: Design, dice: Dice): void {
  design.rooms = { 'room-1': { ...rollRoom(dice, 'room-1', 'Hall'), yM: 0 } };
  for (const id of ['row-1', 'row-2']) design.rows = { ...design.rows, [id]: rollRow(dice, id, id, 'room-1') };
  const free = new Map(Object.values(design.rows ?? {}).map((row) => [row.id, { slot: 0, left: row.slotCount }]));
  for (const rack of Object.values(design.racks)) {
    const rowId = dice.pick([...free.keys()]) ?? '';
    const place = free.get(rowId);
    const rackCount = Math.min(place?.left ?? 0, dice.roll(1, rack.count));
    if (!place || rackCount === 0) continue;
    const id = createId('stand', design.stands ?? {});
    const stand: Stand = { id, rackId: rack.id, firstRack: 0, rackCount, rowId, firstSlot: place.slot };
    design.stands = { ...design.stands, [id]: stand };
    free.set(rowId, { slot: place.slot + rackCount, left: place.left - rackCount });
  }
  design.feeds = { 'feed-1': rollFeed(dice, 'feed-1', 'A'), 'feed-2': rollFeed(dice, 'feed-2', 'B') };
  for (const rack of Object.values(design.racks)) if (dice.chance(2)) rack.pdus = rollPdus(dice, design);
  design.coolingZones = { 'zone-1': { id: 'zone-1', name: 'North', rowIds: ['row-1'], airCapacityKw: null } };
  design.cduGroups = {
    'cdu-1': { ...rollCduGroup(dice, 'cdu-1', 'CDU', design), roomId: 'room-1', standbyCount: 0, rowIds: ['row-2'] },
  };
}

function rollRoom(dice: Dice, id: string, name: string): Room {
  return {
    id,
    name,
    xM: dice.roll(-9, 9),
    yM: dice.chance(9) ? -0 : dice.roll(-9, 9),
    widthM: dice.roll(10, 40),
    depthM: dice.roll(10, 40),
    trayHeightM: 2.6,
    trayWidthMm: 300,
    trayDepthMm: 100,
    crossTraysM: dice.chance(2) ? [] : [0, dice.roll(1, 9)],
  };
}

function rollRow(dice: Dice, id: string, name: string, roomId: string): Row {
  const facing = dice.chance(2) ? 'north' : 'south';
  const slotCount = dice.roll(1, 24);
  return { id, name, roomId, xM: dice.roll(0, 4), yM: dice.roll(0, 9), slotCount, pitchM: 0.6, depthM: 1.2, facing };
}

function rollStands(dice: Dice, design: Design): Stand[] {
  const first = createId('stand', design.stands ?? {});
  return [first, `${first}b`].slice(0, dice.roll(1, 2)).map((id) => ({
    id,
    rackId: pickId(dice, design.racks),
    firstRack: dice.roll(0, 5),
    rackCount: dice.roll(0, 3),
    rowId: pickId(dice, design.rows ?? {}),
    firstSlot: dice.roll(0, 20),
  }));
}

function rollFeed(dice: Dice, id: string, name: string): Feed {
  return { id, name, ratedKw: dice.chance(2) ? null : dice.roll(1, 900), derating: 0.8, isOff: dice.chance(4) };
}

function rollPdus(dice: Dice, design: Design): Rack['pdus'] {
  const partId = dice.chance(9) ? 'qm9700' : 'ap8886';
  const feedIds = Object.keys(design.feeds ?? {});
  const [a, b] = feedIds.length > 1 ? feedIds : [pickId(dice, design.feeds ?? {}), undefined];
  return [
    { partId, count: 1, ...(a === undefined || dice.chance(3) ? {} : { feedId: a }) },
    { partId, count: dice.roll(1, 2), ...(b === undefined ? {} : { feedId: b }) },
  ];
}

function rollRowIds(dice: Dice, design: Design): string[] {
  const ids = Object.keys(design.rows ?? {});
  return dice.chance(9) ? ['nowhere'] : ids.slice(0, dice.roll(0, ids.length));
}

function rollZone(dice: Dice, id: string, name: string, design: Design): CoolingZone {
  return { id, name, rowIds: rollRowIds(dice, design), airCapacityKw: dice.chance(2) ? null : dice.roll(0, 900) };
}

function rollCduGroup(dice: Dice, id: string, name: string, design: Design): CduGroup {
  return {
    id,
    name,
    partId: dice.chance(9) ? 'qm9700' : 'cdu-vertiv-1350',
    count: dice.roll(1, 6),
    standbyCount: dice.roll(0, 2),
    roomId: pickId(dice, design.rooms ?? {}),
    xM: dice.roll(0, 9),
    yM: dice.roll(0, 9),
    rowIds: rollRowIds(dice, design),
  };
}

/** Rows by rule behind those a room has: south of the last one, past the aisle the two share, with names that go on. */
import { assertDefined } from '../base/assert.ts';
import { ok, type Result } from '../base/result.ts';
import type { Room, Row } from '../design/floor.ts';
import { type LargestRack, nameRow, planRows, roundM, type RowPlan, type RowRule } from './row-plan.ts';

/** Of the one plan of all rooms: `rooms` and `rows` are all there are. */
export interface StandingFloor {
  readonly rooms: readonly Room[];
  readonly rows: readonly Row[];
}

/** Space between a new room and those there are. */
const ROOM_GAP_M = 3;

/** A counter for ids and names that nobody has. */
function createCounter(taken: readonly string[]): (name: (index: number) => string) => string {
  const used = new Set(taken);
  let index = 0;
  return (name) => {
    while (used.has(name(index))) index += 1;
    const free = name(index);
    used.add(free);
    return free;
  };
}

/** How far the planned rows go south, so that the first shares an aisle with the last row that stands. */
function findShift(
  rule: RowRule,
  planned: readonly Row[],
  standing: readonly Row[],
): { southM: number; flips: boolean } {
  const last = standing.toSorted((a, b) => a.yM + a.depthM - (b.yM + b.depthM)).at(-1);
  const first = planned[0];
  if (!last || !first) return { southM: 0, flips: false };
  const isCold = last.facing === 'south';
  const aisleM = isCold ? rule.coldAisleM : rule.hotAisleM;
  return {
    southM: last.yM + last.depthM + aisleM - first.yM,
    flips: (first.facing === 'north') !== isCold,
  };
}

/** Deeper than any room: one that is there grows with its rows, so only its width holds. */
const ANY_DEPTH_M = 100_000;

/**
 * Rows by rule for a floor on which others stand. A new room goes east of all others; in a room that is there, rows go behind
 * the last one and the room grows with them.
 */
export function planAddedRows(
  rule: RowRule,
  neededSlots: number,
  floor: StandingFloor,
  largest: LargestRack,
): Result<RowPlan, string> {
  const isGiven = rule.room.kind === 'given';
  const grown: RowRule =
    rule.room.kind === 'given'
      ? { ...rule, room: { kind: 'given', room: { ...rule.room.room, depthM: ANY_DEPTH_M } } }
      : rule;
  const planned = planRows(grown, neededSlots, largest);
  if (!planned.ok) return planned;
  const { room, rows } = planned.value;
  const nextId = createCounter(floor.rows.map(({ id }) => id));
  const nextName = createCounter(floor.rows.map(({ name }) => name));
  const placed = isGiven ? growRoom(room, rows, rule, floor) : { room: moveRoom(room, floor), southM: 0, flips: false };
  return ok({
    room: placed.room,
    rows: rows.map(
      (row): Row => ({
        ...row,
        id: nextId((index) => `row-${index + 1}`),
        name: nextName((index) => `Row ${nameRow(index)}`),
        roomId: placed.room.id,
        yM: roundM(row.yM + placed.southM),
        facing: placed.flips ? (row.facing === 'north' ? 'south' : 'north') : row.facing,
      }),
    ),
  });
}

function growRoom(
  room: Room,
  rows: readonly Row[],
  rule: RowRule,
  floor: StandingFloor,
): { room: Room; southM: number; flips: boolean } {
  const shift = findShift(
    rule,
    rows,
    floor.rows.filter(({ roomId }) => roomId === room.id),
  );
  const given = assertDefined(
    floor.rooms.find(({ id }) => id === room.id),
    'the room of the rule is on the floor',
  );
  const south = Math.max(...rows.map(({ yM, depthM }) => yM + depthM)) + shift.southM + rule.marginM;
  return { room: { ...given, depthM: roundM(Math.max(given.depthM, south)) }, ...shift };
}

function moveRoom(room: Room, { rooms }: StandingFloor): Room {
  if (rooms.length === 0) return room;
  const id = createCounter(rooms.map((other) => other.id))((index) => `room-${index + 1}`);
  const name = createCounter(rooms.map((other) => other.name))((index) =>
    index === 0 ? room.name : `${room.name} ${index + 1}`,
  );
  const east = Math.max(...rooms.map(({ xM, widthM }) => xM + widthM));
  return { ...room, id, name, xM: roundM(east + ROOM_GAP_M), yM: Math.min(...rooms.map(({ yM }) => yM)) };
}

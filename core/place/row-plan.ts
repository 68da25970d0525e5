/**
 * Rows of rack positions by rule. Rows run from west to east and lie behind each other from north to south; they face each other
 * in pairs, so that cold aisles, where racks take their air in, alternate with hot ones.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { Room, Row } from '../design/floor.ts';

/** What a room of its own is made with. */
export type RoomFittings = Pick<Room, 'name' | 'trayHeightM' | 'trayWidthMm' | 'trayDepthMm'>;

export interface RowRule {
  /** A room that is there, whose walls hold; or what to make one with, as large as its rows need. */
  readonly room:
    | { readonly kind: 'given'; readonly room: Room }
    | { readonly kind: 'new'; readonly fittings: RoomFittings };
  /** null = as many as the racks need. */
  readonly rowCount: number | null;
  /** null = as many as fit between the walls of the given room; in a new one, what makes it about square. */
  readonly slotsPerRow: number | null;
  /** Width of a position; null = of the widest rack. */
  readonly pitchM: number | null;
  /** Depth of a position; null = of the deepest rack. */
  readonly rackDepthM: number | null;
  readonly coldAisleM: number;
  readonly hotAisleM: number;
  /** South of the first row. */
  readonly firstAisle: 'cold' | 'hot';
  /** Free along every wall. */
  readonly marginM: number;
  /** Trays cross from row to row at both ends of the rows and at least this often between; null = above every position. */
  readonly crossTrayEveryM: number | null;
}

/**
 * Aisles as in the usual pitch of seven two-foot tiles from cold aisle to cold aisle: 4 ft of
 * cold and 3 ft of hot aisle (server-racks.com/aisle-pitch.html); a way of 1.2 m along the walls.
 */
export const DEFAULT_ROW_RULE: RowRule = {
  room: { kind: 'new', fittings: { name: 'Data hall', trayHeightM: 2.7, trayWidthMm: 600, trayDepthMm: 100 } },
  rowCount: null,
  slotsPerRow: null,
  pitchM: null,
  rackDepthM: null,
  coldAisleM: 1.2,
  hotAisleM: 0.9,
  firstAisle: 'cold',
  marginM: 1.2,
  crossTrayEveryM: null,
};

/** What positions must take whose size the rule leaves open; null = not known. */
export interface LargestRack {
  readonly widthM: number | null;
  readonly depthM: number | null;
}

/** Of racks whose sizes are not known: the usual frame of 600 mm by 1,200 mm. */
const USUAL_RACK = { widthM: 0.6, depthM: 1.2 };

const UNKNOWN_RACK: LargestRack = { widthM: null, depthM: null };

interface SizedRule extends RowRule {
  readonly pitchM: number;
  readonly rackDepthM: number;
}

export interface RowPlan {
  readonly room: Room;
  readonly rows: readonly Row[];
}

const NEW_ROOM_ID = 'room-1';
const MOST_SLOTS = 10_000;
const MOST_ROWS = 10_000;

/** Rows with at least `neededSlots` positions where the rule leaves the number of rows open; says why when they do not fit. */
export function planRows(
  given: RowRule,
  neededSlots: number,
  largest: LargestRack = UNKNOWN_RACK,
): Result<RowPlan, string> {
  const rule: SizedRule = {
    ...given,
    pitchM: given.pitchM ?? largest.widthM ?? USUAL_RACK.widthM,
    rackDepthM: given.rackDepthM ?? largest.depthM ?? USUAL_RACK.depthM,
  };
  const wrong = findWrongSize(rule);
  if (wrong) return fail(wrong);
  const needed = Math.max(neededSlots, 1);
  const { room } = rule;
  const slotCount =
    rule.slotsPerRow ?? (room.kind === 'given' ? countFittingSlots(rule, room.room) : chooseSlots(rule, needed));
  if (slotCount < 1) return fail(`A row of one ${rule.pitchM} m position does not fit between the walls.`);
  if (slotCount > MOST_SLOTS) return fail(`A row holds at most ${MOST_SLOTS} positions.`);
  const rowCount = rule.rowCount ?? Math.ceil(needed / slotCount);
  if (rowCount > MOST_ROWS) return fail(`A floor holds at most ${MOST_ROWS} rows.`);
  if (room.kind === 'new') return ok(layOutNewRoom(rule, room.fittings, rowCount, slotCount));
  return layOutGivenRoom(rule, room.room, rowCount, slotCount);
}

function findWrongSize(rule: SizedRule): string | null {
  for (const [name, count] of [
    ['rows', rule.rowCount],
    ['positions in a row', rule.slotsPerRow],
  ] as const) {
    if (count !== null && !(Number.isInteger(count) && count > 0)) {
      return `The number of ${name} must be a whole number above 0; it is ${count}.`;
    }
  }
  const sizes = { pitch: rule.pitchM, 'rack depth': rule.rackDepthM, 'cross tray distance': rule.crossTrayEveryM };
  for (const [name, sizeM] of Object.entries(sizes)) {
    if (sizeM !== null && !(sizeM > 0)) return `The ${name} must be above 0 m; it is ${sizeM} m.`;
  }
  const gaps = { 'cold aisle': rule.coldAisleM, 'hot aisle': rule.hotAisleM, 'way along the walls': rule.marginM };
  for (const [name, sizeM] of Object.entries(gaps)) {
    if (!(sizeM >= 0)) return `The ${name} must not be below 0 m; it is ${sizeM} m.`;
  }
  return null;
}

/** North edge of row `index`, from that of the first. Aisles alternate, so two rows on the rule repeats. */
function getRowOffsetM({ rackDepthM, coldAisleM, hotAisleM, firstAisle }: SizedRule, index: number): number {
  const odd = firstAisle === 'cold' ? coldAisleM : hotAisleM;
  return index * rackDepthM + Math.ceil(index / 2) * odd + Math.floor(index / 2) * (coldAisleM + hotAisleM - odd);
}

function getDepthM(rule: SizedRule, rowCount: number): number {
  return getRowOffsetM(rule, rowCount - 1) + rule.rackDepthM;
}

function countFittingSlots({ pitchM, marginM }: SizedRule, room: Room): number {
  return Math.max(0, Math.floor(roundM((room.widthM - 2 * marginM) / pitchM)));
}

/** As many positions as make the rows about as long as the block of them is deep, in even tens where there are many. */
function chooseSlots(rule: SizedRule, needed: number): number {
  if (rule.rowCount !== null) return Math.ceil(needed / rule.rowCount);
  const rowDepthM = rule.rackDepthM + (rule.coldAisleM + rule.hotAisleM) / 2;
  const square = Math.sqrt((needed * rowDepthM) / rule.pitchM);
  const step = square > 20 ? 10 : 2;
  return Math.min(needed, MOST_SLOTS, Math.max(step, step * Math.round(square / step)));
}

function layOutNewRoom(rule: SizedRule, fittings: RoomFittings, rowCount: number, slotCount: number): RowPlan {
  const { pitchM, marginM } = rule;
  const room: Room = {
    id: NEW_ROOM_ID,
    ...fittings,
    xM: 0,
    yM: 0,
    widthM: roundM(slotCount * pitchM + 2 * marginM),
    depthM: roundM(getDepthM(rule, rowCount) + 2 * marginM),
    crossTraysM: listCrossTrays(rule, slotCount),
  };
  return { room, rows: listRows(rule, room, rowCount, slotCount) };
}

function layOutGivenRoom(rule: SizedRule, given: Room, rowCount: number, slotCount: number): Result<RowPlan, string> {
  const { pitchM, marginM } = rule;
  const room: Room = { ...given, crossTraysM: listCrossTrays(rule, slotCount) };
  const neededWidthM = roundM(slotCount * pitchM + 2 * marginM);
  const neededDepthM = roundM(getDepthM(rule, rowCount) + 2 * marginM);
  const rowNoun = rowCount === 1 ? 'row' : 'rows';
  if (neededWidthM > room.widthM) {
    return fail(
      `Rows of ${slotCount} positions need ${neededWidthM} m from wall to wall; ${room.name} is ${room.widthM} m wide.`,
    );
  }
  if (neededDepthM > room.depthM) {
    return fail(`${rowCount} ${rowNoun} need ${neededDepthM} m of depth; ${room.name} has ${room.depthM} m.`);
  }
  return ok({ room, rows: listRows(rule, room, rowCount, slotCount) });
}

function listRows(rule: SizedRule, room: Room, rowCount: number, slotCount: number): Row[] {
  const { pitchM, rackDepthM, marginM, firstAisle } = rule;
  return Array.from({ length: rowCount }, (_, index) => {
    // The first aisle is south of the first row; every row shares one aisle of each kind with its neighbours.
    const coldSideIsSouth = (index % 2 === 0) === (firstAisle === 'cold');
    return {
      id: `row-${index + 1}`,
      name: `Row ${nameRow(index)}`,
      roomId: room.id,
      xM: marginM,
      yM: roundM(marginM + getRowOffsetM(rule, index)),
      slotCount,
      pitchM,
      depthM: rackDepthM,
      facing: coldSideIsSouth ? 'south' : 'north',
    };
  });
}

/** A to Z, then AA, AB and so on. */
export function nameRow(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameRow(Math.floor(index / 26) - 1) + letter;
}

const MOST_CROSS_TRAYS = 200;

/** At both ends of the rows, above the middle of the outermost positions, and evenly between. */
function listCrossTrays({ pitchM, marginM, crossTrayEveryM }: SizedRule, slotCount: number): number[] {
  if (crossTrayEveryM === null) return [];
  const fromM = marginM + pitchM / 2;
  const spanM = (slotCount - 1) * pitchM;
  const parts = Math.min(MOST_CROSS_TRAYS - 1, Math.ceil(roundM(spanM / crossTrayEveryM)));
  if (parts === 0) return [roundM(fromM)];
  return Array.from({ length: parts + 1 }, (_, index) => roundM(fromM + (spanM * index) / parts));
}

/** To the micrometre: sums of decimal fractions stay decimal fractions. */
export function roundM(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

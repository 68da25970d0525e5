/**
 * The way of one cable from rack to rack, and its length. From the port up to the tray of the room, along the tray over its
 * row, over a crossing tray to the other row, along that one and down. What is assumed where the drawing is silent:
 * a port is at half the height of its device; unit 1 begins at the floor; trays run over the middle of the racks; rows of
 * one room that lie in one line share a tray; between rooms, trays run straight from a crossing of one to one of the other.
 */
import { NONE, type NetFloor, type NetRoom, type NetRow } from './netlist.ts';

/** EIA-310, for racks whose pitch is not known. */
const RACK_UNIT_MM = 44.45;

/** Of a device's ports above the floor: half way up the device. `unitMm` null = EIA-310. */
export function getPortHeightM(bottomUnit: number, heightUnits: number, unitMm: number | null): number {
  return ((bottomUnit - 1 + heightUnits / 2) * (unitMm ?? RACK_UNIT_MM)) / 1000;
}

/** Rows whose middles are closer than that lie in one line. */
const SAME_LINE_M = 0.01;

/** Lengths are given in whole centimetres, upwards; what is less than this much of one is noise of the arithmetic. */
const CENTIMETRE_NOISE = 1e-6;

/** Where the racks stand, in the form that routes are worked out from: by rack, in m on the plan. */
export interface RackPlaces {
  /** Row trays in one line have one number; NONE = not on the floor. */
  readonly line: Int32Array;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  readonly trayHeightM: Float64Array;
  /**
   * x of the nearest crossings on either side, twice the same where there is one side only; the rack's own x where trays cross
   * anywhere. A shortest way takes one of the two: past the nearest one towards the other rack nothing is gained.
   */
  readonly westM: Float64Array;
  readonly eastM: Float64Array;
}

/** Slack at each end of a cable. */
export interface RunSlack {
  readonly slackM: number;
  readonly slackInRackM: number;
}

/** `rackRow` and `rackSlot` as in the netlist, or as somebody proposes them. */
export function createRackPlaces(floor: NetFloor | null, rackRow: Int32Array, rackSlot: Int32Array): RackPlaces {
  const rackCount = rackRow.length;
  const createFigure = (): Float64Array => new Float64Array(rackCount).fill(Number.NaN);
  const places: RackPlaces = {
    line: new Int32Array(rackCount).fill(NONE),
    xM: createFigure(),
    yM: createFigure(),
    trayHeightM: createFigure(),
    westM: createFigure(),
    eastM: createFigure(),
  };
  const lines = numberLines(floor?.rows ?? []);
  for (let rack = 0; rack < rackCount; rack += 1) {
    const row = floor?.rows[rackRow[rack] as number];
    if (!floor || !row) continue;
    const { crossingsM, trayHeightM } = floor.rooms[row.room] as NetRoom;
    const xM = row.xM + ((rackSlot[rack] as number) + 0.5) * row.pitchM;
    places.line[rack] = lines[rackRow[rack] as number] as number;
    places.xM[rack] = xM;
    places.yM[rack] = getMiddleM(row);
    places.trayHeightM[rack] = trayHeightM;
    const [west, east] = findCrossings(crossingsM, xM);
    places.westM[rack] = west;
    places.eastM[rack] = east;
  }
  return places;
}

/** `crossingsM` go from west to east. */
function findCrossings(crossingsM: readonly number[], xM: number): [number, number] {
  const west = crossingsM.findLast((crossing) => crossing <= xM);
  const east = crossingsM.find((crossing) => crossing >= xM);
  return [west ?? east ?? xM, east ?? west ?? xM];
}

function getMiddleM({ yM, depthM }: NetRow): number {
  return yM + depthM / 2;
}

/** By row, the number of its line: that of the first row it lies in one line with. */
function numberLines(rows: readonly NetRow[]): number[] {
  return rows.map((row) =>
    rows.findIndex((other) => other.room === row.room && Math.abs(getMiddleM(other) - getMiddleM(row)) < SAME_LINE_M),
  );
}

/**
 * From a port `heightA` m above the floor in one rack to one in another or the same, slack included; NaN = cannot be measured,
 * because an end stands nowhere.
 */
export function computeRunLength(
  places: RackPlaces,
  { slackM, slackInRackM }: RunSlack,
  rackA: number,
  heightA: number,
  rackB: number,
  heightB: number,
): number {
  if (rackA < 0 || rackB < 0) return Number.NaN;
  if (rackA === rackB) return roundUp(Math.abs(heightA - heightB) + 2 * slackInRackM);
  const { line, yM, trayHeightM } = places;
  const lineA = line[rackA] as number;
  const lineB = line[rackB] as number;
  if (lineA < 0 || lineB < 0) return Number.NaN;
  const trayA = trayHeightM[rackA] as number;
  const trayB = trayHeightM[rackB] as number;
  const climb = Math.abs(trayA - heightA) + Math.abs(trayA - trayB) + Math.abs(trayB - heightB);
  const across = Math.abs((yM[rackA] as number) - (yM[rackB] as number));
  return roundUp(climb + computeAlong(places, rackA, rackB, lineA === lineB) + across + 2 * slackM);
}

/** Way to the east and west: straight within one line, else by the crossings that make it shortest. */
function computeAlong({ xM, westM, eastM }: RackPlaces, rackA: number, rackB: number, isOneLine: boolean): number {
  const xA = xM[rackA] as number;
  const xB = xM[rackB] as number;
  if (isOneLine) return Math.abs(xA - xB);
  const westA = westM[rackA] as number;
  const eastA = eastM[rackA] as number;
  const westB = westM[rackB] as number;
  const eastB = eastM[rackB] as number;
  return Math.min(
    passTwo(xA, westA, westB, xB),
    passTwo(xA, westA, eastB, xB),
    passTwo(xA, eastA, westB, xB),
    passTwo(xA, eastA, eastB, xB),
  );
}

/**
 * Where a cable between racks of two lines leaves the tray over the first and enters that over the second: the same x within
 * one room. Of equal ways the one by the western crossing; where trays cross anywhere, above the rack further north.
 */
export function chooseCrossing(
  { xM, yM, westM, eastM }: RackPlaces,
  rackA: number,
  rackB: number,
  isOneRoom: boolean,
): { leaveM: number; enterM: number } {
  const xA = xM[rackA] as number;
  const xB = xM[rackB] as number;
  const north = (yM[rackA] as number) <= (yM[rackB] as number) ? rackA : rackB;
  const first = isOneRoom ? north : rackA;
  const best = { leaveM: Number.NaN, enterM: Number.NaN };
  let shortestM = Number.POSITIVE_INFINITY;
  for (let way = 0; way < 4; way += 1) {
    const leaveM = (way < 2 ? westM : eastM)[first] as number;
    const enterM = isOneRoom ? leaveM : ((way % 2 === 0 ? westM : eastM)[rackB] as number);
    const lengthM = passTwo(xA, leaveM, enterM, xB);
    // A way that is shorter by less than a centimetre is not worth another crossing.
    if (lengthM >= shortestM - SAME_LINE_M) continue;
    shortestM = lengthM;
    best.leaveM = leaveM;
    best.enterM = enterM;
  }
  return best;
}

function passTwo(fromM: number, firstM: number, secondM: number, toM: number): number {
  return Math.abs(fromM - firstM) + Math.abs(firstM - secondM) + Math.abs(secondM - toM);
}

function roundUp(lengthM: number): number {
  return Math.ceil(lengthM * 100 - CENTIMETRE_NOISE) / 100;
}

/**
 * How full the trays are: every cable between two racks lies on the tray over its row, on a crossing, on the tray over the
 * other row. Of two ways of one length the one by the western crossing is taken; where trays cross anywhere a cable crosses
 * above its rack further north. Bundles go between two racks, so cables are counted by pairs of racks.
 */
import type { Memory } from '../base/memory.ts';
import { type NetFloor, type Netlist, type NetRoom, type NetRow, NONE } from '../netlist/netlist.ts';
import { chooseCrossing, createRackPlaces, type RackPlaces } from '../netlist/route-cable.ts';
import { getCableDiameter } from './cable-sections.ts';
import type { BundleCount, TrayLoad, TrayReport } from './cabling-report.ts';
import { type RackPairs, recallRackPairs } from './rack-pairs.ts';
import type { Load } from './span-loads.ts';
import { Places, TraySpans } from './tray-spans.ts';

/** null = the drawing has no floor. */
export function computeTrays(netlist: Netlist, memory: Memory): TrayReport | null {
  const { floor, rackRow, rackSlot, cabling, cableStocks } = netlist;
  if (!floor) return null;
  const pairs = recallRackPairs(netlist, memory);
  const { bundleSize, trayFillLimit } = cabling;
  return memory.recall('trays', [pairs, floor, rackRow, rackSlot, bundleSize, trayFillLimit, cableStocks], () => {
    const laid = layCables(floor, createRackPlaces(floor, rackRow, rackSlot), pairs, rackRow);
    const fills = laid.trays.map(getFullestFill);
    return {
      fillLimit: trayFillLimit,
      ...laid,
      fullestIndex: fills.length === 0 ? null : fills.indexOf(Math.max(...fills)),
      overLimitCount: fills.filter((fill) => fill > trayFillLimit).length,
      bundles: countBundles(pairs, bundleSize),
      diameters: [...new Set(cableStocks.flatMap(({ cable }) => (cable ? [getCableDiameter(cable)] : [])))],
    };
  });
}

export function getFullestFill({ segments, fullestIndex }: TrayLoad): number {
  return segments[fullestIndex]?.fill ?? 0;
}

function layCables(
  floor: NetFloor,
  places: RackPlaces,
  pairs: RackPairs,
  rackRow: Int32Array,
): Pick<TrayReport, 'trays' | 'betweenRoomsCount'> {
  const roomOfRack = Int32Array.from(rackRow, (row) => floor.rows[row]?.room ?? NONE);
  const rooms = floor.rooms.map((room, index) => new RoomTrays(room, index, places, roomOfRack));
  let betweenRoomsCount = 0;
  for (let pair = 0; pair < pairs.rackA.length; pair += 1) {
    const a = pairs.rackA[pair] as number;
    const b = pairs.rackB[pair] as number;
    const roomA = rooms[roomOfRack[a] as number];
    const roomB = rooms[roomOfRack[b] as number];
    if (a === b || !roomA || !roomB) continue;
    const cableCount = pairs.cableCount[pair] as number;
    const sectionMm2 = pairs.sectionMm2[pair] as number;
    const load = { cableCount, sectionMm2, unknownCount: pairs.unknownCount[pair] as number };
    if (places.line[a] === places.line[b]) {
      roomA.layAlong(a, places.xM[b] as number, load);
      continue;
    }
    const { leaveM, enterM } = chooseCrossing(places, a, b, roomA === roomB);
    roomA.layAlong(a, leaveM, load);
    roomB.layAlong(b, enterM, load);
    if (roomA === roomB) roomA.layAcross(leaveM, a, b, load);
    else betweenRoomsCount += cableCount;
  }
  return {
    trays: [
      ...rooms.flatMap((room) => room.listRows(floor, rackRow)),
      ...rooms.flatMap((room) => room.listCrossings()),
    ],
    betweenRoomsCount,
  };
}

/** The trays of one room, as cables are laid into them. */
class RoomTrays {
  private readonly room: NetRoom;
  private readonly places: RackPlaces;
  private readonly x: Places;
  private readonly y: Places;
  /** By line of rows, and by x of the crossing. */
  private readonly lines = new Map<number, TraySpans>();
  private readonly crossings = new Map<number, TraySpans>();

  constructor(room: NetRoom, index: number, places: RackPlaces, roomOfRack: Int32Array) {
    this.room = room;
    this.places = places;
    const isHere = (_: number, rack: number): boolean => roomOfRack[rack] === index;
    this.x = new Places([...places.xM.filter(isHere), ...room.crossingsM]);
    this.y = new Places(places.yM.filter(isHere));
  }

  /** On the tray over its row from the rack to a place. */
  layAlong(rack: number, toM: number, load: Load): void {
    const line = this.places.line[rack] as number;
    const tray = this.lines.get(line) ?? new TraySpans(this.x);
    this.lines.set(line, tray);
    tray.add(this.x.find(this.places.xM[rack] as number), this.x.find(toM), load);
  }

  layAcross(atM: number, rackA: number, rackB: number, load: Load): void {
    const tray = this.crossings.get(atM) ?? new TraySpans(this.y);
    this.crossings.set(atM, tray);
    tray.add(this.y.find(this.places.yM[rackA] as number), this.y.find(this.places.yM[rackB] as number), load);
  }

  listRows(floor: NetFloor, rackRow: Int32Array): TrayLoad[] {
    const rowsOfLine = new Map<number, Set<number>>();
    this.places.line.forEach((line, rack) => {
      if (this.lines.has(line)) rowsOfLine.set(line, (rowsOfLine.get(line) ?? new Set()).add(rackRow[rack] as number));
    });
    const trays = [...this.lines].map(([line, loads]) => {
      const rows = [...(rowsOfLine.get(line) ?? [])].sort((p, q) => p - q).map((row) => floor.rows[row] as NetRow);
      const rowIds = rows.map(({ rowId }) => rowId);
      const name = rows.map((row) => row.name).join(', ');
      const atM = this.places.yM[this.places.line.indexOf(line)] as number;
      return this.describe(loads, { kind: 'row', rowIds, name, atM });
    });
    return keepUsed(trays);
  }

  listCrossings(): TrayLoad[] {
    const trays = [...this.crossings].map(([atM, loads]) => {
      const fromWallM = Math.round((atM - this.room.xM) * 100) / 100;
      const name = `Crossing at ${fromWallM} m of ${this.room.name}`;
      return this.describe(loads, { kind: 'crossing', rowIds: [], name, atM });
    });
    return keepUsed(trays);
  }

  private describe(loads: TraySpans, about: Pick<TrayLoad, 'kind' | 'rowIds' | 'name' | 'atM'>): TrayLoad {
    const trayMm2 = this.room.trayWidthMm * this.room.trayDepthMm;
    const segments = loads.list().map((span) => ({ ...span, fill: span.sectionMm2 / trayMm2 }));
    const fills = segments.map(({ fill }) => fill);
    return { ...about, roomId: this.room.roomId, segments, fullestIndex: fills.indexOf(Math.max(...fills)) };
  }
}

/** A rack right under a crossing has nothing on the tray over its row. */
function keepUsed(trays: TrayLoad[]): TrayLoad[] {
  return trays.filter(({ segments }) => segments.length > 0).sort((p, q) => p.atM - q.atM);
}

function countBundles({ rackA, rackB, cableCount }: RackPairs, bundleSize: number): BundleCount {
  const counts = { bundleSize, bundleCount: 0, cableCount: 0, rackPairCount: 0, largestPairCableCount: 0 };
  for (let pair = 0; pair < rackA.length; pair += 1) {
    if (rackA[pair] === rackB[pair]) continue;
    const cables = cableCount[pair] as number;
    counts.bundleCount += Math.ceil(cables / bundleSize);
    counts.cableCount += cables;
    counts.rackPairCount += 1;
    counts.largestPairCableCount = Math.max(counts.largestPairCableCount, cables);
  }
  return counts;
}

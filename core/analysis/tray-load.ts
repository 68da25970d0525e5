/**
 * How full the trays are: every cable between two racks lies on the tray over its row, on a crossing, on the tray over the
 * other row. Of two ways of one length the one by the western crossing is taken; where trays cross anywhere a cable crosses
 * above its rack further north. Bundles go between two racks, so cables are counted by pairs of racks.
 */
import type { Memory } from '../base/memory.ts';
import type { NetFloor, Netlist, NetRoom, NetRow } from '../netlist/netlist.ts';
import { chooseCrossing, createRackPlaces, type RackPlaces } from '../netlist/route-cable.ts';
import { getCableDiameter } from './cable-sections.ts';
import type { BundleCount, TrayLoad, TrayReport } from './cabling-report.ts';
import { type RackPairs, recallRackPairs } from './rack-pairs.ts';
import { type Span, SpanLoads } from './span-loads.ts';

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
  const lines = new SpanLoads<number>();
  const crossings = new SpanLoads<string>();
  const roomOf = (rack: number): number => (floor.rows[rackRow[rack] as number] as NetRow).room;
  let betweenRoomsCount = 0;
  for (let pair = 0; pair < pairs.rackA.length; pair += 1) {
    const a = pairs.rackA[pair] as number;
    const b = pairs.rackB[pair] as number;
    const lineA = places.line[a] as number;
    const lineB = places.line[b] as number;
    if (a === b || lineA < 0 || lineB < 0) continue;
    const load = {
      cableCount: pairs.cableCount[pair] as number,
      sectionMm2: pairs.sectionMm2[pair] as number,
      unknownCount: pairs.unknownCount[pair] as number,
    };
    const xA = places.xM[a] as number;
    const xB = places.xM[b] as number;
    if (lineA === lineB) {
      lines.add(lineA, xA, xB, load);
      continue;
    }
    const isOneRoom = roomOf(a) === roomOf(b);
    const { leaveM, enterM } = chooseCrossing(places, a, b, isOneRoom);
    lines.add(lineA, xA, leaveM, load);
    lines.add(lineB, enterM, xB, load);
    if (isOneRoom) {
      crossings.add(`${roomOf(a)} ${leaveM}`, places.yM[a] as number, places.yM[b] as number, load);
    } else betweenRoomsCount += load.cableCount;
  }
  const rowTrays = [...lines.list()].map(([line, spans]) => describeRowTray(floor, places, rackRow, line, spans));
  const crossTrays = [...crossings.list()].map(([key, spans]) => describeCrossing(floor, key, spans));
  return { trays: [...sortTrays(rowTrays), ...sortTrays(crossTrays)], betweenRoomsCount };
}

function describeRowTray(
  floor: NetFloor,
  places: RackPlaces,
  rackRow: Int32Array,
  line: number,
  spans: readonly Span[],
): TrayLoad {
  const rack = places.line.indexOf(line);
  const rows = [...new Set(rackRow.filter((_, index) => places.line[index] === line))].map(
    (row) => floor.rows[row] as NetRow,
  );
  const room = floor.rooms[(floor.rows[rackRow[rack] as number] as NetRow).room] as NetRoom;
  return fillTray(room, spans, {
    kind: 'row',
    rowIds: rows.map(({ rowId }) => rowId),
    name: rows.map(({ name }) => name).join(', '),
    atM: places.yM[rack] as number,
  });
}

function describeCrossing(floor: NetFloor, key: string, spans: readonly Span[]): TrayLoad {
  const [roomIndex, at] = key.split(' ').map(Number) as [number, number];
  const room = floor.rooms[roomIndex] as NetRoom;
  const fromWallM = Math.round((at - room.xM) * 100) / 100;
  return fillTray(room, spans, {
    kind: 'crossing',
    rowIds: [],
    name: `Crossing at ${fromWallM} m of ${room.name}`,
    atM: at,
  });
}

function fillTray(
  room: NetRoom,
  spans: readonly Span[],
  about: Pick<TrayLoad, 'kind' | 'rowIds' | 'name' | 'atM'>,
): TrayLoad {
  const trayMm2 = room.trayWidthMm * room.trayDepthMm;
  const segments = spans.map((span) => ({ ...span, fill: span.sectionMm2 / trayMm2 }));
  const fills = segments.map(({ fill }) => fill);
  return { ...about, roomId: room.roomId, segments, fullestIndex: fills.indexOf(Math.max(...fills)) };
}

function sortTrays(trays: TrayLoad[]): TrayLoad[] {
  return trays.sort((x, y) => (x.roomId < y.roomId ? -1 : x.roomId > y.roomId ? 1 : x.atM - y.atM));
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

/**
 * Where the cables of some objects run on the floor: how many lie on every stretch of tray, by fabric, and how long they are.
 * The ways are those that lengths and tray fill are worked out by.
 */
import type { ObjectRef } from '../base/diagnostic.ts';
import type { Netlist, NetRow } from '../netlist/netlist.ts';
import { chooseCrossing, createRackPlaces } from '../netlist/route-cable.ts';
import { SpanLoads } from './span-loads.ts';

/** A stretch of tray, or of the way between two rooms, with the same cables over all of it. */
export interface RunStretch {
  readonly fabricId: string;
  readonly x1M: number;
  readonly y1M: number;
  readonly x2M: number;
  readonly y2M: number;
  readonly cableCount: number;
}

export interface FloorRuns {
  readonly stretches: readonly RunStretch[];
  /** Cables of the objects, wherever they run. */
  readonly cableCount: number;
  /** Of them: inside one rack, and with an end that stands nowhere. */
  readonly inRackCount: number;
  readonly offFloorCount: number;
  /** With slack; 0 = there are no cables. */
  readonly longestM: number;
  readonly totalM: number;
}

type CableTest = (cable: number) => boolean;

/** Cables with an end in one of the devices or racks, or of one of the links or fabrics. */
function createTest(netlist: Netlist, refs: readonly ObjectRef[]): CableTest {
  const { groups, rackGroups, links, fabrics } = netlist;
  const members = new Uint8Array(netlist.memberCount);
  const racks = new Uint8Array(netlist.rackCount);
  const linkWanted = new Uint8Array(links.length);
  for (const ref of refs) {
    const group = ref.kind === 'device' ? groups.find(({ deviceId }) => deviceId === ref.id) : undefined;
    if (group) markRun(members, group.firstMember, group.count, ref.member);
    const rackGroup = ref.kind === 'rack' ? rackGroups.find(({ rackId }) => rackId === ref.id) : undefined;
    if (rackGroup) markRun(racks, rackGroup.firstRack, rackGroup.count, ref.member);
    for (const [index, link] of links.entries()) {
      const isNamed = ref.kind === 'link' && link.linkId === ref.id;
      const isOfFabric = ref.kind === 'fabric' && fabrics[link.fabric]?.fabricId === ref.id;
      if (isNamed || isOfFabric) linkWanted[index] = 1;
    }
  }
  const isEnd = (cage: number): boolean => {
    const member = netlist.cageMember[cage] as number;
    const rack = netlist.memberRack[member] as number;
    return members[member] === 1 || (rack >= 0 && racks[rack] === 1);
  };
  return (cable) =>
    linkWanted[netlist.cableLink[cable] as number] === 1 ||
    isEnd(netlist.cableCageA[cable] as number) ||
    isEnd(netlist.cableCageB[cable] as number);
}

function markRun(marks: Uint8Array, first: number, count: number, member: number | undefined): void {
  if (member === undefined) marks.fill(1, first, first + count);
  else if (member < count) marks[first + member] = 1;
}

/** By fabric and pair of racks, how many cables. */
interface PairCount {
  readonly fabric: number;
  readonly rackA: number;
  readonly rackB: number;
  cableCount: number;
}

/** Linear in the cables. */
export function computeFloorRuns(netlist: Netlist, refs: readonly ObjectRef[]): FloorRuns {
  const { memberRack, cageMember, cableCageA, cableCageB, rackCount, rackRow } = netlist;
  const isWanted = createTest(netlist, refs);
  const pairs = new Map<number, PairCount>();
  const found = { cableCount: 0, inRackCount: 0, offFloorCount: 0, longestM: 0, totalM: 0 };
  for (let cable = 0; cable < netlist.cableCount; cable += 1) {
    if (!isWanted(cable)) continue;
    const lengthM = netlist.cableLengthM[cable] as number;
    found.cableCount += 1;
    found.totalM += lengthM;
    found.longestM = Math.max(found.longestM, lengthM);
    const a = memberRack[cageMember[cableCageA[cable] as number] as number] as number;
    const b = memberRack[cageMember[cableCageB[cable] as number] as number] as number;
    if (a === b && a >= 0) found.inRackCount += 1;
    else if (a < 0 || b < 0 || (rackRow[a] as number) < 0 || (rackRow[b] as number) < 0) found.offFloorCount += 1;
    else {
      const fabric = netlist.links[netlist.cableLink[cable] as number]?.fabric ?? 0;
      const rackA = Math.min(a, b);
      const rackB = Math.max(a, b);
      const key = (fabric * rackCount + rackA) * rackCount + rackB;
      const known = pairs.get(key);
      if (known) known.cableCount += 1;
      else pairs.set(key, { fabric, rackA, rackB, cableCount: 1 });
    }
  }
  return { ...found, stretches: layOnTrays(netlist, [...pairs.values()]) };
}

function layOnTrays(netlist: Netlist, pairs: readonly PairCount[]): RunStretch[] {
  const { floor, rackRow, rackSlot } = netlist;
  if (!floor) return [];
  const places = createRackPlaces(floor, rackRow, rackSlot);
  const spans = new SpanLoads<string>();
  const between: RunStretch[] = [];
  const fabricIdOf = (fabric: number): string => netlist.fabrics[fabric]?.fabricId ?? '';
  for (const { fabric, rackA, rackB, cableCount } of pairs) {
    const load = { cableCount, sectionMm2: 0, unknownCount: 0 };
    const [xA, yA] = [places.xM[rackA] as number, places.yM[rackA] as number];
    const [xB, yB] = [places.xM[rackB] as number, places.yM[rackB] as number];
    if (places.line[rackA] === places.line[rackB]) {
      spans.add(`${fabric} x ${yA}`, xA, xB, load);
      continue;
    }
    const { leaveM, enterM } = chooseCrossing(places, rackA, rackB, isOneRoom(netlist, rackA, rackB));
    spans.add(`${fabric} x ${yA}`, xA, leaveM, load);
    spans.add(`${fabric} x ${yB}`, enterM, xB, load);
    spans.add(`${fabric} y ${leaveM}`, yA, yB, load);
    if (leaveM !== enterM) {
      between.push({ fabricId: fabricIdOf(fabric), x1M: leaveM, y1M: yB, x2M: enterM, y2M: yB, cableCount });
    }
  }
  return [...listStretches(spans, fabricIdOf), ...between];
}

function isOneRoom({ floor, rackRow }: Netlist, rackA: number, rackB: number): boolean {
  const roomOf = (rack: number): number | undefined =>
    (floor?.rows[rackRow[rack] as number] as NetRow | undefined)?.room;
  return roomOf(rackA) === roomOf(rackB);
}

function listStretches(spans: SpanLoads<string>, fabricIdOf: (fabric: number) => string): RunStretch[] {
  return [...spans.list()].flatMap(([key, stretches]) => {
    const [fabric, axis, at] = key.split(' ') as [string, string, string];
    const atM = Number(at);
    return stretches.map(({ fromM, toM, cableCount }): RunStretch => {
      const fabricId = fabricIdOf(Number(fabric));
      return axis === 'x'
        ? { fabricId, x1M: fromM, y1M: atM, x2M: toM, y2M: atM, cableCount }
        : { fabricId, x1M: atM, y1M: fromM, x2M: atM, y2M: toM, cableCount };
    });
  });
}

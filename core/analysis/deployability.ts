/** How easy the drawing is to build: lengths to keep apart, where cables run, what copper does not reach, how alike racks are. */
import type { Memory } from '../base/memory.ts';
import { formatRackName } from '../netlist/names.ts';
import type { NetGroup, Netlist, NetLink, NetRackGroup, NetRow } from '../netlist/netlist.ts';
import { createRackPlaces } from '../netlist/route-cable.ts';
import { classifyRacks } from './alike-racks.ts';
import { countCablesByStock } from './count-cables.ts';
import type { DeployabilityReport, RackAlikeness, RackSideLoad } from './cabling-report.ts';
import { type LinkCabling, recallLinkCabling } from './link-cabling.ts';
import { type RackPairs, recallRackPairs } from './rack-pairs.ts';
import { recallLinkRuns } from './link-runs.ts';

/** Patterns that are listed. */
const PATTERN_LIMIT = 10;

export function computeDeployability(netlist: Netlist, memory: Memory): DeployabilityReport {
  const { floor, rackRow, rackSlot, rackGroups, cableStock, cableStocks } = netlist;
  // On no floor only cables inside one rack go a way that is known.
  const pairs = floor === null ? null : recallRackPairs(netlist, memory);
  const cabling = recallLinkCabling(netlist, memory);
  const runs = recallLinkRuns(netlist, memory);
  const frames = rackGroups.flatMap(({ name, part, heightUnits, cooling, count }) => {
    return [name, part, heightUnits, cooling, count];
  });
  const parts = netlist.groups.map(({ part }) => part);
  const seats = [netlist.memberRack, netlist.memberUnit, netlist.memberFace, ...frames, ...parts];
  return {
    cableCount: netlist.cableCount,
    measuredCount: sumOf(runs, ({ measuredCount }) => measuredCount),
    ...memory.recall('bought lengths', [cableStock, cableStocks], () => countLengths(netlist)),
    runTotalM: sumOf(runs, ({ totalM }) => totalM),
    ...(pairs === null
      ? { ...NO_WAYS, inRackCount: sumOf(cabling, ({ insideCount }) => insideCount) }
      : memory.recall('ways of cables', [pairs, floor, rackRow, rackSlot], () => countWays(netlist, pairs))),
    copper: {
      cableCount: sumOf(runs, ({ beyondCopperCount, cableCount }) => (beyondCopperCount === null ? 0 : cableCount)),
      beyondReachCount: sumOf(runs, ({ beyondCopperCount }) => beyondCopperCount ?? 0),
    },
    ...memory.recall('fullest sides', [...cabling, ...seats], () => findFullestSides(netlist, cabling)),
    alikeness: memory.recall('alike racks', [...cabling, ...seats], () => describeAlikeness(netlist, cabling)),
    links: runs.map(({ totalM: _total, ...link }) => link),
  };
}

function sumOf<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}

function countLengths(netlist: Netlist): Pick<DeployabilityReport, 'lengths' | 'boughtTotalM'> {
  const { cableStocks } = netlist;
  const counts = new Uint32Array(cableStocks.length);
  for (const { stock, count } of countCablesByStock(netlist)) counts[stock] = (counts[stock] as number) + count;
  const byLength = new Map<number, { cableCount: number; isKnown: boolean }>();
  let boughtTotalM = 0;
  cableStocks.forEach(({ lengthM, isKnown }, stock) => {
    const count = counts[stock] as number;
    const before = byLength.get(lengthM);
    boughtTotalM += count * lengthM;
    byLength.set(lengthM, {
      cableCount: (before?.cableCount ?? 0) + count,
      isKnown: isKnown && (before?.isKnown ?? true),
    });
  });
  const lengths = [...byLength].map(([lengthM, counted]) => ({ lengthM, ...counted }));
  return { lengths: lengths.sort((x, y) => x.lengthM - y.lengthM), boughtTotalM };
}

type Ways = Pick<DeployabilityReport, 'inRackCount' | 'inRowCount' | 'crossRowCount' | 'crossRoomCount'>;

const NO_WAYS: Ways = { inRackCount: 0, inRowCount: 0, crossRowCount: 0, crossRoomCount: 0 };

/** Rows in one line count as one. */
function countWays({ floor, rackRow, rackSlot }: Netlist, { rackA, rackB, cableCount }: RackPairs): Ways {
  const { line } = createRackPlaces(floor, rackRow, rackSlot);
  const ways = { ...NO_WAYS };
  for (let pair = 0; pair < rackA.length; pair += 1) {
    const [a, b] = [rackA[pair] as number, rackB[pair] as number];
    const [lineA, lineB] = [line[a] as number, line[b] as number];
    const count = cableCount[pair] as number;
    if (a === b) ways.inRackCount += count;
    else if (lineA < 0 || lineB < 0) continue;
    else if (lineA === lineB) ways.inRowCount += count;
    else {
      const [rowA, rowB] = [floor?.rows[lineA] as NetRow, floor?.rows[lineB] as NetRow];
      if (rowA.room === rowB.room) ways.crossRowCount += count;
      else ways.crossRoomCount += count;
    }
  }
  return ways;
}

/** Ports are at the rear of a server and at the front of a switch; devices may be mounted the other way round. */
function findFullestSides(
  netlist: Netlist,
  cabling: readonly LinkCabling[],
): Pick<DeployabilityReport, 'fullestFront' | 'fullestRear'> {
  const { groups, rackCount } = netlist;
  const sides = [new Uint32Array(rackCount), new Uint32Array(rackCount)] as const;
  cabling.forEach(({ endsA, endsB }, index) => {
    const link = netlist.links[index] as NetLink;
    addEnds(netlist, groups[link.groupA] as NetGroup, endsA, sides);
    addEnds(netlist, groups[link.groupB] as NetGroup, endsB, sides);
  });
  return { fullestFront: findFullest(netlist, sides[0]), fullestRear: findFullest(netlist, sides[1]) };
}

function addEnds(
  { memberRack, memberFace }: Netlist,
  { part, firstMember }: NetGroup,
  ends: Uint32Array,
  sides: readonly [front: Uint32Array, rear: Uint32Array],
): void {
  const portsFace = part?.kind === 'switch' ? 0 : 1;
  for (let i = 0; i < ends.length; i += 1) {
    const rack = memberRack[firstMember + i] as number;
    if (rack < 0) continue;
    const side = sides[((memberFace[firstMember + i] as number) ^ portsFace) as 0 | 1];
    side[rack] = (side[rack] as number) + (ends[i] as number);
  }
}

function findFullest(netlist: Netlist, ends: Uint32Array): RackSideLoad | null {
  let fullest = 0;
  for (let rack = 1; rack < ends.length; rack += 1) {
    if ((ends[rack] as number) > (ends[fullest] as number)) fullest = rack;
  }
  const cableEnds = ends[fullest] ?? 0;
  return cableEnds === 0 ? null : { ...nameRack(netlist, fullest), cableEnds };
}

function describeAlikeness(netlist: Netlist, cabling: readonly LinkCabling[]): RackAlikeness {
  const racksOf = new Map<number, { first: number; count: number }>();
  const classOf = classifyRacks(netlist, cabling);
  for (let rack = 0; rack < classOf.length; rack += 1) {
    const own = classOf[rack] as number;
    const known = racksOf.get(own);
    if (known) known.count += 1;
    else racksOf.set(own, { first: rack, count: 1 });
  }
  const patterns = [...racksOf.values()].sort((x, y) => y.count - x.count || x.first - y.first);
  return {
    rackCount: netlist.rackCount,
    patternCount: patterns.length,
    largest: patterns
      .slice(0, PATTERN_LIMIT)
      .map(({ first, count }) => ({ ...nameRack(netlist, first), rackCount: count })),
    singleCount: patterns.filter(({ count }) => count === 1).length,
  };
}

function nameRack({ rackGroups }: Netlist, rack: number): { rackId: string; rackIndex: number; rackName: string } {
  const group = rackGroups.find(({ firstRack, count }) => rack < firstRack + count) as NetRackGroup;
  const rackIndex = rack - group.firstRack;
  return { rackId: group.rackId, rackIndex, rackName: formatRackName(group.name, rackIndex, group.count) };
}

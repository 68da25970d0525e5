/** How easy the drawing is to build: lengths to keep apart, where cables run, what copper does not reach, how alike racks are. */
import type { Memory } from '../base/memory.ts';
import { formatRackName } from '../netlist/names.ts';
import type { NetBlock, NetGroup, Netlist, NetRackGroup, NetRow } from '../netlist/netlist.ts';
import { createRackPlaces } from '../netlist/route-cable.ts';
import { classifyRacks } from './alike-racks.ts';
import type { DeployabilityReport, RackAlikeness, RackSideLoad } from './cabling-report.ts';
import { getPassiveCopperReachM } from './copper-reach.ts';
import { type RackPairs, recallRackPairs } from './rack-pairs.ts';
import { measureLinkRuns } from './link-runs.ts';

/** Patterns that are listed. */
const PATTERN_LIMIT = 10;

export function computeDeployability(netlist: Netlist, memory: Memory): DeployabilityReport {
  const pairs = recallRackPairs(netlist, memory);
  const { floor, rackRow, rackSlot, cableStock, cableStocks, cableLengthM, connectionRouted, memberUnit, memberFace } =
    netlist;
  const names = [
    ...netlist.groups.flatMap(({ deviceId, part, nameTemplate, membersPerPod }) => [
      deviceId,
      part,
      nameTemplate,
      membersPerPod,
    ]),
    ...netlist.rackGroups.flatMap(({ rackId, name, part, heightUnits, cooling, count }) => [
      rackId,
      name,
      part,
      heightUnits,
      cooling,
      count,
    ]),
    ...netlist.links.flatMap(({ linkId, blockA }) => [linkId, netlist.blocks[blockA]?.block]),
  ];
  const inputs = [pairs, floor, rackRow, rackSlot, cableStock, cableStocks, cableLengthM, connectionRouted];
  return memory.recall('deployability', [...inputs, memberUnit, memberFace, netlist.cableLink, ...names], () => {
    const links = measureLinkRuns(netlist);
    return {
      cableCount: netlist.cableCount,
      measuredCount: links.reduce((sum, { measuredCount }) => sum + measuredCount, 0),
      ...countLengths(netlist),
      ...countWays(netlist, pairs),
      copper: countBeyondCopper(netlist),
      ...findFullestSides(netlist),
      alikeness: describeAlikeness(netlist),
      links,
    };
  });
}

function countLengths({
  cableCount,
  cableLengthM,
  cableStock,
  cableStocks,
}: Netlist): Pick<DeployabilityReport, 'lengths' | 'runTotalM' | 'boughtTotalM'> {
  const counts = new Uint32Array(cableStocks.length);
  let runTotalM = 0;
  for (let cable = 0; cable < cableCount; cable += 1) {
    const stock = cableStock[cable] as number;
    counts[stock] = (counts[stock] as number) + 1;
    runTotalM += cableLengthM[cable] as number;
  }
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
  return { lengths: lengths.sort((x, y) => x.lengthM - y.lengthM), runTotalM, boughtTotalM };
}

type Ways = Pick<DeployabilityReport, 'inRackCount' | 'inRowCount' | 'crossRowCount' | 'crossRoomCount'>;

/** Rows in one line count as one. */
function countWays({ floor, rackRow, rackSlot }: Netlist, { rackA, rackB, cableCount }: RackPairs): Ways {
  const { line } = createRackPlaces(floor, rackRow, rackSlot);
  const ways = { inRackCount: 0, inRowCount: 0, crossRowCount: 0, crossRoomCount: 0 };
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

/** By the lanes of the A end: those of both ends run at one rate. */
function countBeyondCopper({ links, blocks, cableLink, cableLengthM }: Netlist): DeployabilityReport['copper'] {
  const reachOfLink = links.map(({ blockA }) => getPassiveCopperReachM((blocks[blockA] as NetBlock).block.gbpsPerLane));
  const counts = { cableCount: 0, beyondReachCount: 0 };
  for (let cable = 0; cable < cableLink.length; cable += 1) {
    const reachM = reachOfLink[cableLink[cable] as number] ?? null;
    if (reachM === null) continue;
    counts.cableCount += 1;
    if ((cableLengthM[cable] as number) > reachM) counts.beyondReachCount += 1;
  }
  return counts;
}

/** Ports are at the rear of a server and at the front of a switch; devices may be mounted the other way round. */
function findFullestSides(netlist: Netlist): Pick<DeployabilityReport, 'fullestFront' | 'fullestRear'> {
  const { groups, memberGroup, memberRack, memberFace, cageMember, cableCageA, cableCageB, rackCount } = netlist;
  const endsOfMember = new Uint32Array(netlist.memberCount);
  for (const cages of [cableCageA, cableCageB]) {
    for (let cable = 0; cable < cages.length; cable += 1) {
      const member = cageMember[cages[cable] as number] as number;
      endsOfMember[member] = (endsOfMember[member] as number) + 1;
    }
  }
  const sides = [new Uint32Array(rackCount), new Uint32Array(rackCount)] as const;
  for (let member = 0; member < netlist.memberCount; member += 1) {
    const rack = memberRack[member] as number;
    if (rack < 0) continue;
    const { part } = groups[memberGroup[member] as number] as NetGroup;
    const side = sides[((memberFace[member] as number) ^ (part?.kind === 'switch' ? 0 : 1)) as 0 | 1];
    side[rack] = (side[rack] as number) + (endsOfMember[member] as number);
  }
  return { fullestFront: findFullest(netlist, sides[0]), fullestRear: findFullest(netlist, sides[1]) };
}

function findFullest(netlist: Netlist, ends: Uint32Array): RackSideLoad | null {
  let fullest = 0;
  for (let rack = 1; rack < ends.length; rack += 1) {
    if ((ends[rack] as number) > (ends[fullest] as number)) fullest = rack;
  }
  const cableEnds = ends[fullest] ?? 0;
  return cableEnds === 0 ? null : { ...nameRack(netlist, fullest), cableEnds };
}

function describeAlikeness(netlist: Netlist): RackAlikeness {
  const racksOf = new Map<number, { first: number; count: number }>();
  classifyRacks(netlist).forEach((own, rack) => {
    const known = racksOf.get(own);
    if (known) known.count += 1;
    else racksOf.set(own, { first: rack, count: 1 });
  });
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

/** Power, heat, air and coolant of racks, rows and rooms, and of what feeds and cools them: the contents page. */
import { type Netlist, NONE } from '../netlist/netlist.ts';
import { CFM_PER_M3_PER_HOUR, computeAirflowM3PerHour, computeCoolantLpm } from './air-and-coolant.ts';
import { computeCdus, computeWithoutCdu, computeZones } from './cooling-plant.ts';
import { computeEnergy } from './energy.ts';
import type { FacilityReport, FacilitySum, RackFigures, RackGroupFigures, RackHeat } from './facility-report.ts';
import { addFacilitySums, sumByBucket, type SumInput } from './facility-sums.ts';
import {
  computeDark,
  computeFeeds,
  computePdus,
  computeWithoutFeed,
  listOffFeeds,
  type SupplyInput,
} from './feed-figures.ts';
import type { OpticsPower } from './optics-power.ts';
import { computePublishedAirflow } from './published-airflow.ts';
import type { RackSums } from './rack-figures.ts';
import type { RackPower } from './report.ts';
import { codeOf, judgeSupply, listSupplyLines } from './supply.ts';

/** `fullest` is the fullest rack of every rack group. */
export function computeFacility(
  netlist: Netlist,
  optics: OpticsPower,
  rackSums: RackSums,
  fullest: readonly RackPower[],
): FacilityReport {
  const { site } = netlist.facilities;
  const lines = listSupplyLines(netlist);
  const supply = judgeSupply(netlist, lines, rackSums.max, listOffFeeds(netlist));
  const sumInput: SumInput = { netlist, optics, rackSums, supply, heightUnits: listHeights(netlist) };
  const groups = sumRackGroups(sumInput);
  const input: SupplyInput = { netlist, lines, rackSums, supply, groups, fullest };
  const feeds = computeFeeds(input);
  const places = sumPlaces(sumInput);
  const whole = addFacilitySums(netlist, [...groups, places.unracked]);
  return {
    airRiseC: site.airRiseC,
    coolantRiseC: site.coolantRiseC,
    liquidShare: site.liquidShare ?? null,
    racks: listRackFigures(netlist, rackSums, supply),
    rackGroups: groups,
    ...places,
    site: whole,
    feeds,
    pdus: computePdus(input),
    withoutFeed: computeWithoutFeed(input),
    dark: computeDark(input, sumDark(sumInput), feeds),
    energy: computeEnergy(netlist.facilities, whole.typicalW, whole.maxW),
    zones: computeZones(netlist, places.rows),
    cdus: computeCdus(netlist, places.rows),
    withoutCdu: computeWithoutCdu(netlist, rackSums.heat),
    publishedAirflow: computePublishedAirflow(netlist),
  };
}

function listHeights({ rackCount, rackGroups }: Netlist): Uint16Array {
  const heights = new Uint16Array(rackCount);
  for (const { heightUnits, firstRack, count } of rackGroups) heights.fill(heightUnits, firstRack, firstRack + count);
  return heights;
}

function sumRackGroups(input: SumInput): RackGroupFigures[] {
  const { rackGroups, rackCount } = input.netlist;
  const bucketOf = new Int32Array(rackCount + 1).fill(NONE);
  rackGroups.forEach(({ firstRack, count }, index) => bucketOf.fill(index, firstRack, firstRack + count));
  const sums = sumByBucket(input, bucketOf, rackGroups.length);
  return rackGroups.map(({ rackId, name }, index) => ({ rackId, name, ...(sums[index] as FacilitySum) }));
}

/** By row and room; then racks in no row, and devices in no rack. */
function sumPlaces(input: SumInput): Pick<FacilityReport, 'rows' | 'rooms' | 'offFloor' | 'unracked'> {
  const { floor, rackCount, rackRow } = input.netlist;
  const rows = floor?.rows ?? [];
  const rooms = floor?.rooms ?? [];
  const bucketOf = new Int32Array(rackCount + 1).fill(rows.length);
  for (let rack = 0; rack < rackCount; rack += 1) {
    const row = rackRow[rack] as number;
    if (row >= 0) bucketOf[rack] = row;
  }
  bucketOf[rackCount] = rows.length + 1;
  const byRow = sumByBucket(input, bucketOf, rows.length + 2);
  return {
    rows: rows.map(({ rowId, name, room }, index) => ({
      rowId,
      roomId: rooms[room]?.roomId ?? '',
      name,
      ...(byRow[index] as FacilitySum),
    })),
    rooms: rooms.map(({ roomId, name }, index) => ({
      roomId,
      name,
      ...addFacilitySums(
        input.netlist,
        byRow.filter((_, row) => rows[row]?.room === index),
      ),
    })),
    offFloor: byRow[rows.length] as FacilitySum,
    unracked: byRow[rows.length + 1] as FacilitySum,
  };
}

function sumDark(input: SumInput): FacilitySum {
  const bucketOf = new Int32Array(input.netlist.rackCount + 1).fill(NONE);
  const dark = codeOf('dark');
  const { supply } = input;
  for (let rack = 0; rack < supply.length; rack += 1) if (supply[rack] === dark) bucketOf[rack] = 0;
  return sumByBucket(input, bucketOf, 1)[0] as FacilitySum;
}

/** Without the entry for what stands in no rack. */
function listRackFigures({ rackCount, facilities }: Netlist, sums: RackSums, supply: Uint8Array): RackFigures {
  const { airRiseC, coolantRiseC } = facilities.site;
  const cut = <T extends Float64Array | Uint32Array>(values: T): T => values.slice(0, rackCount) as T;
  const heat = { airW: cut(sums.heat.airW), liquidW: cut(sums.heat.liquidW), openW: cut(sums.heat.openW) };
  const flows = listFlows(heat, airRiseC, coolantRiseC);
  return {
    typicalW: { value: cut(sums.typical.value), unknown: cut(sums.typical.unknown) },
    maxW: { value: cut(sums.max.value), unknown: cut(sums.max.unknown) },
    weightKg: { value: cut(sums.weight.value), unknown: cut(sums.weight.unknown) },
    usedUnits: cut(sums.usedUnits),
    heat,
    ...flows,
    supply,
  };
}

/** Heat of which nobody says where it goes counts in both. */
function listFlows(
  { airW, liquidW, openW }: RackHeat,
  airRiseC: number,
  coolantRiseC: number,
): Pick<RackFigures, 'airflowM3PerHour' | 'airflowCfm' | 'coolantLpm'> {
  const airflowM3PerHour = new Float64Array(airW.length);
  const airflowCfm = new Float64Array(airW.length);
  const coolantLpm = new Float64Array(airW.length);
  for (let rack = 0; rack < airW.length; rack += 1) {
    const open = openW[rack] as number;
    const flow = computeAirflowM3PerHour((airW[rack] as number) + open, airRiseC);
    airflowM3PerHour[rack] = flow;
    airflowCfm[rack] = flow * CFM_PER_M3_PER_HOUR;
    coolantLpm[rack] = computeCoolantLpm((liquidW[rack] as number) + open, coolantRiseC);
  }
  return { airflowM3PerHour, airflowCfm, coolantLpm };
}

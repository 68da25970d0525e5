/** Racks added up by rack group, row, room and site. */
import { type Netlist, NONE } from '../netlist/netlist.ts';
import { CFM_PER_M3_PER_HOUR, computeAirflowM3PerHour, computeCoolantLpm } from './air-and-coolant.ts';
import type { FacilitySum, Flow, HeatSplit } from './facility-report.ts';
import type { OpticsPower } from './optics-power.ts';
import { listUnknown, type RackFigure, type RackSums } from './rack-figures.ts';
import { codeOf } from './supply.ts';

/** What the sums are made from. `rackSums` ends with what stands in no rack, and `supply` knows racks only. */
export interface SumInput {
  readonly netlist: Netlist;
  readonly optics: OpticsPower;
  readonly rackSums: RackSums;
  readonly supply: Uint8Array;
  readonly heightUnits: Uint16Array;
}

interface OpenSum {
  rackCount: number;
  gpuCount: number;
  usedUnits: number;
  heightUnits: number;
  airW: number;
  liquidW: number;
  openW: number;
  densestRackW: number;
  darkRackCount: number;
  overloadedRackCount: number;
  readonly value: Record<RackFigure, number>;
  readonly unknown: Record<RackFigure, number>;
}

const FIGURES: readonly RackFigure[] = ['typical', 'max', 'weight'];

/**
 * One sum for each of `bucketCount` buckets. `bucketOf` has an entry for every rack and one more for what stands in none; NONE =
 * in no bucket.
 */
export function sumByBucket(input: SumInput, bucketOf: Int32Array, bucketCount: number): FacilitySum[] {
  const sums = Array.from({ length: bucketCount }, createSum);
  for (let rack = 0; rack < bucketOf.length; rack += 1) {
    const sum = sums[bucketOf[rack] as number];
    if (sum) addRack(input, rack, sum);
  }
  const names = Object.fromEntries(
    FIGURES.map((figure) => [figure, nameUnknown(input, figure, bucketOf, bucketCount)]),
  ) as Record<RackFigure, Set<string>[]>;
  return sums.map((sum, bucket) => finishSum(input.netlist, sum, (figure) => names[figure][bucket] ?? new Set()));
}

function createSum(): OpenSum {
  return {
    rackCount: 0,
    gpuCount: 0,
    usedUnits: 0,
    heightUnits: 0,
    airW: 0,
    liquidW: 0,
    openW: 0,
    densestRackW: 0,
    darkRackCount: 0,
    overloadedRackCount: 0,
    value: { typical: 0, max: 0, weight: 0 },
    unknown: { typical: 0, max: 0, weight: 0 },
  };
}

const DARK = codeOf('dark');
const OVERLOADED = codeOf('overloaded');

function addRack({ netlist, rackSums, supply, heightUnits }: SumInput, rack: number, sum: OpenSum): void {
  sum.gpuCount += rackSums.gpuCount[rack] as number;
  sum.airW += rackSums.heat.airW[rack] as number;
  sum.liquidW += rackSums.heat.liquidW[rack] as number;
  sum.openW += rackSums.heat.openW[rack] as number;
  for (const figure of FIGURES) {
    sum.value[figure] += rackSums[figure].value[rack] as number;
    sum.unknown[figure] += rackSums[figure].unknown[rack] as number;
  }
  if (rack >= netlist.rackCount) return;
  sum.rackCount += 1;
  sum.usedUnits += rackSums.usedUnits[rack] as number;
  sum.heightUnits += heightUnits[rack] as number;
  sum.densestRackW = Math.max(sum.densestRackW, rackSums.max.value[rack] as number);
  if (supply[rack] === DARK) sum.darkRackCount += 1;
  if (supply[rack] === OVERLOADED) sum.overloadedRackCount += 1;
}

/** Names of parts without the figure, by bucket. */
function nameUnknown(
  { netlist, optics }: SumInput,
  figure: RackFigure,
  bucketOf: Int32Array,
  bucketCount: number,
): Set<string>[] {
  const names = Array.from({ length: bucketCount }, () => new Set<string>());
  netlist.groups.forEach(({ firstMember, count }, index) => {
    const lacking = listUnknown(netlist, index, figure, optics);
    if (lacking.length === 0) return;
    let last = NONE;
    for (let member = firstMember; member < firstMember + count; member += 1) {
      const rack = netlist.memberRack[member] as number;
      const bucket = bucketOf[rack < 0 ? netlist.rackCount : rack] as number;
      if (bucket === last) continue;
      last = bucket;
      for (const name of lacking) names[bucket]?.add(name);
    }
  });
  return names;
}

function finishSum(netlist: Netlist, sum: OpenSum, namesOf: (figure: RackFigure) => ReadonlySet<string>): FacilitySum {
  const { airW, liquidW, openW, value, unknown, ...counts } = sum;
  const heat = { airW, liquidW, openW };
  const describe = (figure: RackFigure) => ({
    value: value[figure],
    unknownCount: unknown[figure],
    unknownParts: unknown[figure] > 0 ? [...namesOf(figure)].sort() : [],
  });
  return {
    ...counts,
    typicalW: describe('typical'),
    maxW: describe('max'),
    weightKg: describe('weight'),
    heat,
    ...computeFlows(netlist, heat),
  };
}

/** Air and water for some heat; what nobody says goes into one or the other. */
export function computeFlows(
  { facilities }: Netlist,
  { airW, liquidW, openW }: HeatSplit,
): { airflowM3PerHour: Flow; airflowCfm: Flow; coolantLpm: Flow } {
  const { airRiseC, coolantRiseC } = facilities.site;
  const least = computeAirflowM3PerHour(airW, airRiseC);
  const most = computeAirflowM3PerHour(airW + openW, airRiseC);
  return {
    airflowM3PerHour: { least, most },
    airflowCfm: { least: least * CFM_PER_M3_PER_HOUR, most: most * CFM_PER_M3_PER_HOUR },
    coolantLpm: {
      least: computeCoolantLpm(liquidW, coolantRiseC),
      most: computeCoolantLpm(liquidW + openW, coolantRiseC),
    },
  };
}

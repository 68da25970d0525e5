/** Racks added up by rack group, row, room and site. */
import { type Netlist, NONE } from '../netlist/netlist.ts';
import { CFM_PER_M3_PER_HOUR, computeAirflowM3PerHour, computeCoolantLpm } from './air-and-coolant.ts';
import type { FacilitySum, Flow, HeatSplit } from './facility-report.ts';
import type { OpticsPower } from './optics-power.ts';
import { addPartialSums } from './power.ts';
import { nameLacking, type RackSums } from './rack-figures.ts';
import type { PartialSum } from './report.ts';
import { codeOf } from './supply.ts';

/** What the sums are made from. `rackSums` ends with what stands in no rack, and `supply` knows racks only. */
export interface SumInput {
  readonly netlist: Netlist;
  readonly optics: OpticsPower;
  readonly rackSums: RackSums;
  readonly supply: Uint8Array;
  readonly heightUnits: Uint16Array;
}

/** Flat, because every rack passes here. */
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
  typical: number;
  typicalUnknown: number;
  max: number;
  maxUnknown: number;
  weight: number;
  weightUnknown: number;
}

/**
 * One sum for each of `bucketCount` buckets. `bucketOf` has an entry for every rack and one more for what stands in none; NONE =
 * in no bucket.
 */
export function sumByBucket(input: SumInput, bucketOf: Int32Array, bucketCount: number): FacilitySum[] {
  const sums = Array.from({ length: bucketCount }, createSum);
  for (let rack = 0; rack < bucketOf.length; rack += 1) {
    const bucket = bucketOf[rack] as number;
    if (bucket !== NONE) addRack(input, rack, sums[bucket] as OpenSum);
  }
  const { netlist, optics } = input;
  const typical = nameLacking(netlist, 'typical', optics, bucketOf);
  const max = nameLacking(netlist, 'max', optics, bucketOf);
  const weight = nameLacking(netlist, 'weight', optics, bucketOf);
  return sums.map((sum, bucket) =>
    finishSum(netlist, sum, {
      typicalW: describe(sum.typical, sum.typicalUnknown, typical.get(bucket)),
      maxW: describe(sum.max, sum.maxUnknown, max.get(bucket)),
      weightKg: describe(sum.weight, sum.weightUnknown, weight.get(bucket)),
    }),
  );
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
    typical: 0,
    typicalUnknown: 0,
    max: 0,
    maxUnknown: 0,
    weight: 0,
    weightUnknown: 0,
  };
}

const DARK = codeOf('dark');
const OVERLOADED = codeOf('overloaded');

function addRack({ netlist, rackSums, supply, heightUnits }: SumInput, rack: number, sum: OpenSum): void {
  const { heat, typical, max, weight } = rackSums;
  sum.gpuCount += rackSums.gpuCount[rack] as number;
  sum.airW += heat.airW[rack] as number;
  sum.liquidW += heat.liquidW[rack] as number;
  sum.openW += heat.openW[rack] as number;
  sum.typical += typical.value[rack] as number;
  sum.typicalUnknown += typical.unknown[rack] as number;
  sum.max += max.value[rack] as number;
  sum.maxUnknown += max.unknown[rack] as number;
  sum.weight += weight.value[rack] as number;
  sum.weightUnknown += weight.unknown[rack] as number;
  if (rack >= netlist.rackCount) return;
  sum.rackCount += 1;
  sum.usedUnits += rackSums.usedUnits[rack] as number;
  sum.heightUnits += heightUnits[rack] as number;
  sum.densestRackW = Math.max(sum.densestRackW, max.value[rack] as number);
  if (supply[rack] === DARK) sum.darkRackCount += 1;
  if (supply[rack] === OVERLOADED) sum.overloadedRackCount += 1;
}

function describe(value: number, unknownCount: number, names: ReadonlySet<string> = new Set()): PartialSum {
  return { value, unknownCount, unknownParts: unknownCount > 0 ? [...names].sort() : [] };
}

function finishSum(
  netlist: Netlist,
  sum: OpenSum,
  partial: Pick<FacilitySum, 'typicalW' | 'maxW' | 'weightKg'>,
): FacilitySum {
  const { rackCount, gpuCount, usedUnits, heightUnits, densestRackW, darkRackCount, overloadedRackCount } = sum;
  const heat = { airW: sum.airW, liquidW: sum.liquidW, openW: sum.openW };
  return {
    rackCount,
    gpuCount,
    ...partial,
    usedUnits,
    heightUnits,
    heat,
    ...computeFlows(netlist, heat),
    densestRackW,
    darkRackCount,
    overloadedRackCount,
  };
}

/** The sum over several sets of racks that share none. */
export function addFacilitySums(netlist: Netlist, sums: readonly FacilitySum[]): FacilitySum {
  const total = createSum();
  for (const sum of sums) {
    total.rackCount += sum.rackCount;
    total.gpuCount += sum.gpuCount;
    total.usedUnits += sum.usedUnits;
    total.heightUnits += sum.heightUnits;
    total.airW += sum.heat.airW;
    total.liquidW += sum.heat.liquidW;
    total.openW += sum.heat.openW;
    total.densestRackW = Math.max(total.densestRackW, sum.densestRackW);
    total.darkRackCount += sum.darkRackCount;
    total.overloadedRackCount += sum.overloadedRackCount;
  }
  return finishSum(netlist, total, {
    typicalW: addPartialSums(sums.map(({ typicalW }) => typicalW)),
    maxW: addPartialSums(sums.map(({ maxW }) => maxW)),
    weightKg: addPartialSums(sums.map(({ weightKg }) => weightKg)),
  });
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

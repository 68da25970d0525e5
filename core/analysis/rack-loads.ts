/** What each rack carries: units, power, weight; per rack group the fullest rack is named. */
import type { NetGroup, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { OpticsPower } from './optics-power.ts';
import { getDevicePower } from './power.ts';
import type { PartialSum, RackPower } from './report.ts';

/** Parallel to all racks. */
interface RackSums {
  readonly typicalW: Float64Array;
  readonly maxW: Float64Array;
  readonly weightKg: Float64Array;
  readonly typicalUnknown: Uint32Array;
  readonly maxUnknown: Uint32Array;
  readonly weightUnknown: Uint32Array;
  readonly usedUnits: Float64Array;
}

export function computeRackLoads(netlist: Netlist, optics: OpticsPower): RackPower[] {
  const sums = sumRacks(netlist, optics);
  return netlist.rackGroups.map((rackGroup) => describeFullest(netlist, rackGroup, sums, optics));
}

function sumRacks(netlist: Netlist, optics: OpticsPower): RackSums {
  const { rackCount } = netlist;
  const sums: RackSums = {
    typicalW: new Float64Array(rackCount),
    maxW: new Float64Array(rackCount),
    weightKg: new Float64Array(rackCount),
    typicalUnknown: new Uint32Array(rackCount),
    maxUnknown: new Uint32Array(rackCount),
    weightUnknown: new Uint32Array(rackCount),
    usedUnits: new Float64Array(rackCount),
  };
  for (const group of netlist.groups) {
    const typical = getDevicePower(group.part, 'typical');
    const max = getDevicePower(group.part, 'max');
    const weightKg = group.part?.weightKg ?? null;
    const units = group.part?.rackUnits ?? 0;
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const rack = netlist.memberRack[member] as number;
      if (rack < 0) continue;
      addTerm(sums.typicalW, sums.typicalUnknown, rack, typical.eachW);
      addTerm(sums.maxW, sums.maxUnknown, rack, max.eachW);
      addTerm(sums.weightKg, sums.weightUnknown, rack, weightKg);
      sums.usedUnits[rack] = (sums.usedUnits[rack] as number) + units;
      if (typical.addsOptics) {
        sums.typicalW[rack] = (sums.typicalW[rack] as number) + (optics.typicalW[member] as number);
        sums.typicalUnknown[rack] = (sums.typicalUnknown[rack] as number) + (optics.typicalUnknown[member] as number);
      }
      if (max.addsOptics) {
        sums.maxW[rack] = (sums.maxW[rack] as number) + (optics.maxW[member] as number);
        sums.maxUnknown[rack] = (sums.maxUnknown[rack] as number) + (optics.maxUnknown[member] as number);
      }
    }
  }
  return sums;
}

function addTerm(sum: Float64Array, unknown: Uint32Array, index: number, term: number | null): void {
  if (term === null) unknown[index] = (unknown[index] as number) + 1;
  else sum[index] = (sum[index] as number) + term;
}

function describeFullest(netlist: Netlist, rackGroup: NetRackGroup, sums: RackSums, optics: OpticsPower): RackPower {
  let worst = rackGroup.firstRack;
  let usedUnitsMax = 0;
  let heaviest = rackGroup.firstRack;
  for (let rack = rackGroup.firstRack; rack < rackGroup.firstRack + rackGroup.count; rack += 1) {
    if ((sums.maxW[rack] as number) > (sums.maxW[worst] as number)) worst = rack;
    if ((sums.weightKg[rack] as number) > (sums.weightKg[heaviest] as number)) heaviest = rack;
    usedUnitsMax = Math.max(usedUnitsMax, sums.usedUnits[rack] as number);
  }
  return {
    rackId: rackGroup.rackId,
    rackName: rackGroup.name,
    rackCount: rackGroup.count,
    worstRackIndex: worst - rackGroup.firstRack,
    worstTypicalW: createSum(sums.typicalW, sums.typicalUnknown, worst, () =>
      nameUnknown(netlist, worst, 'typical', optics),
    ),
    worstMaxW: createSum(sums.maxW, sums.maxUnknown, worst, () => nameUnknown(netlist, worst, 'max', optics)),
    powerLimitW: rackGroup.powerLimitW,
    usedUnitsMax,
    heightUnits: rackGroup.heightUnits,
    worstWeightKg: createSum(sums.weightKg, sums.weightUnknown, heaviest, () =>
      nameUnknown(netlist, heaviest, 'weight', optics),
    ),
    weightLimitKg: rackGroup.weightLimitKg,
  };
}

function createSum(values: Float64Array, unknown: Uint32Array, index: number, nameParts: () => string[]): PartialSum {
  const unknownCount = unknown[index] as number;
  return { value: values[index] as number, unknownCount, unknownParts: unknownCount > 0 ? nameParts() : [] };
}

/** Parts in the rack that lack the figure. */
function nameUnknown(
  netlist: Netlist,
  rack: number,
  figure: 'typical' | 'max' | 'weight',
  optics: OpticsPower,
): string[] {
  const names = new Set<string>();
  for (const group of netlist.groups) {
    if (!standsInRack(netlist, group, rack)) continue;
    if (figure === 'weight') {
      if ((group.part?.weightKg ?? null) === null) names.add(group.part?.model ?? group.name);
      continue;
    }
    const { eachW, addsOptics } = getDevicePower(group.part, figure);
    if (eachW === null) names.add(group.part?.model ?? group.name);
    if (addsOptics)
      for (const part of figure === 'typical' ? optics.typicalUnknownParts : optics.maxUnknownParts) names.add(part);
  }
  return [...names].sort();
}

function standsInRack(netlist: Netlist, group: NetGroup, rack: number): boolean {
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    if (netlist.memberRack[member] === rack) return true;
  }
  return false;
}

/** What each rack carries: units, power, weight; per rack group the fullest rack is named. */
import type { NetGroup, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { OpticsPower } from './optics-power.ts';
import { getDevicePower } from './power.ts';
import type { PartialSum, RackPower } from './report.ts';

type Figure = 'typical' | 'max' | 'weight';

/** One figure of every rack, in W or kg. */
interface RackSum {
  readonly value: Float64Array;
  readonly unknown: Uint32Array;
}

interface RackSums extends Record<Figure, RackSum> {
  readonly usedUnits: Float64Array;
}

export function computeRackLoads(netlist: Netlist, optics: OpticsPower): RackPower[] {
  const sums = sumRacks(netlist, optics);
  return netlist.rackGroups.map((rackGroup) => describeFullest(netlist, rackGroup, sums, optics));
}

function sumRacks(netlist: Netlist, optics: OpticsPower): RackSums {
  const createSum = (): RackSum => ({
    value: new Float64Array(netlist.rackCount),
    unknown: new Uint32Array(netlist.rackCount),
  });
  const usedUnits = new Float64Array(netlist.rackCount);
  const sums: RackSums = { typical: createSum(), max: createSum(), weight: createSum(), usedUnits };
  for (const group of netlist.groups) {
    const units = Math.ceil(group.part?.rackUnits ?? 1);
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const rack = netlist.memberRack[member] as number;
      if (rack < 0) continue;
      usedUnits[rack] = (usedUnits[rack] as number) + units;
      addTerm(sums.weight, rack, group.part?.weightKg ?? null);
      for (const basis of ['typical', 'max'] as const) {
        const { eachW, atLeastW, addsOptics } = getDevicePower(group.part, basis);
        addTerm(sums[basis], rack, eachW, atLeastW);
        if (addsOptics) addKnown(sums[basis], rack, optics[basis].watts[member], optics[basis].unknown[member]);
      }
    }
  }
  return sums;
}

function addTerm(sum: RackSum, rack: number, term: number | null, atLeast = 0): void {
  addKnown(sum, rack, term ?? atLeast, term === null ? 1 : 0);
}

function addKnown(sum: RackSum, rack: number, value = 0, unknown = 0): void {
  sum.value[rack] = (sum.value[rack] as number) + value;
  sum.unknown[rack] = (sum.unknown[rack] as number) + unknown;
}

function describeFullest(netlist: Netlist, rackGroup: NetRackGroup, sums: RackSums, optics: OpticsPower): RackPower {
  let hottest = rackGroup.firstRack;
  let heaviest = rackGroup.firstRack;
  let usedUnitsMax = 0;
  for (let rack = rackGroup.firstRack; rack < rackGroup.firstRack + rackGroup.count; rack += 1) {
    if ((sums.max.value[rack] as number) > (sums.max.value[hottest] as number)) hottest = rack;
    if ((sums.weight.value[rack] as number) > (sums.weight.value[heaviest] as number)) heaviest = rack;
    usedUnitsMax = Math.max(usedUnitsMax, sums.usedUnits[rack] as number);
  }
  const describe = (figure: Figure, rack: number): PartialSum => {
    const unknownCount = sums[figure].unknown[rack] as number;
    const unknownParts = unknownCount > 0 ? nameUnknown(netlist, rack, figure, optics) : [];
    return { value: sums[figure].value[rack] as number, unknownCount, unknownParts };
  };
  return {
    rackId: rackGroup.rackId,
    rackName: rackGroup.name,
    rackCount: rackGroup.count,
    worstRackIndex: hottest - rackGroup.firstRack,
    worstTypicalW: describe('typical', hottest),
    worstMaxW: describe('max', hottest),
    powerLimitW: rackGroup.powerLimitW,
    usedUnitsMax,
    heightUnits: rackGroup.heightUnits,
    worstWeightKg: describe('weight', heaviest),
    weightLimitKg: rackGroup.weightLimitKg,
  };
}

/** Parts in the rack that lack the figure. */
function nameUnknown(netlist: Netlist, rack: number, figure: Figure, optics: OpticsPower): string[] {
  const names = new Set<string>();
  netlist.groups.forEach((group, index) => {
    if (!standsInRack(netlist, group, rack)) return;
    const model = group.part?.model ?? group.name;
    if (figure === 'weight') {
      if ((group.part?.weightKg ?? null) === null) names.add(model);
      return;
    }
    const { eachW, addsOptics } = getDevicePower(group.part, figure);
    if (eachW === null) names.add(model);
    if (addsOptics) for (const part of optics[figure].unknownParts[index] ?? []) names.add(part);
  });
  return [...names].sort();
}

function standsInRack(netlist: Netlist, group: NetGroup, rack: number): boolean {
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    if (netlist.memberRack[member] === rack) return true;
  }
  return false;
}

/** The fullest rack of every rack group: units, power, weight. */
import type { NetGroup, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import type { OpticsPower } from './optics-power.ts';
import { listUnknown, type RackFigure, type RackSums } from './rack-figures.ts';
import type { PartialSum, RackPower } from './report.ts';

export function computeRackLoads(netlist: Netlist, optics: OpticsPower, sums: RackSums): RackPower[] {
  return netlist.rackGroups.map((rackGroup) => describeFullest(netlist, rackGroup, sums, optics));
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
  const describe = (figure: RackFigure, rack: number): PartialSum => {
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
function nameUnknown(netlist: Netlist, rack: number, figure: RackFigure, optics: OpticsPower): string[] {
  const names = new Set<string>();
  netlist.groups.forEach((group, index) => {
    const lacking = listUnknown(netlist, index, figure, optics);
    if (lacking.length === 0 || !standsInRack(netlist, group, rack)) return;
    for (const name of lacking) names.add(name);
  });
  return [...names].sort();
}

function standsInRack(netlist: Netlist, group: NetGroup, rack: number): boolean {
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    if (netlist.memberRack[member] === rack) return true;
  }
  return false;
}

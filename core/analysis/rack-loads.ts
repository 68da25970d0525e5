/** The fullest rack of every rack group: units, power, weight. */
import { type Netlist, type NetRackGroup, NONE } from '../netlist/netlist.ts';
import type { OpticsPower } from './optics-power.ts';
import { nameLacking, type RackFigure, type RackSums } from './rack-figures.ts';
import type { PartialSum, RackPower } from './report.ts';

export function computeRackLoads(netlist: Netlist, optics: OpticsPower, sums: RackSums): RackPower[] {
  const lacking = listLacking(netlist, optics);
  return netlist.rackGroups.map((rackGroup) => describeFullest(rackGroup, sums, lacking));
}

function describeFullest(rackGroup: NetRackGroup, sums: RackSums, lacking: Lacking): RackPower {
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
    const unknownParts = unknownCount > 0 ? lacking[figure](rack) : [];
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

/** Names of the parts in a rack that lack the figure. */
type Lacking = Readonly<Record<RackFigure, (rack: number) => string[]>>;

/** Each figure's names are gathered once for all racks, when the first of them is asked for. */
function listLacking(netlist: Netlist, optics: OpticsPower): Lacking {
  const list = (figure: RackFigure): ((rack: number) => string[]) => {
    let names: ReadonlyMap<number, ReadonlySet<string>> | null = null;
    return (rack) => {
      names ??= nameLacking(netlist, figure, optics, numberRacks(netlist));
      return [...(names.get(rack) ?? [])].sort();
    };
  };
  return { typical: list('typical'), max: list('max'), weight: list('weight') };
}

/** Every rack is a bucket of its own; what stands in none is in none. */
function numberRacks({ rackCount }: Netlist): Int32Array {
  const bucketOf = new Int32Array(rackCount + 1);
  for (let rack = 0; rack < rackCount; rack += 1) bucketOf[rack] = rack;
  bucketOf[rackCount] = NONE;
  return bucketOf;
}

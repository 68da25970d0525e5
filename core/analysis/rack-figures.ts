/** Sums over what stands in every rack, and in none: the only place where devices are added up by rack. */
import { type NetGroup, type Netlist, NONE } from '../netlist/netlist.ts';
import type { RackHeat, RackSum } from './facility-report.ts';
import { getLiquidShare } from './liquid-share.ts';
import type { OpticsPower } from './optics-power.ts';
import { getDevicePower } from './power.ts';

export type RackFigure = 'typical' | 'max' | 'weight';

/** By rack; the last entry of every array, at `netlist.rackCount`, is what stands in no rack. */
export interface RackSums extends Record<RackFigure, RackSum> {
  readonly usedUnits: Float64Array;
  readonly heat: RackHeat;
  readonly gpuCount: Uint32Array;
  readonly deviceCount: Uint32Array;
}

export function sumRacks(netlist: Netlist, optics: OpticsPower): RackSums {
  const length = netlist.rackCount + 1;
  const createSum = (): RackSum => ({ value: new Float64Array(length), unknown: new Uint32Array(length) });
  const sums: RackSums = {
    typical: createSum(),
    max: createSum(),
    weight: createSum(),
    usedUnits: new Float64Array(length),
    heat: { airW: new Float64Array(length), liquidW: new Float64Array(length), openW: new Float64Array(length) },
    gpuCount: new Uint32Array(length),
    deviceCount: new Uint32Array(length),
  };
  const coolings = listCoolings(netlist);
  for (const group of netlist.groups) addGroup(netlist, group, optics, coolings, sums);
  return sums;
}

/** Cooling of every rack group, by rack: an index into `kinds`. */
interface Coolings {
  readonly ofRack: Uint8Array;
  readonly kinds: readonly (string | null)[];
}

/** The last rack stands for none: its cooling is not known. */
function listCoolings({ rackCount, rackGroups }: Netlist): Coolings {
  const ofRack = new Uint8Array(rackCount + 1);
  const kinds: (string | null)[] = [null];
  for (const { cooling, firstRack, count } of rackGroups) {
    if (!kinds.includes(cooling)) kinds.push(cooling);
    ofRack.fill(kinds.indexOf(cooling), firstRack, firstRack + count);
  }
  return { ofRack, kinds };
}

function addGroup(
  netlist: Netlist,
  { part, firstMember, count }: NetGroup,
  optics: OpticsPower,
  { ofRack, kinds }: Coolings,
  sums: RackSums,
): void {
  const units = Math.ceil(part?.rackUnits ?? 1);
  const gpus = part?.kind === 'server' ? (part.gpuCount ?? 0) : 0;
  const weightKg = part?.weightKg ?? null;
  const typical = getDevicePower(part, 'typical');
  const max = getDevicePower(part, 'max');
  const stated = netlist.facilities.site.liquidShare ?? null;
  const shares = kinds.map((kind) => getLiquidShare(part, kind, stated));
  for (let member = firstMember; member < firstMember + count; member += 1) {
    const placed = netlist.memberRack[member] as number;
    const rack = placed < 0 ? netlist.rackCount : placed;
    increase(sums.usedUnits, rack, units);
    increase(sums.gpuCount, rack, gpus);
    increase(sums.deviceCount, rack, 1);
    increase(sums.weight.value, rack, weightKg ?? 0);
    if (weightKg === null) increase(sums.weight.unknown, rack, 1);
    addPower(sums.typical, rack, member, typical, optics.typical);
    const drawnW = addPower(sums.max, rack, member, max, optics.max);
    addHeat(sums.heat, rack, drawnW, shares[ofRack[rack] as number] ?? null);
  }
}

/** What the member draws with what is plugged into it, W. */
function addPower(
  sum: RackSum,
  rack: number,
  member: number,
  { eachW, atLeastW, addsOptics }: ReturnType<typeof getDevicePower>,
  { watts, unknown }: OpticsPower['max'],
): number {
  const drawnW = (eachW ?? atLeastW) + (addsOptics ? (watts[member] as number) : 0);
  increase(sum.value, rack, drawnW);
  increase(sum.unknown, rack, (eachW === null ? 1 : 0) + (addsOptics ? (unknown[member] as number) : 0));
  return drawnW;
}

function addHeat({ airW, liquidW, openW }: RackHeat, rack: number, heatW: number, liquidShare: number | null): void {
  if (liquidShare === null) {
    increase(openW, rack, heatW);
    return;
  }
  increase(liquidW, rack, heatW * liquidShare);
  increase(airW, rack, heatW * (1 - liquidShare));
}

function increase(sums: Float64Array | Uint32Array, index: number, by: number): void {
  sums[index] = (sums[index] as number) + by;
}

/**
 * Names of the parts without the figure, by bucket. `bucketOf` has an entry for every rack and one more for what stands in none; NONE =
 * in no bucket.
 */
export function nameLacking(
  netlist: Netlist,
  figure: RackFigure,
  optics: OpticsPower,
  bucketOf: Int32Array,
): ReadonlyMap<number, ReadonlySet<string>> {
  const namesOf = new Map<number, Set<string>>();
  for (let index = 0; index < netlist.groups.length; index += 1) {
    const lacking = listUnknown(netlist, index, figure, optics);
    if (lacking.length === 0) continue;
    for (const bucket of listBuckets(netlist, netlist.groups[index] as NetGroup, bucketOf)) {
      const names = namesOf.get(bucket) ?? new Set();
      namesOf.set(bucket, names);
      for (const name of lacking) names.add(name);
    }
  }
  return namesOf;
}

/** Those that members of the group stand in; one that comes again later may stand there again. */
function listBuckets({ memberRack, rackCount }: Netlist, group: NetGroup, bucketOf: Int32Array): number[] {
  const buckets: number[] = [];
  let last = NONE;
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    const rack = memberRack[member] as number;
    const bucket = bucketOf[rack < 0 ? rackCount : rack] as number;
    if (bucket === last) continue;
    last = bucket;
    if (bucket !== NONE) buckets.push(bucket);
  }
  return buckets;
}

/** Names of the parts of a group that lack the figure. */
function listUnknown(netlist: Netlist, groupIndex: number, figure: RackFigure, optics: OpticsPower): string[] {
  const { part, name } = netlist.groups[groupIndex] as NetGroup;
  const model = part?.model ?? name;
  if (figure === 'weight') return (part?.weightKg ?? null) === null ? [model] : [];
  const { eachW, addsOptics } = getDevicePower(part, figure);
  return [...(eachW === null ? [model] : []), ...(addsOptics ? (optics[figure].unknownParts[groupIndex] ?? []) : [])];
}

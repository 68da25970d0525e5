/** From the netlist and the request: which racks may stand in which rows of a floor, and what rows and zones can bear. */
import { takeCensuses } from '../analysis/block-census.ts';
import { computeOpticsPower } from '../analysis/optics-power.ts';
import { type RackSums, sumRacks } from '../analysis/rack-figures.ts';
import { Memory } from '../base/memory.ts';
import type { NetCduGroup } from '../netlist/facilities.ts';
import type { NetFloor, Netlist, NetRackGroup, NetRow } from '../netlist/netlist.ts';
import type { StandRules, SumLimit } from './stand-limits.ts';

/** Rounding of widths in inches to millimetres. */
const WIDTH_SLACK_MM = 1;

export interface RackTraits {
  readonly hasEndpoint: Uint8Array;
  /** Gives heat to liquid, or may. */
  readonly isWet: Uint8Array;
  readonly sums: RackSums;
}

export function readRackTraits(netlist: Netlist, hasEndpoint: Uint8Array): RackTraits {
  const sums = sumRacks(netlist, computeOpticsPower(netlist, takeCensuses(netlist, new Memory())));
  const { liquidW, openW } = sums.heat;
  const isWet = hasEndpoint.map((_, rack) => ((liquidW[rack] as number) + (openW[rack] as number) > 0 ? 1 : 0));
  return { hasEndpoint, isWet, sums };
}

/** Racks of one kind are of one group, need coolant or do not, and hold endpoints or do not. */
const KINDS_PER_GROUP = 4;

export function readStandRules(
  netlist: Netlist,
  floor: NetFloor,
  traits: RackTraits,
  rowPowerLimitKw: number | null,
  notes: string[],
): StandRules {
  const { rackGroups } = netlist;
  const rowCount = floor.rows.length;
  const kindOfRack = new Uint32Array(netlist.rackCount);
  rackGroups.forEach(({ firstRack, count }, group) => {
    for (let rack = firstRack; rack < firstRack + count; rack += 1) {
      const trait = 2 * (traits.isWet[rack] as number) + (traits.hasEndpoint[rack] as number);
      kindOfRack[rack] = KINDS_PER_GROUP * group + trait;
    }
  });
  const limits = [
    ...limitRows(floor, traits, rowPowerLimitKw),
    ...limitZones(netlist, floor, traits),
    ...limitCoolant(netlist, floor, traits),
  ];
  if (limits.length > 0) noteUnknown(netlist, traits, notes);
  const water = chooseWaterRows(netlist, floor, traits, rowPowerLimitKw, notes);
  const allowed = new Uint8Array(KINDS_PER_GROUP * rackGroups.length * rowCount);
  rackGroups.forEach((group, index) => {
    for (let trait = 0; trait < KINDS_PER_GROUP; trait += 1) {
      floor.rows.forEach((row, rowIndex) => {
        const isDry = trait < 2;
        const suits = isDry ? trait === 0 || water.dry[rowIndex] === 1 : water.wet[rowIndex] === 1;
        if (suits && isWideEnough(row, group)) allowed[(KINDS_PER_GROUP * index + trait) * rowCount + rowIndex] = 1;
      });
    }
  });
  noteWideRacks(floor, rackGroups, notes);
  return { rowCount, kindOfRack, allowed, limits };
}

function noteUnknown({ rackCount }: Netlist, { sums }: RackTraits, notes: string[]): void {
  const count = sums.max.unknown.subarray(0, rackCount).filter((unknown) => unknown > 0).length;
  if (count === 0) return;
  const racks = count === 1 ? '1 rack' : `${count} racks`;
  notes.push(`The power of ${racks} is not known whole; limits are kept for what is known.`);
}

function isWideEnough({ pitchM }: NetRow, { part }: NetRackGroup): boolean {
  return (part?.widthMm ?? 0) <= 1000 * pitchM + WIDTH_SLACK_MM;
}

function noteWideRacks({ rows }: NetFloor, rackGroups: readonly NetRackGroup[], notes: string[]): void {
  const widestMm = 1000 * Math.max(0, ...rows.map(({ pitchM }) => pitchM));
  for (const { name, part } of rackGroups) {
    const widthMm = part?.widthMm ?? 0;
    if (widthMm <= widestMm + WIDTH_SLACK_MM) continue;
    notes.push(`${name} is ${widthMm} mm wide; the widest position of the floor is ${Math.round(widestMm)} mm.`);
  }
}

function limitRows({ rows }: NetFloor, { sums }: RackTraits, rowPowerLimitKw: number | null): SumLimit[] {
  if (rowPowerLimitKw === null) return [];
  return rows.map(({ name }, row) => ({
    name,
    rows: [row],
    limitW: 1000 * rowPowerLimitKw,
    loadW: sums.max.value,
  }));
}

/** Heat that may go to air or liquid counts as air here, and as liquid for coolant: either must be carried. */
function limitZones({ facilities }: Netlist, floor: NetFloor, { sums }: RackTraits): SumLimit[] {
  const { airW, openW } = sums.heat;
  const loadW = airW.map((watts, rack) => watts + (openW[rack] as number));
  return facilities.zones.flatMap(({ name, rowIds, airCapacityKw }) =>
    airCapacityKw === null ? [] : [{ name, rows: findRows(floor, rowIds), limitW: 1000 * airCapacityKw, loadW }],
  );
}

/** Coolant units that share rows carry their racks together. */
function limitCoolant({ facilities }: Netlist, floor: NetFloor, { sums }: RackTraits): SumLimit[] {
  const { liquidW, openW } = sums.heat;
  const loadW = liquidW.map((watts, rack) => watts + (openW[rack] as number));
  return joinCduGroups(facilities.cduGroups).flatMap((groups) => {
    const capacitiesKw = groups.map(
      ({ part, count, standbyCount }) => (part?.capacityKw ?? Number.NaN) * Math.max(0, count - standbyCount),
    );
    const limitW = 1000 * capacitiesKw.reduce((sum, capacityKw) => sum + capacityKw, 0);
    if (Number.isNaN(limitW)) return [];
    const rowIds = new Set(groups.flatMap((group) => group.rowIds));
    const name = groups.map((group) => group.name).join(' and ');
    return [{ name, rows: findRows(floor, [...rowIds]), limitW, loadW }];
  });
}

function joinCduGroups(groups: readonly NetCduGroup[]): NetCduGroup[][] {
  const sets: NetCduGroup[][] = [];
  for (const group of groups) {
    const touching = sets.filter((set) => set.some(({ rowIds }) => rowIds.some((id) => group.rowIds.includes(id))));
    for (const set of touching) sets.splice(sets.indexOf(set), 1);
    sets.push([...touching.flat(), group]);
  }
  return sets;
}

function findRows({ rows }: NetFloor, rowIds: readonly string[]): number[] {
  const wanted = new Set(rowIds);
  return [...rows.keys()].filter((row) => wanted.has(rows[row]?.rowId ?? ''));
}

/** By row: whether racks that need coolant may stand there, and racks of endpoints that need none. */
interface WaterRows {
  readonly wet: Uint8Array;
  readonly dry: Uint8Array;
}

/**
 * Where coolant units are drawn, their rows; else racks that need coolant keep together in the first rows when there are racks of
 * endpoints that need none.
 */
function chooseWaterRows(
  { facilities, rackCount }: Netlist,
  floor: NetFloor,
  { isWet, hasEndpoint, sums }: RackTraits,
  rowPowerLimitKw: number | null,
  notes: string[],
): WaterRows {
  const everywhere = new Uint8Array(floor.rows.length).fill(1);
  const wetRacks = [...isWet.keys()].filter((rack) => rack < rackCount && isWet[rack] === 1);
  if (wetRacks.length === 0) return { wet: everywhere, dry: everywhere };
  if (facilities.cduGroups.length > 0) {
    const wet = new Uint8Array(floor.rows.length);
    for (const row of findRows(
      floor,
      facilities.cduGroups.flatMap(({ rowIds }) => rowIds),
    ))
      wet[row] = 1;
    if (!wet.includes(1))
      notes.push('No coolant unit serves a row of this floor, so no liquid-cooled rack can stand on it.');
    return { wet, dry: everywhere };
  }
  const hasDry = hasEndpoint.some((has, rack) => has === 1 && isWet[rack] === 0);
  if (!hasDry) return { wet: everywhere, dry: everywhere };
  const networkRacks = hasEndpoint.reduce((count, has) => count + (1 - has), 0);
  let racksLeft = wetRacks.length + networkRacks;
  let wattsLeft = wetRacks.reduce((sum, rack) => sum + (sums.max.value[rack] as number), 0);
  const wet = new Uint8Array(floor.rows.length);
  const dry = new Uint8Array(floor.rows.length);
  floor.rows.forEach(({ slotCount }, row) => {
    const isNeeded = racksLeft > 0 || wattsLeft > 0;
    if (isNeeded) wet[row] = 1;
    racksLeft -= slotCount;
    wattsLeft -= rowPowerLimitKw === null ? Number.POSITIVE_INFINITY : 1000 * rowPowerLimitKw;
    // The last of them is shared.
    if (!isNeeded || (racksLeft <= 0 && wattsLeft <= 0)) dry[row] = 1;
  });
  notes.push('Racks that need coolant stand together in the first rows.');
  return { wet, dry };
}

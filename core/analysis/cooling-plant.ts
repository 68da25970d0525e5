/** Heat of the racks against what their cooling zones and coolant units take away, at maximum power. */
import type { NetCduGroup } from '../netlist/facilities.ts';
import type { Netlist } from '../netlist/netlist.ts';
import type {
  CduFigures,
  CoolingZoneFigures,
  FacilityReport,
  HeatSplit,
  RackHeat,
  RowFigures,
} from './facility-report.ts';
import { computeFlows } from './facility-sums.ts';

/** What a plant serves: racks of some rows, wholly or by a share. */
interface Served {
  readonly rackCount: number;
  readonly heat: HeatSplit;
  readonly unknownCount: number;
}

/** A row belongs to one zone. */
export function computeZones(netlist: Netlist, rows: readonly RowFigures[]): CoolingZoneFigures[] {
  return netlist.facilities.zones.map(({ id, name, rowIds, airCapacityKw }) => {
    const own = new Set(rowIds);
    const served = addRows(rows, ({ rowId }) => (own.has(rowId) ? 1 : 0));
    const { airflowM3PerHour, airflowCfm } = computeFlows(netlist, served.heat);
    const capacityW = airCapacityKw === null ? null : airCapacityKw * 1000;
    const { airW, openW } = served.heat;
    return {
      zoneId: id,
      name,
      ...served,
      capacityW,
      airflowM3PerHour,
      airflowCfm,
      isOverloaded: judge(airW, airW + openW, served.unknownCount, capacityW),
    };
  });
}

/** Rows that several groups of units serve share their heat among them by what these can take, or evenly where that is not known. */
export function computeCdus(netlist: Netlist, rows: readonly RowFigures[]): CduFigures[] {
  const { cduGroups } = netlist.facilities;
  return cduGroups.map((group) => {
    const served = addRows(rows, ({ rowId }) => computeRowShare(cduGroups, group, rowId));
    const { coolantLpm } = computeFlows(netlist, served.heat);
    const workingCount = countWorking(group);
    const eachW = toWatts(group.part?.capacityKw ?? null);
    const eachLpm = group.part?.flowLpm ?? null;
    const ownEachW = toWatts(group.part?.ownPowerKw ?? null);
    const capacityW = eachW === null ? null : eachW * workingCount;
    const capacityLpm = eachLpm === null ? null : eachLpm * workingCount;
    const { liquidW, openW } = served.heat;
    return {
      cduId: group.id,
      name: group.name,
      model: group.part?.model ?? group.partId,
      count: group.count,
      standbyCount: group.standbyCount,
      ...served,
      capacityW,
      capacityBasis: group.part?.capacityBasis ?? null,
      coolantLpm,
      capacityLpm,
      neededCount: countNeeded(group, liquidW + openW, eachW, coolantLpm.most, eachLpm),
      ownPowerW: ownEachW === null ? null : ownEachW * workingCount,
      isOverloaded: either(
        judge(liquidW, liquidW + openW, served.unknownCount, capacityW),
        capacityLpm === null ? false : judge(coolantLpm.least, coolantLpm.most, served.unknownCount, capacityLpm),
      ),
    };
  });
}

/** Racks with liquid-cooled devices outside the rows of every group of units; none where no units are drawn. */
export function computeWithoutCdu(netlist: Netlist, { airW, liquidW, openW }: RackHeat): FacilityReport['withoutCdu'] {
  const { cduGroups } = netlist.facilities;
  const served = new Set(cduGroups.flatMap(({ rowIds }) => rowIds));
  const isServed = (netlist.floor?.rows ?? []).map(({ rowId }) => served.has(rowId));
  const heat = { airW: 0, liquidW: 0, openW: 0 };
  let rackCount = 0;
  for (let rack = 0; rack < netlist.rackCount && cduGroups.length > 0; rack += 1) {
    const wet = (liquidW[rack] as number) + (openW[rack] as number);
    if (wet === 0 || isServed[netlist.rackRow[rack] as number]) continue;
    rackCount += 1;
    heat.airW += airW[rack] as number;
    heat.liquidW += liquidW[rack] as number;
    heat.openW += openW[rack] as number;
  }
  return { rackCount, heat };
}

function countWorking({ count, standbyCount }: NetCduGroup): number {
  return Math.max(0, count - standbyCount);
}

function toWatts(kw: number | null): number | null {
  return kw === null ? null : kw * 1000;
}

function computeRowShare(groups: readonly NetCduGroup[], own: NetCduGroup, rowId: string): number {
  if (!own.rowIds.includes(rowId)) return 0;
  const serving = groups.filter(({ rowIds }) => rowIds.includes(rowId));
  const capacities = serving.map((group) => computeCapacityKw(group));
  const total = capacities.reduce<number>((sum, capacity) => sum + (capacity ?? 0), 0);
  if (capacities.includes(null) || total === 0) return 1 / serving.length;
  return (computeCapacityKw(own) ?? 0) / total;
}

function computeCapacityKw(group: NetCduGroup): number | null {
  const eachKw = group.part?.capacityKw ?? null;
  return eachKw === null ? null : eachKw * countWorking(group);
}

function addRows(rows: readonly RowFigures[], shareOf: (row: RowFigures) => number): Served {
  const heat = { airW: 0, liquidW: 0, openW: 0 };
  let rackCount = 0;
  let unknownCount = 0;
  for (const row of rows) {
    const share = shareOf(row);
    if (share === 0) continue;
    rackCount += row.rackCount;
    unknownCount += row.maxW.unknownCount;
    heat.airW += row.heat.airW * share;
    heat.liquidW += row.heat.liquidW * share;
    heat.openW += row.heat.openW * share;
  }
  return { rackCount, heat, unknownCount };
}

/** Over when the least is over; within only when the most is within and nothing is missing. */
function judge(least: number, most: number, unknownCount: number, capacity: number | null): boolean | null {
  if (capacity === null) return null;
  if (least > capacity) return true;
  return most > capacity || unknownCount > 0 ? null : false;
}

function either(x: boolean | null, y: boolean | null): boolean | null {
  if (x === true || y === true) return true;
  return x === null || y === null ? null : false;
}

function countNeeded(
  { standbyCount }: NetCduGroup,
  heatW: number,
  eachW: number | null,
  flowLpm: number,
  eachLpm: number | null,
): number | null {
  if (eachW === null || eachW === 0) return null;
  const byFlow = eachLpm === null || eachLpm === 0 ? 0 : Math.ceil(flowLpm / eachLpm);
  return Math.max(Math.ceil(heatW / eachW), byFlow) + standbyCount;
}

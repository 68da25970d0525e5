/** What cooling zones and coolant units serve and may take, at maximum power. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { CduFigures, HeatSplit } from '../facility-report.ts';
import type { Report } from '../report.ts';
import { ENTERED } from './entered.ts';
import { explainAirOf, explainCoolantOf } from './explain-facility.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { ZoneField, CduField } from './metric-fields.ts';
import { listPartSources } from './part-sources.ts';

/** null = no such zone or field. */
export function explainZone(netlist: Netlist, report: Report, field: string, zoneId: string): Explanation | null {
  const zone = report.facility.zones.find((own) => own.zoneId === zoneId);
  const rowIds = netlist.facilities.zones.find(({ id }) => id === zoneId)?.rowIds;
  if (!zone || !rowIds) return null;
  switch (field as ZoneField) {
    case 'air':
      return explainServed(report, zone.name, rowIds, zone.heat, 'airW', 'Heat to air');
    case 'open':
      return explainServed(report, zone.name, rowIds, zone.heat, 'openW', 'Heat to either');
    case 'airflow':
      return explainAirOf(report, `Airflow of ${zone.name}`, zone.heat);
    case 'racks':
      return explainServedRacks(report, zone.name, rowIds, zone.rackCount);
    case 'capacity':
      return explainZoneCapacity(zone.name, zone.capacityW);
    default:
      return null;
  }
}

/** Entered: 0 is never assumed for what is not. */
function explainZoneCapacity(name: string, capacityW: number | null): Explanation {
  const value = { value: capacityW ?? 0, ...(capacityW === null ? { isUnknown: true } : {}), unit: 'W' };
  return {
    title: `Cooling capacity of ${name}`,
    formula: 'C = c',
    values: [
      { symbol: 'C', ...value, meaning: 'heat that the zone takes out of the air' },
      { symbol: 'c', ...value, meaning: capacityW === null ? 'not entered for the zone' : 'entered for the zone' },
    ],
    counted: [],
    sources: capacityW === null ? [] : [ENTERED],
    caveats: capacityW === null ? ['Unknown, not 0: so the zone is not checked.'] : [],
  };
}

/** null = no such units, or their part does not state it. */
export function explainCdu(netlist: Netlist, report: Report, field: string, cduId: string): Explanation | null {
  const cdu = report.facility.cdus.find((own) => own.cduId === cduId);
  const group = netlist.facilities.cduGroups.find(({ id }) => id === cduId);
  if (!cdu || !group) return null;
  const working = Math.max(0, cdu.count - cdu.standbyCount);
  const sources = listPartSources([group.part], ['capacityKw', 'flowLpm', 'ownPowerKw']);
  const perUnit = (title: string, value: number | null, unit: string): Explanation | null =>
    value === null || working === 0 ? null : { ...explainPerUnit(title, cdu, working, value, unit), sources };
  switch (field as CduField) {
    case 'liquid':
      return explainServed(report, cdu.name, group.rowIds, cdu.heat, 'liquidW', 'Heat to liquid');
    case 'open':
      return explainServed(report, cdu.name, group.rowIds, cdu.heat, 'openW', 'Heat to either');
    case 'coolant':
      return explainCoolantOf(report, `Coolant of ${cdu.name}`, cdu.heat);
    case 'racks':
      return explainServedRacks(report, cdu.name, group.rowIds, cdu.rackCount);
    case 'capacity':
      return perUnit('Capacity', cdu.capacityW, 'W');
    case 'pumps':
      return perUnit('Coolant, most', cdu.capacityLpm, 'L/min');
    case 'own':
      return perUnit('Own power', cdu.ownPowerW, 'W');
    case 'needed':
      return explainNeeded(cdu, working, sources);
    default:
      return null;
  }
}

/** Groups of units that share a row share its heat: then the terms are not the rows' own and are scaled to what is served. */
function explainServed(
  { facility }: Report,
  name: string,
  rowIds: readonly string[],
  heat: HeatSplit,
  key: keyof HeatSplit,
  title: string,
): Explanation {
  const rows = facility.rows.filter(({ rowId }) => rowIds.includes(rowId));
  const whole = rows.reduce((sum, row) => sum + row.heat[key], 0);
  return {
    title: `${title} that ${name} takes`,
    formula: 'H = Σ(h) × s',
    values: [
      { symbol: 'H', value: heat[key], unit: 'W', meaning: `${title.toLowerCase()}, at maximum power` },
      ...rows.map(
        (row, i): ExplainedValue => ({ symbol: `h${i + 1}`, value: row.heat[key], unit: 'W', meaning: row.name }),
      ),
      {
        symbol: 's',
        value: whole === 0 ? 1 : heat[key] / whole,
        unit: '',
        meaning: 'share of it, where other units serve the same rows',
      },
    ],
    counted: rows.map((row) => ({ label: row.name, refs: [{ kind: 'row', id: row.rowId }], count: row.rackCount })),
    sources: [],
    caveats: ['Heat is electrical power. The rows are those that are named for it.'],
  };
}

function explainServedRacks(
  { facility }: Report,
  name: string,
  rowIds: readonly string[],
  rackCount: number,
): Explanation | null {
  const rows = facility.rows.filter(({ rowId }) => rowIds.includes(rowId));
  if (rows.reduce((sum, row) => sum + row.rackCount, 0) !== rackCount) return null;
  return {
    title: `Racks that ${name} serves`,
    formula: 'R = Σ(r)',
    values: [
      { symbol: 'R', value: rackCount, unit: 'racks', meaning: 'in its rows' },
      ...rows.map(
        (row, i): ExplainedValue => ({
          symbol: `r${i + 1}`,
          value: row.rackCount,
          unit: 'racks',
          meaning: row.name,
        }),
      ),
    ],
    counted: rows.map((row) => ({ label: row.name, refs: [{ kind: 'row', id: row.rowId }], count: row.rackCount })),
    sources: [],
    caveats: [],
  };
}

function explainPerUnit(
  title: string,
  { name, model, capacityBasis, cduId, count }: CduFigures,
  working: number,
  value: number,
  unit: string,
): Explanation {
  return {
    title: `${title} of ${name}`,
    formula: 'C = n × c',
    values: [
      { symbol: 'C', value, unit, meaning: 'of the units that work' },
      { symbol: 'n', value: working, unit: 'units', meaning: 'without those on standby' },
      { symbol: 'c', value: value / working, unit: `${unit} each`, meaning: model },
    ],
    counted: [{ label: name, refs: [{ kind: 'cdu', id: cduId }], count }],
    sources: [],
    caveats: capacityBasis ? [`Capacity at ${capacityBasis}.`] : [],
  };
}

function explainNeeded(cdu: CduFigures, working: number, sources: Explanation['sources']): Explanation | null {
  const { name, model, cduId, count, standbyCount, neededCount, capacityW, capacityLpm, heat, coolantLpm } = cdu;
  if (neededCount === null || capacityW === null || working === 0) return null;
  const eachLpm = capacityLpm === null ? 0 : capacityLpm / working;
  return {
    title: `Units needed of ${name}`,
    formula: eachLpm === 0 ? 'N = ceil(H / c) + b' : 'N = max(ceil(H / c), ceil(F / f)) + b',
    values: [
      { symbol: 'N', value: neededCount, unit: 'units', meaning: 'by heat and by flow, standby on top' },
      {
        symbol: 'H',
        value: heat.liquidW + heat.openW,
        unit: 'W',
        meaning: 'heat, all of the open share taken as liquid',
      },
      { symbol: 'c', value: capacityW / working, unit: 'W each', meaning: model },
      ...(eachLpm === 0
        ? []
        : [
            { symbol: 'F', value: coolantLpm.most, unit: 'L/min', meaning: 'coolant for that heat' },
            { symbol: 'f', value: eachLpm, unit: 'L/min each', meaning: model },
          ]),
      { symbol: 'b', value: standbyCount, unit: 'units', meaning: 'on standby' },
    ],
    counted: [{ label: name, refs: [{ kind: 'cdu', id: cduId }], count }],
    sources,
    caveats: [],
  };
}

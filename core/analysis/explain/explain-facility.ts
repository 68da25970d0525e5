/** Air and coolant for the heat at maximum power, and a year of energy. */
import {
  AIR_KJ_PER_M3_K,
  CFM_PER_M3_PER_HOUR,
  computeAirflowM3PerHour,
  computeCoolantLpm,
  WATER_KW_PER_LPM_K,
} from '../air-and-coolant.ts';
import { HOURS_PER_YEAR } from '../energy.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { HeatSplit } from '../facility-report.ts';
import type { Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import { describeUnknown } from './explain-power.ts';
import { listPartSources } from './part-sources.ts';

export function explainAirflow(netlist: Netlist, report: Report): Explanation {
  const { facility, power } = report;
  const published = facility.publishedAirflow.map(
    ({ model, cfm, systemCount, basis }) =>
      `${model}: ${cfm} CFM published for ${systemCount === 1 ? 'one system' : `${systemCount} systems`} (${basis}).`,
  );
  const { heat } = facility.site;
  return {
    ...explainAirOf(report, 'Airflow', heat),
    sources: listPartSources(
      netlist.groups.map(({ part }) => part),
      ['airflowCfm'],
    ),
    caveats: [...describeOpen(heat.openW, 'air'), ...describeUnknown(power.maxW), ...published],
  };
}

/** Air for some heat; of the open share as if all went there. */
export function explainAirOf({ facility }: Report, title: string, heat: HeatSplit): Explanation {
  const heatW = heat.airW + heat.openW;
  const airflow = computeAirflowM3PerHour(heatW, facility.airRiseC);
  return {
    title,
    formula: 'V = H / 1000 / c / d × s\nF = V × f',
    values: [
      { symbol: 'V', value: airflow, unit: 'm³/h', meaning: 'air through all devices' },
      { symbol: 'F', value: airflow * CFM_PER_M3_PER_HOUR, unit: 'CFM', meaning: 'the same' },
      { symbol: 'H', value: heatW, unit: 'W', meaning: 'heat into the air at maximum power' },
      {
        symbol: 'c',
        value: AIR_KJ_PER_M3_K,
        unit: 'kJ/m³ K',
        meaning: 'air near sea level: 1.2 kg/m³ × 1.005 kJ/kg K',
      },
      { symbol: 'd', value: facility.airRiseC, unit: 'K', meaning: 'rise of the air, set for the site' },
      { symbol: 's', value: 3600, unit: 's/h', meaning: 'an hour' },
      { symbol: 'f', value: CFM_PER_M3_PER_HOUR, unit: 'CFM per m³/h', meaning: '1 m = 3.28 ft' },
    ],
    counted: [],
    sources: [],
    caveats: describeOpen(heat.openW, 'air'),
  };
}

export function explainCoolant(_netlist: Netlist, report: Report): Explanation {
  const { heat } = report.facility.site;
  return {
    ...explainCoolantOf(report, 'Coolant flow', heat),
    caveats: [
      ...describeOpen(heat.openW, 'coolant'),
      ...describeUnknown(report.power.maxW),
      'Mixtures with glycol carry less heat per litre.',
    ],
  };
}

/** Water for some heat; of the open share as if all went there. */
export function explainCoolantOf({ facility }: Report, title: string, heat: HeatSplit): Explanation {
  const heatW = heat.liquidW + heat.openW;
  return {
    title,
    formula: 'L = H / 1000 / k / d',
    values: [
      {
        symbol: 'L',
        value: computeCoolantLpm(heatW, facility.coolantRiseC),
        unit: 'L/min',
        meaning: 'water through all liquid-cooled devices',
      },
      { symbol: 'H', value: heatW, unit: 'W', meaning: 'heat into the coolant at maximum power' },
      {
        symbol: 'k',
        value: WATER_KW_PER_LPM_K,
        unit: 'kW per L/min and K',
        meaning: 'water: 0.998 kg/L × 4.18 kJ/kg K / 60',
      },
      { symbol: 'd', value: facility.coolantRiseC, unit: 'K', meaning: 'rise of the coolant, set for the site' },
    ],
    counted: [],
    sources: [],
    caveats: [...describeOpen(heat.openW, 'coolant'), 'Mixtures with glycol carry less heat per litre.'],
  };
}

function describeOpen(openW: number, where: string): string[] {
  if (openW === 0) return [];
  return [
    `An upper bound: ${Math.round(openW / 100) / 10} kW of it is given off by devices whose liquid share nobody states; all of it is counted for the ${where}.`,
  ];
}

export function explainEnergy({ facilities }: Netlist, report: Report, basis: 'typical' | 'max'): Explanation {
  const { energy, site } = report.facility;
  const { itKwh, siteKwh, cost, co2Kg } = energy[basis];
  const power = basis === 'typical' ? site.typicalW : site.maxW;
  const term = (symbol: string, value: number | null, unit: string, meaning: string): ExplainedValue[] =>
    value === null ? [] : [{ symbol, value, unit, meaning }];
  return {
    title: basis === 'typical' ? 'Energy of a year, typical' : 'Energy of a year, maximum',
    formula: [
      'E = P / 1000 × h',
      ...(siteKwh === null ? [] : ['S = E × u']),
      ...(cost === null ? [] : ['C = S × r']),
      ...(co2Kg === null ? [] : ['M = S × g']),
    ].join('\n'),
    values: [
      { symbol: 'E', value: itKwh.value, unit: 'kWh', meaning: 'all devices' },
      ...term('S', siteKwh, 'kWh', 'the whole site'),
      ...term('C', cost, energy.currency, 'cost of energy'),
      ...term('M', co2Kg, 'kg', 'CO2 of the grid'),
      { symbol: 'P', value: power.value, unit: 'W', meaning: 'all devices and their optics, all year' },
      { symbol: 'h', value: HOURS_PER_YEAR, unit: 'h', meaning: '365 days' },
      ...(siteKwh === null ? [] : term('u', energy.pue, '', 'power usage effectiveness of the site')),
      ...(cost === null ? [] : term('r', energy.pricePerKwh, `${energy.currency}/kWh`, 'price of energy')),
      ...(co2Kg === null ? [] : term('g', energy.gridCo2KgPerKwh, 'kg/kWh', 'CO2 of the grid')),
    ],
    counted: facilities.feeds.map(({ id, name }) => ({ label: name, refs: [{ kind: 'feed', id }], count: 1 })),
    sources: [],
    caveats: [
      ...describeUnknown(power),
      ...(energy.pue === null ? ['The PUE of the site is not set, so cooling and losses are not in it.'] : []),
    ],
  };
}

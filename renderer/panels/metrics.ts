/** The figures of the metrics bar: what each shows, what explains it, and where it leads. */
import type { Heat, Report } from '#core/analysis/report.ts';
import { setView } from '../store/view-store.ts';
import {
  explainPartial,
  formatCount,
  formatDelta,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPower,
} from '../ui/format.ts';
import { units } from '../ui/units.ts';
import { LATE_METRICS } from './late-metrics.ts';
import type { Metric } from './metric.ts';
import { explainMoneySum, formatMoney, formatMoneySum } from '../ui/money.ts';

function countMetric(
  id: string,
  label: string,
  valueOf: (report: Report) => number,
  rest: Pick<Metric, 'note' | 'explain' | 'derivation' | 'open'>,
): Metric {
  return {
    id,
    label,
    value: (report) => formatNumber(valueOf(report)),
    delta: (before, after) => formatDelta(valueOf(before), valueOf(after), formatNumber),
    ...rest,
  };
}

const physical: readonly Metric[] = [
  countMetric('gpus', 'GPUs', (report) => report.totals.gpuCount, {
    derivation: () => 'gpus',
    note: ({ totals }) => formatCount(totals.endpointCount, 'endpoint'),
    explain: ({ totals }) =>
      `GPUs of all servers: ${formatNumber(totals.gpuCount)} in ${formatCount(totals.endpointCount, 'endpoint')}.`,
    open: () => setView('bom'),
  }),
  countMetric('racks', 'Racks', (report) => report.totals.rackCount, {
    derivation: () => 'racks',
    note: ({ totals }) => formatCount(totals.deviceCount, 'device'),
    explain: ({ totals }) =>
      `${formatCount(totals.rackCount, 'rack')} for ${formatCount(totals.deviceCount, 'device')}, of which ${formatCount(totals.switchCount, 'switch', 'switches')}.`,
    open: () => setView('power'),
  }),
  countMetric('cables', 'Cables', (report) => report.totals.cableCount, {
    derivation: () => 'cables',
    note: ({ totals }) => formatCount(totals.connectionCount, 'connection'),
    explain: ({ totals }) =>
      `${formatCount(totals.cableCount, 'cable assembly', 'cable assemblies')} to buy for ${formatCount(totals.connectionCount, 'connection')} (port to port). A splitter serves several connections.`,
    open: () => setView('cables'),
  }),
  countMetric('transceivers', 'Transceivers', (report) => report.totals.transceiverCount, {
    derivation: () => 'transceivers',
    note: ({ bom }) => formatCount(bom.filter((line) => line.category === 'transceiver').length, 'model'),
    explain: ({ totals }) =>
      `${formatCount(totals.transceiverCount, 'module')} in cages; a twin-port module serves two connections. Direct-attach cables bring their own ends.`,
    open: () => setView('bom'),
  }),
  countMetric('ports', 'Ports used', (report) => report.totals.portsUsed, {
    derivation: () => 'ports',
    note: ({ totals }) => `${formatNumber(totals.portsFree)} free`,
    explain: ({ totals }) =>
      `${formatNumber(totals.portsUsed)} used + ${formatNumber(totals.portsFree)} free = ${formatNumber(totals.portsOwned)} logical ports owned.`,
    open: () => setView('ports'),
  }),
];

function formatCooling(heat: Heat): string {
  return formatPartial({ value: heat.kw * 1000, unknownCount: heat.unknownCount }, formatHeat);
}

/** Tons of refrigeration, by their sign: a ton alone is a weight. */
function formatTons({ tons, unknownCount }: Heat): string {
  return formatPartial({ value: tons, unknownCount }, (known) => `${formatNumber(known, known < 100 ? 1 : 0)} TR`);
}

const energy: readonly Metric[] = [
  {
    id: 'power',
    label: 'Power, max',
    derivation: () => 'power-max',
    value: ({ power }) => formatPartial(power.maxW, formatPower),
    note: ({ power }) => `${formatPartial(power.typicalW, formatPower)} typical`,
    explain: ({ power }) =>
      [
        `Maximum ${formatPartial(power.maxW, formatPower)}, of which ${formatPartial(power.transceiversMaxW, formatPower)} for optics that the devices' own figures leave out.`,
        explainPartial(power.maxW),
        `Typical ${formatPartial(power.typicalW, formatPower)}.`,
        explainPartial(power.typicalW),
      ]
        .filter(Boolean)
        .join('\n'),
    delta: (before, after) => formatDelta(before.power.maxW.value, after.power.maxW.value, formatPower),
    open: () => setView('power'),
  },
  {
    id: 'cooling',
    label: 'Cooling, max',
    derivation: () => 'cooling-max',
    value: ({ cooling }) => formatCooling(cooling.max),
    note: ({ cooling }) =>
      `${units().heat === 'btu' ? `${formatPower(cooling.max.kw * 1000)} \u00b7 ` : ''}${formatTons(cooling.max)}`,
    explain: ({ cooling }) =>
      [
        `All power becomes heat. 1 kW = 3 412 BTU/h; 3.517 kW = 1 ton of refrigeration (TR).`,
        `Typical: ${formatNumber(cooling.typical.kw, 1)} kW, ${formatNumber(cooling.typical.btuPerHour)} BTU/h, ${formatTons(cooling.typical)}.`,
        cooling.max.unknownCount > 0
          ? `Not known for ${formatCount(cooling.max.unknownCount, 'item')}, so this is a lower bound.`
          : null,
      ]
        .filter(Boolean)
        .join('\n'),
    delta: (before, after) => formatDelta(before.cooling.max.kw * 1000, after.cooling.max.kw * 1000, formatHeat),
    open: () => setView('power'),
  },
];

const money: readonly Metric[] = [
  {
    id: 'cost',
    label: 'Cost',
    derivation: ({ bom }) => (bom.length > 0 ? 'cost' : null),
    value: ({ cost }) => formatMoneySum(cost.total, cost.currency),
    note: ({ cost: { total } }) =>
      total.unknownCount === 0 ? 'without spares' : total.high === 0 ? 'no price known' : 'partial',
    explain: ({ cost }) =>
      [
        `Quantity \u00d7 unit price over all lines of the bill of materials, spares apart: ${formatMoneySum(cost.total, cost.currency)}.`,
        explainMoneySum(cost.total),
        `Network (switches, NICs, modules, cables): ${formatMoneySum(cost.network, cost.currency)}.`,
      ]
        .filter(Boolean)
        .join('\n'),
    delta: ({ cost: before }, { cost: after }) =>
      // In another currency it would tell nothing.
      before.currency === after.currency
        ? formatDelta(before.total.high, after.total.high, (value) =>
            formatMoney({ low: value, high: value }, after.currency),
          )
        : null,
    open: () => setView('bom'),
  },
];

export const METRICS: readonly Metric[] = [...physical, ...energy, ...money, ...LATE_METRICS];

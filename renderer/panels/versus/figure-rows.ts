/** What stands in the table of two designs: each figure of both as text, and how the other one differs. */
import type { PriceRange, PriceSum } from '#core/analysis/bom-report.ts';
import type { ComparedPart } from '#core/analysis/compare/compare-parts.ts';
import type { DesignComparison } from '#core/analysis/compare/compare-reports.ts';
import type { ComparedFabric, DesignFigures, FabricFigures } from '#core/analysis/compare/design-figures.ts';
import { NETWORK } from '#core/analysis/cost.ts';
import { explainCostDifference } from '#core/analysis/explain/explain-cost-difference.ts';
import { explainQuotient } from '#core/analysis/explain/explain-weighed.ts';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { Result } from '#core/base/result.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import type { ComparedTimes } from '../../store/compare-store.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import {
  explainPartial,
  formatBandwidth,
  formatComparedPower,
  formatDelay,
  formatDelta,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPercent,
  formatRatio,
  type PartialFigure,
} from '../../ui/format.ts';
import { units } from '../../ui/units.ts';
import { explainMoneySum, formatMoney, formatMoneySum } from '../../ui/money.ts';
import { formatDuration, formatDurationRange, formatGBps } from '../simulate/durations.ts';
import { askSide, OTHER, OWN, type RowSources, tellRow } from './told-row.ts';

export interface FigureRow {
  readonly label: string;
  readonly own: string;
  readonly other: string;
  /** Other less own, with its sign; null = it cannot be told. */
  readonly difference: string | null;
  /** Of what the difference is, where it is not of all; null = it is. */
  readonly extent: string | null;
  /** More about the figures, for the pointer: what is missing from them. */
  readonly hint: string | null;
  readonly sources: RowSources;
}

export interface FigureGroup {
  readonly title: string;
  readonly rows: readonly FigureRow[];
}

export const SAME = 'same';
const NONE = '\u2013';

function compareNumbers(own: number, other: number, format: (value: number) => string): string {
  const delta = formatDelta(own, other, format);
  if (delta === null) return SAME;
  return own > 0 && Number.isFinite(other / own) ? `${delta} (${formatShare(other / own - 1)})` : delta;
}

function formatShare(share: number): string {
  return `${share < 0 ? '\u2212' : '+'}${formatPercent(Math.abs(share))}`;
}

/** Figures that may be missing on either side. */
function createRow(
  label: string,
  own: number | null,
  other: number | null,
  format: (value: number) => string,
  unit: string,
  metric: MetricId | readonly [MetricId | null, MetricId | null],
): FigureRow {
  const [ofOwn, ofOther] = typeof metric === 'string' ? [metric, metric] : metric;
  return {
    label,
    own: own === null ? NONE : format(own),
    other: other === null ? NONE : format(other),
    difference: own === null || other === null ? null : compareNumbers(own, other, format),
    extent: null,
    hint: null,
    sources: tellRow({ label, unit, own, other, caveats: [] }, ofOwn, ofOther),
  };
}

/** A sum of which nothing is known is unknown, and not 0. */
function readSum({ value, unknownCount }: PartialFigure): number | null {
  return value === 0 && unknownCount > 0 ? null : value;
}

function createPartialRow(
  label: string,
  own: PartialFigure,
  other: PartialFigure,
  format: (watts: number) => string,
  metric: MetricId,
): FigureRow {
  const isComplete = own.unknownCount === 0 && other.unknownCount === 0;
  const delta = compareNumbers(own.value, other.value, format);
  const hints = [
    ['This design', explainPartial(own)],
    ['The other', explainPartial(other)],
  ].flatMap(([name, hint]) => (hint ? [`${name}: ${hint}`] : []));
  return {
    label,
    own: formatPartial(own, format),
    other: formatPartial(other, format),
    difference: delta,
    extent: isComplete ? null : 'of what is known',
    hint: hints.length > 0 ? hints.join('\n') : null,
    sources: tellRow({ label, unit: 'W', own: readSum(own), other: readSum(other), caveats: hints }, metric, metric),
  };
}

function listSizes({ totals: own }: DesignFigures, { totals: other }: DesignFigures): FigureRow[] {
  const count = (label: string, key: keyof typeof own, metric: MetricId): FigureRow =>
    createRow(label, own[key], other[key], formatNumber, '', metric);
  return [
    count('GPUs', 'gpuCount', 'gpus'),
    count('Endpoints', 'endpointCount', 'endpoints'),
    count('Switches', 'switchCount', 'switches'),
    count('Racks', 'rackCount', 'racks'),
    count('Cables', 'cableCount', 'cables'),
    count('Transceivers', 'transceiverCount', 'transceivers'),
    count('Ports free', 'portsFree', 'ports-free'),
  ];
}

/** Power over GPUs, where both are known. */
function tellPerGpu(name: string, { powerMaxW, totals }: DesignFigures): ExplainSource {
  const gaps = explainPartial(powerMaxW);
  const isKnown = powerMaxW.unknownCount === 0;
  return () =>
    explainQuotient(
      { title: `Power per GPU, ${name}`, unit: 'W', caveats: gaps === null ? [] : [gaps] },
      { name: 'power of all devices, maximum', value: isKnown ? powerMaxW.value : null },
      { name: 'GPUs', value: totals.gpuCount },
    );
}

/** In the unit the user reckons heat in. */
const formatComparedHeat = (watts: number): string =>
  units().heat === 'watts' ? formatComparedPower(watts) : formatHeat(watts);

function listEnergy(own: DesignFigures, other: DesignFigures): FigureRow[] {
  const heatOf = ({ heatMax: { kw, unknownCount } }: DesignFigures): PartialFigure => ({
    value: kw * 1000,
    unknownCount,
    unknownParts: [],
  });
  const perGpu = ({ powerMaxW, totals }: DesignFigures): number | null =>
    totals.gpuCount > 0 && powerMaxW.unknownCount === 0 ? powerMaxW.value / totals.gpuCount : null;
  const ofGpu = createRow('Power per GPU', perGpu(own), perGpu(other), formatComparedPower, 'W', [null, null]);
  return [
    createPartialRow('Power, max', own.powerMaxW, other.powerMaxW, formatComparedPower, 'power-max'),
    createPartialRow('Power, typical', own.powerTypicalW, other.powerTypicalW, formatComparedPower, 'power-typical'),
    createPartialRow('Heat, max', heatOf(own), heatOf(other), formatComparedHeat, 'cooling-max'),
    { ...ofGpu, sources: { ...ofGpu.sources, own: tellPerGpu(OWN, own), other: tellPerGpu(OTHER, other) } },
  ];
}

/** `+USD 1.2\u20131.4 M`; ends on both sides of 0 are written one by one. */
export function formatMoneyDifference({ low, high }: PriceRange, currency: string): string {
  if (low === 0 && high === 0) return SAME;
  const sign = (value: number): string => (value < 0 ? '\u2212' : '+');
  if (low < 0 && high > 0) {
    return `\u2212${formatMoney({ low: -low, high: -low }, currency)} to +${formatMoney({ low: high, high }, currency)}`;
  }
  const ends = [Math.abs(low), Math.abs(high)].sort((x, y) => x - y) as [number, number];
  return `${sign(low + high)}${formatMoney({ low: ends[0], high: ends[1] }, currency)}`;
}

interface WeighedMoney {
  readonly label: string;
  readonly own: PriceSum;
  readonly other: PriceSum;
  readonly sum: PriceSum;
  readonly parts: readonly ComparedPart[];
  readonly metric: MetricId;
}

function createMoneyRow({ label, own, other, sum, parts, metric }: WeighedMoney, currency: string): FigureRow {
  const missing = explainMoneySum(sum);
  const isUnknown = missing !== null && sum.low === 0 && sum.high === 0;
  const difference = formatMoneyDifference(sum, currency);
  return {
    label,
    own: formatMoneySum(own, currency),
    other: formatMoneySum(other, currency),
    difference: isUnknown ? 'unknown' : difference,
    extent: isUnknown || missing === null ? null : 'of what is priced',
    hint: missing && `Of what only one of the two buys: ${missing}`,
    sources: {
      own: askSide('own', metric),
      other: askSide('other', metric),
      difference: () => explainCostDifference(`Difference: ${label}`, parts, sum, currency),
    },
  };
}

function listCosts({ own, other, parts, costDifference, networkCostDifference }: DesignComparison): FigureRow[] {
  const { currency } = own;
  const network = parts.filter(({ category }) => NETWORK.has(category));
  const perGpu = ({ perGpu: range }: DesignFigures): string => formatMoney(range, currency);
  const low = ({ perGpu: range }: DesignFigures): number | null => range?.low ?? null;
  const weighed = { label: 'Per GPU, at least', unit: currency, own: low(own), other: low(other), caveats: [] };
  const all = { label: 'All parts', own: own.cost, other: other.cost, sum: costDifference };
  const ofNetwork = { label: 'Network', own: own.networkCost, other: other.networkCost, sum: networkCostDifference };
  return [
    createMoneyRow({ ...all, parts, metric: 'cost' }, currency),
    createMoneyRow({ ...ofNetwork, parts: network, metric: 'money/network' }, currency),
    {
      label: weighed.label,
      own: perGpu(own),
      other: perGpu(other),
      difference: null,
      extent: null,
      hint: null,
      sources: tellRow(weighed, 'money/gpu', 'money/gpu'),
    },
  ];
}

type FabricKey = Exclude<keyof FabricFigures, 'fabricId' | 'name' | 'purpose'>;

function listFabric({ own, other }: ComparedFabric): FigureGroup {
  const row = (label: string, key: FabricKey, format: (v: number) => string, unit: string, metric: FabricMetric) => {
    const name = (fabric: FabricFigures | null): MetricId | null => fabric && `${metric}/${fabric.fabricId}`;
    return createRow(label, own?.[key] ?? null, other?.[key] ?? null, format, unit, [name(own), name(other)]);
  };
  const names = [...new Set([own?.name, other?.name].filter((name) => name !== undefined))];
  const only = own && other ? '' : own ? ', in this design only' : ', in the other only';
  return {
    title: `${names.join(' and ')}${only}`,
    rows: [
      row('Bisection', 'bisectionRatio', formatPercent, '', 'bisection'),
      row('Bandwidth across', 'bisectionGbps', formatBandwidth, 'Gb/s', 'bisection'),
      row('Oversubscription', 'oversubscription', formatRatio, '', 'oversubscription'),
      row('Switches on the longest path', 'switchesMost', formatNumber, 'switches', 'paths'),
      row('Latency, most', 'latencyMaxNs', formatDelay, 'ns', 'latency'),
    ],
  };
}

type FabricMetric = 'bisection' | 'oversubscription' | 'paths' | 'latency';

function listTimes({ own, other }: ComparedTimes): FigureRow[] {
  const tell = (side: Result<CollectiveEstimate, string>): ExplainSource => {
    return () => (side.ok ? explainCollective(side.value) : null);
  };
  const read = (side: Result<CollectiveEstimate, string>, of: (found: CollectiveEstimate) => number): number | null =>
    side.ok ? of(side.value) : null;
  const range = (side: Result<CollectiveEstimate, string>): string =>
    side.ok ? formatDurationRange(side.value.lowUs, side.value.highUs) : NONE;
  const row = (label: string, of: (at: CollectiveEstimate) => number, format: (v: number) => string, unit: string) => {
    const figures = createRow(label, read(own, of), read(other, of), format, unit, [null, null]);
    return { ...figures, sources: { ...figures.sources, own: tell(own), other: tell(other) } };
  };
  const time = row('Time', (at) => at.timeUs, formatDuration, '\u00b5s');
  const band = {
    label: 'Band of the time',
    own: range(own),
    other: range(other),
    difference: null,
    extent: null,
    hint: null,
  };
  return [
    time,
    { ...band, sources: time.sources },
    row('Bus bandwidth', (at) => at.busbwGBps, formatGBps, 'GB/s'),
    row('GPUs of a group', (at) => at.rankCount, formatNumber, ''),
  ];
}

/** Everything but the parts, in the order it is read. `question`: what the collective is. */
export function listGroups(comparison: DesignComparison, times: ComparedTimes, question: string): FigureGroup[] {
  const { own, other, fabrics } = comparison;
  return [
    { title: 'Size', rows: listSizes(own, other) },
    { title: 'Price', rows: listCosts(comparison) },
    { title: 'Power and heat', rows: listEnergy(own, other) },
    ...fabrics.map(listFabric),
    { title: question, rows: listTimes(times) },
    {
      title: 'Design rules',
      rows: [
        createRow('Errors', own.errorCount, other.errorCount, formatNumber, '', 'problems'),
        createRow('Warnings', own.warningCount, other.warningCount, formatNumber, '', 'problems'),
      ],
    },
  ];
}

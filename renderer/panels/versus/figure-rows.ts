/** What stands in the table of two designs: each figure of both as text, and how the other one differs. */
import type { PriceRange, PriceSum } from '#core/analysis/bom-report.ts';
import type { DesignComparison } from '#core/analysis/compare/compare-reports.ts';
import type { ComparedFabric, DesignFigures, FabricFigures } from '#core/analysis/compare/design-figures.ts';
import type { Result } from '#core/base/result.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { ComparedTimes } from '../../store/compare-store.ts';
import {
  explainPartial,
  formatBandwidth,
  formatDelay,
  formatDelta,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPercent,
  formatPower,
  formatRatio,
  type PartialFigure,
} from '../../ui/format.ts';
import { explainMoneySum, formatMoney, formatMoneySum } from '../../ui/money.ts';
import { formatDuration, formatDurationRange, formatGBps } from '../simulate/durations.ts';

export interface FigureRow {
  readonly label: string;
  readonly own: string;
  readonly other: string;
  /** Other less own, with its sign; null = it cannot be told. */
  readonly difference: string | null;
  /** More about the figures, for the pointer: what is missing from them. */
  readonly hint: string | null;
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
): FigureRow {
  return {
    label,
    own: own === null ? NONE : format(own),
    other: other === null ? NONE : format(other),
    difference: own === null || other === null ? null : compareNumbers(own, other, format),
    hint: null,
  };
}

function createPartialRow(
  label: string,
  own: PartialFigure,
  other: PartialFigure,
  format: (watts: number) => string,
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
    difference: isComplete ? delta : `${delta}, of what is known`,
    hint: hints.length > 0 ? hints.join('\n') : null,
  };
}

function listSizes({ totals: own }: DesignFigures, { totals: other }: DesignFigures): FigureRow[] {
  const count = (label: string, key: keyof typeof own): FigureRow =>
    createRow(label, own[key], other[key], formatNumber);
  return [
    count('GPUs', 'gpuCount'),
    count('Endpoints', 'endpointCount'),
    count('Switches', 'switchCount'),
    count('Racks', 'rackCount'),
    count('Cables', 'cableCount'),
    count('Transceivers', 'transceiverCount'),
    count('Ports free', 'portsFree'),
  ];
}

function listEnergy(own: DesignFigures, other: DesignFigures): FigureRow[] {
  const heatOf = ({ heatMax: { kw, unknownCount } }: DesignFigures): PartialFigure => ({
    value: kw * 1000,
    unknownCount,
    unknownParts: [],
  });
  const perGpu = ({ powerMaxW, totals }: DesignFigures): number | null =>
    totals.gpuCount > 0 && powerMaxW.unknownCount === 0 ? powerMaxW.value / totals.gpuCount : null;
  return [
    createPartialRow('Power, max', own.powerMaxW, other.powerMaxW, formatPower),
    createPartialRow('Power, typical', own.powerTypicalW, other.powerTypicalW, formatPower),
    createPartialRow('Heat, max', heatOf(own), heatOf(other), formatHeat),
    createRow('Power per GPU', perGpu(own), perGpu(other), formatPower),
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

function createMoneyRow(label: string, own: PriceSum, other: PriceSum, sum: PriceSum, currency: string): FigureRow {
  const missing = explainMoneySum(sum);
  const isUnknown = missing !== null && sum.low === 0 && sum.high === 0;
  const difference = formatMoneyDifference(sum, currency);
  return {
    label,
    own: formatMoneySum(own, currency),
    other: formatMoneySum(other, currency),
    difference: isUnknown ? null : missing === null ? difference : `${difference}, of what is priced`,
    hint: missing && `Of what only one of the two buys: ${missing}`,
  };
}

function listCosts({ own, other, costDifference, networkCostDifference }: DesignComparison): FigureRow[] {
  const { currency } = own;
  return [
    createMoneyRow('All parts', own.cost, other.cost, costDifference, currency),
    createMoneyRow('Network', own.networkCost, other.networkCost, networkCostDifference, currency),
    {
      label: 'Per GPU, at least',
      own: own.perGpu === null ? NONE : formatMoney(own.perGpu, currency),
      other: other.perGpu === null ? NONE : formatMoney(other.perGpu, currency),
      difference: null,
      hint: null,
    },
  ];
}

function listFabric({ own, other }: ComparedFabric): FigureGroup {
  const row = (
    label: string,
    key: Exclude<keyof FabricFigures, 'fabricId' | 'name' | 'purpose'>,
    format: (v: number) => string,
  ) => createRow(label, own?.[key] ?? null, other?.[key] ?? null, format);
  const names = [...new Set([own?.name, other?.name].filter((name) => name !== undefined))];
  const only = own && other ? '' : own ? ', in this design only' : ', in the other only';
  return {
    title: `${names.join(' and ')}${only}`,
    rows: [
      row('Bisection', 'bisectionRatio', formatPercent),
      row('Bandwidth across', 'bisectionGbps', formatBandwidth),
      row('Oversubscription', 'oversubscription', formatRatio),
      row('Switches on the longest path', 'switchesMost', formatNumber),
      row('Latency, most', 'latencyMaxNs', formatDelay),
    ],
  };
}

function listTimes({ own, other }: ComparedTimes): FigureRow[] {
  const read = (side: Result<CollectiveEstimate, string>, of: (found: CollectiveEstimate) => number): number | null =>
    side.ok ? of(side.value) : null;
  const range = (side: Result<CollectiveEstimate, string>): string =>
    side.ok ? formatDurationRange(side.value.lowUs, side.value.highUs) : NONE;
  const time = createRow(
    'Time',
    read(own, (at) => at.timeUs),
    read(other, (at) => at.timeUs),
    formatDuration,
  );
  return [
    time,
    { label: 'Band of the time', own: range(own), other: range(other), difference: null, hint: null },
    createRow(
      'Bus bandwidth',
      read(own, (at) => at.busbwGBps),
      read(other, (at) => at.busbwGBps),
      formatGBps,
    ),
    createRow(
      'GPUs of a group',
      read(own, (at) => at.rankCount),
      read(other, (at) => at.rankCount),
      formatNumber,
    ),
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
        createRow('Errors', own.errorCount, other.errorCount, formatNumber),
        createRow('Warnings', own.warningCount, other.warningCount, formatNumber),
      ],
    },
  ];
}

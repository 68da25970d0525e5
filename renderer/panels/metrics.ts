/** The figures of the metrics bar: what each shows, what explains it, and where it leads. */
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import type { FabricReport, Heat, Report } from '#core/analysis/report.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { ExplainSource } from '../store/explain-store.ts';
import { findEstimate } from '../store/report-store.ts';
import { openFindings, select, setView } from '../store/view-store.ts';
import {
  explainPartial,
  formatBandwidth,
  formatCount,
  formatDelta,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPercent,
  formatPower,
  formatRatio,
} from '../ui/format.ts';
import { units } from '../ui/units.ts';
import { explainMoneySum, formatMoney, formatMoneySum } from '../ui/money.ts';
import { formatCut } from './labels.ts';
import { formatBytes } from './simulate/byte-size.ts';
import { formatDuration, formatDurationRange, formatGBps } from './simulate/durations.ts';
import { COLLECTIVES } from './simulate/labels.ts';

export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly value: (report: Report) => string;
  readonly note: (report: Report) => string;
  /** How the figure comes about, with this design's numbers. */
  readonly explain: (report: Report) => string;
  /** Where its derivation is from; null = there is no figure now, and `explain` says why. */
  readonly derivation: (report: Report) => ExplainSource | null;
  /** Change since `before`, or null when there is none. */
  readonly delta: (before: Report, after: Report) => string | null;
  /** Which way is worse, for colouring a change; absent = neither. */
  readonly worse?: 'up' | 'down';
  /** Known a moment after what is only counted. */
  readonly isLate?: boolean;
  readonly open: (report: Report) => void;
}

/** Fabrics the figures are about: the compute ones, or all when there is none. */
function listMainFabrics(report: Report): readonly FabricReport[] {
  const compute = report.fabrics.filter((fabric) => fabric.purpose === 'compute');
  return compute.length > 0 ? compute : report.fabrics;
}

function findWorst(
  report: Report,
  valueOf: (fabric: FabricReport) => number | null,
  isWorse: (a: number, b: number) => boolean,
): FabricReport | null {
  let worst: FabricReport | null = null;
  let worstValue: number | null = null;
  for (const fabric of listMainFabrics(report)) {
    const value = valueOf(fabric);
    if (value === null || (worstValue !== null && !isWorse(value, worstValue))) continue;
    worst = fabric;
    worstValue = value;
  }
  return worst;
}

const findOversubscribed = (report: Report): FabricReport | null =>
  findWorst(
    report,
    (fabric) => fabric.worstOversubscription,
    (a, b) => a > b,
  );
const findNarrowest = (report: Report): FabricReport | null =>
  findWorst(
    report,
    (fabric) => fabric.bisection?.ratio ?? null,
    (a, b) => a < b,
  );

function nameFigure(figure: 'oversubscription' | 'bisection', fabric: FabricReport | null): MetricId | null {
  return fabric ? `${figure}/${fabric.fabricId}` : null;
}

function openFabric(fabric: FabricReport | null): void {
  select(fabric ? [{ kind: 'fabric', id: fabric.fabricId }] : []);
}

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

/** `All-reduce 1 GiB`. */
function describeEstimate({ collective, sizeBytes }: CollectiveEstimate): string {
  const { label } = COLLECTIVES[collective];
  return collective === 'barrier' ? label : `${label} ${formatBytes(sizeBytes)}`;
}

/** Why there is no estimate, in as few words as there is room for. */
function describeSilence({ totals, fabrics }: Report): string {
  if (totals.endpointCount === 0) return 'no endpoints';
  if (totals.gpuCount < 2) return totals.gpuCount === 0 ? 'no GPUs' : 'one GPU only';
  if (fabrics.length === 0) return 'nothing linked';
  return fabrics.some(({ purpose }) => purpose === 'compute') ? 'not as drawn' : 'no compute fabric';
}

/** A design without devices has no problems, and has passed nothing either. */
function isUnchecked({ problems, totals }: Report): boolean {
  return problems.length === 0 && totals.deviceCount === 0;
}

const bandwidth: readonly Metric[] = [
  {
    id: 'oversubscription',
    label: 'Oversubscription',
    derivation: (report) => nameFigure('oversubscription', findOversubscribed(report)),
    value: (report) =>
      findOversubscribed(report) ? formatRatio(findOversubscribed(report)?.worstOversubscription ?? null) : '\u2013',
    note: (report) => findOversubscribed(report)?.name ?? 'no uplinks',
    explain: (report) => {
      const fabric = findOversubscribed(report);
      if (!fabric)
        return 'Bandwidth towards endpoints over bandwidth away from them. No switch has links away from endpoints yet.';
      const tiers = fabric.tiers.map((tier) => `tier ${tier.tier} ${formatRatio(tier.worst)}`).join(' \u00d7 ');
      return `${fabric.name}: bandwidth towards endpoints over bandwidth away from them, worst path.\n${tiers}`;
    },
    delta: (before, after) =>
      formatDelta(
        findOversubscribed(before)?.worstOversubscription ?? Number.NaN,
        findOversubscribed(after)?.worstOversubscription ?? Number.NaN,
        (value) => formatNumber(value, 2),
      ),
    worse: 'up',
    open: (report) => openFabric(findOversubscribed(report)),
  },
  {
    id: 'bisection',
    label: 'Bisection',
    derivation: (report) => nameFigure('bisection', findNarrowest(report)),
    value: (report) =>
      findNarrowest(report) ? formatPercent(findNarrowest(report)?.bisection?.ratio ?? null) : '\u2013',
    note: (report) => {
      const cut = findNarrowest(report)?.bisection;
      return cut ? formatBandwidth(cut.bandwidthGbps) : 'no endpoints joined';
    },
    explain: (report) => {
      const fabric = findNarrowest(report);
      if (!fabric?.bisection) return 'Bandwidth between two halves of the endpoints. Needs two connected endpoints.';
      const { bandwidthGbps, injectionGbps, ratio, worstCut } = fabric.bisection;
      return `${fabric.name}, worst cut (${formatCut(worstCut)}):\n${formatBandwidth(bandwidthGbps)} between the halves / ${formatBandwidth(injectionGbps)} injected by one half = ${formatPercent(ratio)}`;
    },
    delta: (before, after) =>
      formatDelta(
        (findNarrowest(before)?.bisection?.ratio ?? Number.NaN) * 100,
        (findNarrowest(after)?.bisection?.ratio ?? Number.NaN) * 100,
        (value) => `${formatNumber(value, 1)} pts`,
      ),
    worse: 'down',
    open: (report) => openFabric(findNarrowest(report)),
  },
  {
    id: 'collective',
    label: 'Collective',
    derivation(report) {
      const estimate = findEstimate(report);
      return estimate ? () => explainCollective(estimate) : null;
    },
    value: (report) => {
      const estimate = findEstimate(report);
      return estimate ? formatDuration(estimate.timeUs) : '\u2013';
    },
    note: (report) => {
      const estimate = findEstimate(report);
      return estimate ? describeEstimate(estimate) : describeSilence(report);
    },
    explain(report) {
      const estimate = findEstimate(report);
      if (!estimate) return 'The current scenario cannot be asked of this design; the Simulate view says why.';
      return [
        `${describeEstimate(estimate)} on ${formatCount(estimate.rankCount, 'GPU')} takes ${formatDuration(estimate.timeUs)}, between ${formatDurationRange(estimate.lowUs, estimate.highUs)}.`,
        estimate.busbwGBps > 0 ? `Bus bandwidth ${formatGBps(estimate.busbwGBps)}.` : null,
        'Estimated for the current scenario.',
      ]
        .filter(Boolean)
        .join('\n');
    },
    delta(before, after) {
      const [old, now] = [findEstimate(before), findEstimate(after)];
      // Of another question it would tell nothing.
      if (!old || !now || describeEstimate(old) !== describeEstimate(now)) return null;
      return formatDelta(old.timeUs, now.timeUs, formatDuration);
    },
    worse: 'up',
    open: () => setView('simulate'),
  },
  {
    id: 'problems',
    label: 'Problems',
    derivation: () => 'problems',
    value: (report) => (isUnchecked(report) ? '\u2013' : formatNumber(report.problems.length)),
    note: (report) => {
      const count = (severity: string): number =>
        report.problems.filter((problem) => problem.severity === severity).length;
      if (report.problems.length === 0) return isUnchecked(report) ? 'nothing to check' : 'none found';
      return [
        count('error') > 0 ? formatCount(count('error'), 'error') : null,
        count('warning') > 0 ? formatCount(count('warning'), 'warning') : null,
        count('advice') > 0 ? formatCount(count('advice'), 'hint') : null,
      ]
        .filter(Boolean)
        .join(' \u00b7 ');
    },
    explain: ({ rules }) => {
      const count = (state: string): number => rules.filter((rule) => rule.state === state).length;
      return `Findings of ${formatCount(rules.length, 'design rule')}: ${formatNumber(count('failed'))} failed, ${formatNumber(count('not-checked'))} not checked for want of facts.`;
    },
    delta: (before, after) => formatDelta(before.problems.length, after.problems.length, formatNumber),
    worse: 'up',
    open: (report) => openFindings(report.problems.length > 0 ? 'problems' : 'rules'),
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

const late = bandwidth.map((metric): Metric => ({ ...metric, isLate: true }));

export const METRICS: readonly Metric[] = [...physical, ...energy, ...money, ...late];

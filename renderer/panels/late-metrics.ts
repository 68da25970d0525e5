/** The figures of the metrics bar that are known a moment after what is only counted: bandwidth, time, problems. */
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { FabricReport, Report } from '#core/analysis/report.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import { findEstimate } from '../store/report-store.ts';
import { openFindings, select, setView } from '../store/view-store.ts';
import { formatBandwidth, formatCount, formatDelta, formatNumber, formatPercent, formatRatio } from '../ui/format.ts';
import { formatCut } from './labels.ts';
import type { Metric } from './metric.ts';
import { formatBytes } from './simulate/byte-size.ts';
import { formatDuration, formatDurationRange, formatGBps } from './simulate/durations.ts';
import { COLLECTIVES } from './simulate/labels.ts';

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

export const LATE_METRICS: readonly Metric[] = bandwidth.map((metric) => ({ ...metric, isLate: true }));

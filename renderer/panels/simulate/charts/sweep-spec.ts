/** The charts of one scenario over all message sizes: time and bus bandwidth of every candidate, the fastest marked. */
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { ChartAxis, ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { formatBytes } from '../byte-size.ts';
import { formatDuration, formatGBps, formatSignificant } from '../durations.ts';
import { type CandidateStyle, styleCandidates } from './candidate-style.ts';

export const SIZE_AXIS: ChartAxis = {
  title: 'Message size',
  scale: 'bytes',
  format: formatBytes,
  columnTitle: 'Message size (B)',
};

export const TIME_AXIS: ChartAxis = { title: 'Time', scale: 'log', format: formatDuration, columnTitle: 'time (us)' };

/** Small messages reach kilobytes a second; an axis of powers of ten needs them. */
function formatRate(gBps: number): string {
  if (gBps >= 1) return formatGBps(gBps);
  return gBps >= 1e-3 ? `${formatSignificant(gBps * 1e3)} MB/s` : `${formatSignificant(gBps * 1e6)} kB/s`;
}

export const BUSBW_AXIS: ChartAxis = {
  title: 'Bus bandwidth',
  scale: 'log',
  format: formatRate,
  columnTitle: 'bus bandwidth (GB/s)',
};

export type SweepMeasure = 'time' | 'busbw';

const ESTIMATE_ID = 'estimate';

/** What a candidate reaches, from the time it takes: bandwidths are those of the estimate, scaled by time. */
function measureAt(estimate: CollectiveEstimate, timeUs: number, measure: SweepMeasure): number {
  return measure === 'time' ? timeUs : (estimate.busbwGBps * estimate.timeUs) / timeUs;
}

/** `subject`: what is timed, e.g. 'All-reduce on all GPUs'; `sizeBytes`: the size now asked about. */
export function createSweepSpec(
  sweep: readonly CollectiveEstimate[],
  measure: SweepMeasure,
  subject: string,
  sizeBytes: number | null,
): ChartSpec {
  const axis = measure === 'time' ? TIME_AXIS : BUSBW_AXIS;
  const styles = styleCandidates(sweep);
  return {
    title: `${axis.title} against message size`,
    x: SIZE_AXIS,
    y: axis,
    series: [
      {
        id: ESTIMATE_ID,
        name: 'Estimate',
        points: sweep.map((estimate) => ({
          x: estimate.sizeBytes,
          y: measureAt(estimate, estimate.timeUs, measure),
        })),
        colour: '$text-1',
        dash: 0,
        marker: 0,
        isStrong: true,
      },
      ...styles.map((style) => ({ id: style.name, ...style, points: pointsOf(sweep, style, measure) })),
    ],
    bands: [
      {
        id: 'band',
        name: 'Band',
        points: sweep.map((estimate) => {
          const ends = [estimate.lowUs, estimate.highUs].map((timeUs) => measureAt(estimate, timeUs, measure));
          return { x: estimate.sizeBytes, low: Math.min(...ends), high: Math.max(...ends) };
        }),
        colour: '$text-3',
      },
    ],
    marks: sweep.flatMap((estimate) => {
      const winner = estimate.candidates[0];
      if (!winner) return [];
      const y = measureAt(estimate, winner.timeUs, measure);
      return [{ seriesId: winner.name, x: estimate.sizeBytes, y, note: 'fastest' }];
    }),
    marksName: 'Fastest at that size',
    xMarker: sizeBytes === null ? null : { x: sizeBytes, label: `now ${formatBytes(sizeBytes)}` },
    summary: summarise(sweep, measure, subject),
  };
}

function pointsOf(sweep: readonly CollectiveEstimate[], style: CandidateStyle, measure: SweepMeasure) {
  return sweep.flatMap((estimate) => {
    const candidate = estimate.candidates.find(({ name }) => name === style.name);
    return candidate ? [{ x: estimate.sizeBytes, y: measureAt(estimate, candidate.timeUs, measure) }] : [];
  });
}

/** `Tree/LL up to 64 KiB, then NVLSTree`: which candidate is the fastest where. */
export function describeWinners(sweep: readonly CollectiveEstimate[]): string {
  const runs: { name: string; lastBytes: number }[] = [];
  for (const { candidates, sizeBytes } of sweep) {
    const name = candidates[0]?.name;
    if (name === undefined) continue;
    const last = runs.at(-1);
    if (last?.name === name) last.lastBytes = sizeBytes;
    else runs.push({ name, lastBytes: sizeBytes });
  }
  if (runs.length === 1) return `${runs[0]?.name} throughout`;
  return runs
    .map(({ name, lastBytes }, at) =>
      at === runs.length - 1 ? `then ${name}` : `${name} up to ${formatBytes(lastBytes)}`,
    )
    .join(', ');
}

function summarise(sweep: readonly CollectiveEstimate[], measure: SweepMeasure, subject: string): string {
  const first = sweep[0];
  const last = sweep.at(-1);
  if (!first || !last) return 'No sizes computed.';
  const from = formatBytes(first.sizeBytes);
  const to = formatBytes(last.sizeBytes);
  const winners = `Fastest: ${describeWinners(sweep)}.`;
  if (measure === 'time') {
    return `${subject}: from ${formatDuration(first.timeUs)} at ${from} to ${formatDuration(last.timeUs)} at ${to}. ${winners}`;
  }
  const best = sweep.reduce((top, estimate) => (estimate.busbwGBps > top.busbwGBps ? estimate : top), first);
  return `${subject}: bus bandwidth reaches ${formatGBps(best.busbwGBps)} at ${formatBytes(best.sizeBytes)}. ${winners}`;
}

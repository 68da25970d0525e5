/** One line for each compared run over all message sizes. */
import type { ChartSpec } from '../../../ui/chart/chart-spec.ts';
import { formatBytes } from '../byte-size.ts';
import { BUSBW_AXIS, SIZE_AXIS, type SweepMeasure, TIME_AXIS } from '../charts/sweep-spec.ts';
import type { ComparedRun } from './compared-run.ts';

const COLOURS = 8;

export function createCompareSpec(
  runs: readonly ComparedRun[],
  measure: SweepMeasure,
  baseline: ComparedRun | null,
): ChartSpec {
  const axis = measure === 'time' ? TIME_AXIS : BUSBW_AXIS;
  const drawn = runs.filter((run) => run.sweep.length > 0);
  const sizeBytes = baseline?.estimate?.sizeBytes ?? 0;
  return {
    title: `${axis.title} against message size`,
    x: SIZE_AXIS,
    y: axis,
    series: drawn.map((run, at) => ({
      id: run.id,
      name: run.name,
      points: run.sweep.map((estimate) => ({
        x: estimate.sizeBytes,
        y: measure === 'time' ? estimate.timeUs : estimate.busbwGBps,
      })),
      colour: `$fabric-${(at % COLOURS) + 1}`,
      dash: at,
      marker: at,
    })),
    bands: [],
    marks: [],
    marksName: null,
    xMarker: sizeBytes > 0 ? { x: sizeBytes, label: `now ${formatBytes(sizeBytes)}` } : null,
    summary: summarise(drawn, measure, baseline),
  };
}

function summarise(runs: readonly ComparedRun[], measure: SweepMeasure, baseline: ComparedRun | null): string {
  const sizeBytes = baseline?.estimate?.sizeBytes;
  if (runs.length === 0 || sizeBytes === undefined) return 'No run to draw.';
  const axis = measure === 'time' ? TIME_AXIS : BUSBW_AXIS;
  const values = runs.flatMap((run) => {
    const estimate = run.sweep.find((candidate) => candidate.sizeBytes === sizeBytes);
    return estimate ? [`${run.name} ${axis.format(measure === 'time' ? estimate.timeUs : estimate.busbwGBps)}`] : [];
  });
  return values.length === 0 ? `${runs.length} runs.` : `At ${formatBytes(sizeBytes)}: ${values.join(', ')}.`;
}

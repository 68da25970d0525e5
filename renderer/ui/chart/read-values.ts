/** What every series says at one x: for the cursor, the reader of values and screen readers. */
import type { ChartSeries, ChartSpec } from './chart-spec.ts';

export interface ReadValue {
  readonly series: ChartSeries;
  readonly y: number;
  /** 'fastest', or null. */
  readonly note: string | null;
}

/** In the order of the series; those without a value there are left out. */
export function readValues(spec: ChartSpec, x: number): ReadValue[] {
  return spec.series.flatMap((series) => {
    const point = series.points.find((candidate) => candidate.x === x);
    if (!point) return [];
    const mark = spec.marks.find((candidate) => candidate.seriesId === series.id && candidate.x === x);
    return [{ series, y: point.y, note: mark?.note ?? null }];
  });
}

/** `1 MiB: estimate 62 us (48 us to 80 us), Ring/LL 90 us, ...`. */
export function describeValues(spec: ChartSpec, x: number): string {
  const values = readValues(spec, x).map(
    ({ series, y, note }) => `${series.name} ${spec.y.format(y)}${note === null ? '' : `, ${note}`}`,
  );
  const bands = spec.bands.flatMap((band) => {
    const point = band.points.find((candidate) => candidate.x === x);
    return point ? [`${band.name} ${spec.y.format(point.low)} to ${spec.y.format(point.high)}`] : [];
  });
  return `${spec.x.format(x)}: ${[...values, ...bands].join('; ')}`;
}

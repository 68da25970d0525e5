/** A chart as a table of plain numbers: one row for each x, one column for each series, two for each band. */
import { type ChartSpec, listXs } from './chart-spec.ts';

export interface ChartTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function tabulateChart(spec: ChartSpec): ChartTable {
  const xs = listXs(spec);
  const unit = spec.y.columnTitle;
  const columns = [
    ...spec.series.map((series) => ({
      title: `${series.name}: ${unit}`,
      values: new Map(series.points.map((point) => [point.x, point.y])),
    })),
    ...spec.bands.flatMap((band) => [
      { title: `${band.name}, low: ${unit}`, values: new Map(band.points.map((point) => [point.x, point.low])) },
      { title: `${band.name}, high: ${unit}`, values: new Map(band.points.map((point) => [point.x, point.high])) },
    ]),
  ];
  const noted = spec.marksName === null ? [] : [spec.marksName];
  return {
    headers: [spec.x.columnTitle, ...columns.map((column) => column.title), ...noted],
    rows: xs.map((x) => [
      x,
      ...columns.map((column) => column.values.get(x) ?? null),
      ...noted.map(() => findMarked(spec, x)),
    ]),
  };
}

function findMarked(spec: ChartSpec, x: number): string | null {
  const mark = spec.marks.find((candidate) => candidate.x === x);
  return spec.series.find((series) => series.id === mark?.seriesId)?.name ?? null;
}

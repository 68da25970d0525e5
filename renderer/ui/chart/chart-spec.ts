/** What a line chart shows: axes, series, a band, marked points. Knows only numbers and how to write them. */

export interface ChartAxis {
  readonly title: string;
  /** bytes: powers of two; log: powers of ten; linear begins at zero. */
  readonly scale: 'bytes' | 'log' | 'linear';
  /** A value with its unit, e.g. '1 MiB'. */
  readonly format: (value: number) => string;
  /** Name and unit for the head of a data column, e.g. 'Time (us)': there stand plain numbers. */
  readonly columnTitle: string;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** By rising x. On a logarithmic axis points at zero or below are left out. */
  readonly points: readonly ChartPoint[];
  /** A colour of the theme, e.g. `$fabric-1`. */
  readonly colour: string;
  /** Which of the dash patterns and markers; series must differ in at least one of them beside colour. */
  readonly dash: number;
  readonly marker: number;
  /** Drawn thicker and above the others. */
  readonly isStrong?: boolean;
}

/** The area between two values at each x, e.g. an uncertainty. */
export interface ChartBand {
  readonly id: string;
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly colour: string;
}

/** A point that stands out, in the style of one series, e.g. the best at that x. */
export interface ChartMark {
  readonly seriesId: string;
  readonly x: number;
  readonly y: number;
  /** What the reader of values says about the series there, e.g. 'fastest'. */
  readonly note: string;
}

export interface ChartSpec {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly bands: readonly ChartBand[];
  readonly marks: readonly ChartMark[];
  /** What marked points are, for the legend. */
  readonly marksName: string | null;
  /** A vertical line, e.g. at the value now chosen. */
  readonly xMarker: { readonly x: number; readonly label: string } | null;
  /** The chart in one or two sentences, for those who do not see it. */
  readonly summary: string;
}

const DASHES = ['', '7 3', '2 3', '9 3 2 3', '5 2', '12 3', '1 4', '9 2 2 2 2 2'];

export function chooseDash(dash: number): string {
  return DASHES[dash % DASHES.length] as string;
}

/** Without the series and bands switched off in the legend. */
export function hideSeries(spec: ChartSpec, hidden: ReadonlySet<string>): ChartSpec {
  if (hidden.size === 0) return spec;
  return {
    ...spec,
    series: spec.series.filter((series) => !hidden.has(series.id)),
    bands: spec.bands.filter((band) => !hidden.has(band.id)),
    marks: spec.marks.filter((mark) => !hidden.has(mark.seriesId) && !hidden.has(MARKS_ID)),
  };
}

/** Stands for the marked points in the legend. */
export const MARKS_ID = 'marks';

/** Every x at which some series has a value, rising. */
export function listXs(spec: ChartSpec): number[] {
  const xs = new Set<number>();
  for (const series of spec.series) for (const point of series.points) xs.add(point.x);
  return [...xs].toSorted((a, b) => a - b);
}

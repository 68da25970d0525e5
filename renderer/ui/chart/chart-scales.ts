/** From values to places on the drawing, and the room for axes around the plot. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { type AxisTick, listTicks } from './axis-ticks.ts';
import type { ChartAxis, ChartSpec } from './chart-spec.ts';
import { estimateTextWidth } from './svg-node.ts';

export const TICK_SIZE = 11;
const LABEL_ROOM_X = 58;
const LABEL_ROOM_Y = 34;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  readonly placeX: (x: number) => number;
  readonly placeY: (y: number) => number;
  readonly readX: (place: number) => number;
}

export function isDrawable(axis: ChartAxis, value: number): boolean {
  return Number.isFinite(value) && (axis.scale === 'linear' || value > 0);
}

/** Least and greatest with a little air; null = nothing to draw. */
function findDomain(axis: ChartAxis, values: readonly number[], withAir: boolean): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isDrawable(axis, value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return null;
  if (axis.scale === 'linear') return [Math.min(0, low), high === 0 ? 1 : high * (withAir ? 1.06 : 1)];
  if (low === high) return [low / 2, high * 2];
  // A twentieth of the span at both ends.
  const air = withAir ? (high / low) ** 0.05 : 1;
  return [low / air, high * air];
}

function createPlacer(axis: ChartAxis, domain: [number, number], range: [number, number]) {
  return axis.scale === 'linear'
    ? scaleLinear().domain(domain).range(range)
    : scaleLog()
        .base(axis.scale === 'bytes' ? 2 : 10)
        .domain(domain)
        .range(range);
}

/** `spec` holds what is shown only; `head` is room kept above the plot. null = no point can be drawn. */
export function createFrame(spec: ChartSpec, size: ChartSize, head: number): ChartFrame | null {
  const xs = spec.series.flatMap((series) => series.points.map((point) => point.x));
  const ys = [
    ...spec.series.flatMap((series) => series.points.map((point) => point.y)),
    ...spec.bands.flatMap((band) => band.points.flatMap((point) => [point.low, point.high])),
  ];
  const xDomain = findDomain(spec.x, xs, false);
  const yDomain = findDomain(spec.y, ys, true);
  if (!xDomain || !yDomain) return null;
  const top = head + 22;
  const bottom = size.height - 38;
  const yTicks = listTicks(spec.y, yDomain, Math.max(2, Math.floor((bottom - top) / LABEL_ROOM_Y)));
  const widest = Math.max(...yTicks.map((tick) => estimateTextWidth(tick.label ?? '', TICK_SIZE)));
  const left = Math.ceil(widest) + 14;
  const right = size.width - 16;
  const x = createPlacer(spec.x, xDomain, [left + 4, right]);
  const y = createPlacer(spec.y, yDomain, [bottom, top]);
  return {
    left,
    right,
    top,
    bottom,
    xTicks: listTicks(spec.x, xDomain, Math.max(2, Math.floor((right - left) / LABEL_ROOM_X))),
    yTicks,
    placeX: (value) => x(value),
    placeY: (value) => y(value),
    readX: (place) => x.invert(place),
  };
}

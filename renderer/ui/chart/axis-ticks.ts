/** Where an axis has ticks and what they say. */
import { scaleLinear } from 'd3-scale';
import type { ChartAxis } from './chart-spec.ts';

export interface AxisTick {
  readonly value: number;
  /** null = a line without text. */
  readonly label: string | null;
}

type Domain = readonly [number, number];

/** `count`: labels that fit. */
export function listTicks(axis: ChartAxis, domain: Domain, count: number): AxisTick[] {
  if (axis.scale === 'linear') {
    const values = scaleLinear().domain([domain[0], domain[1]]).ticks(count);
    return values.map((value) => ({ value, label: axis.format(value) }));
  }
  return axis.scale === 'bytes' ? listByteTicks(axis, domain, count) : listDecadeTicks(axis, domain, count);
}

/** Steps of powers of two that all meet 1 KiB, 1 MiB and 1 GiB. */
const BINARY_STEPS = [1, 2, 5, 10, 20, 40];
/** A domain that ends on a power of two ends there in floating point only nearly. */
const SLACK = 1e-9;

function listByteTicks(axis: ChartAxis, [low, high]: Domain, count: number): AxisTick[] {
  const first = Math.log2(low);
  const last = Math.log2(high);
  const countOf = (width: number): number =>
    Math.floor((last + SLACK) / width) - Math.ceil((first - SLACK) / width) + 1;
  const step = BINARY_STEPS.find((width) => countOf(width) <= count) ?? 40;
  const ticks: AxisTick[] = [];
  for (let power = Math.ceil((first - SLACK) / step) * step; power <= last + SLACK; power += step) {
    const value = 2 ** power;
    ticks.push({ value, label: axis.format(value) });
  }
  return ticks;
}

function listDecadeTicks(axis: ChartAxis, [low, high]: Domain, count: number): AxisTick[] {
  const first = Math.log10(low);
  const last = Math.log10(high);
  const decades = last - first;
  // Labels at every decade, at 1-2-5 when there are few of them, at every n-th when there are many.
  const labelled = decades * 3 <= count ? [1, 2, 5] : [1];
  const step = Math.max(1, Math.ceil(decades / count));
  const ticks: AxisTick[] = [];
  for (let power = Math.floor(first); power <= Math.ceil(last); power += 1) {
    for (let digit = 1; digit <= 9; digit += 1) {
      const value = digit * 10 ** power;
      if (value < low * (1 - SLACK) || value > high * (1 + SLACK)) continue;
      const isLabelled = labelled.includes(digit) && (digit !== 1 || power % step === 0);
      if (isLabelled || decades < 5) ticks.push({ value, label: isLabelled ? axis.format(value) : null });
    }
  }
  return ticks;
}

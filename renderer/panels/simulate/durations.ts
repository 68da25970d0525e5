/** Times of the simulation as text: from microseconds of a barrier to hours of a year. */
import { formatNumber, UNKNOWN } from '../../ui/format.ts';
import { units } from '../../ui/units.ts';

const UNITS: readonly (readonly [number, string])[] = [
  [3_600_000_000, 'h'],
  [60_000_000, 'min'],
  [1_000_000, 's'],
  [1_000, 'ms'],
  [1, '\u00b5s'],
];

/** `18.2 \u00b5s`, `3.42 ms`, `1.2 s`: about three significant digits. */
export function formatDuration(us: number | null): string {
  if (us === null || !Number.isFinite(us)) return UNKNOWN;
  const [divisor, unit] = UNITS.find(([from]) => Math.abs(us) >= from) ?? [1, '\u00b5s'];
  return `${formatSignificant(us / divisor)} ${unit}`;
}

/** `2.9 \u2013 4.1 ms`: both ends in the unit of the higher one. */
export function formatDurationRange(lowUs: number, highUs: number): string {
  const [divisor, unit] = UNITS.find(([from]) => Math.abs(highUs) >= from) ?? [1, '\u00b5s'];
  return `${formatSignificant(lowUs / divisor)} \u2013 ${formatSignificant(highUs / divisor)} ${unit}`;
}

export function formatSignificant(value: number): string {
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** Bandwidth of collectives in GB/s, as nccl-tests prints it, unless bits are wanted everywhere. */
export function formatGBps(value: number): string {
  return units().bandwidth === 'bits' ? `${formatSignificant(value * 8)} Gb/s` : `${formatSignificant(value)} GB/s`;
}

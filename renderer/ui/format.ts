/** Figures as text. Narrow spaces, at which no line breaks, group thousands, units follow, sums with unknown terms say so, unknown is never 0. */
import { BTU_PER_HOUR_PER_WATT, METRES_PER_FOOT, units } from './units.ts';

/** A sum of which some terms may be unknown. */
export interface PartialFigure {
  readonly value: number;
  readonly unknownCount: number;
  readonly unknownParts: readonly string[];
}

export const UNKNOWN = 'unknown';

/** The gap of core/base/format-count.ts too: one window, one way to write 12 500. */
const GROUP = '\u202f';
const LOCALE = 'en-US';

function createFormat(decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: decimals });
}

const formats = [0, 1, 2, 3].map(createFormat);

/** With as many decimals, zeros and all. */
const fixedFormats = [0, 1, 2].map(
  (decimals) => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

/** `12 345.6`, at most that many decimals, no trailing zeros. */
export function formatNumber(value: number, decimals = 0): string {
  const format = formats[Math.min(decimals, 3)] as Intl.NumberFormat;
  return format.format(value).replaceAll(',', GROUP);
}

/** Decimals that keep about three significant digits. */
function pickDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

function formatScaled(value: number, units: readonly (readonly [number, string])[], keepsZeros = false): string {
  const size = Math.abs(value);
  const [divisor, unit] = units.find(([from]) => size >= from) ?? (units.at(-1) as readonly [number, string]);
  const scaled = value / divisor;
  const decimals = pickDecimals(scaled);
  // Of the smallest unit there are no tenths to keep.
  const text =
    keepsZeros && divisor > 1
      ? (fixedFormats[decimals] as Intl.NumberFormat).format(scaled).replaceAll(',', GROUP)
      : formatNumber(scaled, decimals);
  return `${text} ${unit}`;
}

const POWER_UNITS = [
  [1_000_000, 'MW'],
  [1_000, 'kW'],
  [1, 'W'],
] as const;

/** `747 W`, `35.9 kW`, `1.24 MW`. */
export function formatPower(watts: number | null): string {
  return watts === null ? UNKNOWN : formatScaled(watts, POWER_UNITS);
}

/** `15.0 kW`: three digits beside others that it is set against, so that their difference comes out. */
export function formatComparedPower(watts: number): string {
  return formatScaled(watts, POWER_UNITS, true);
}

/** Of what gives off heat: `35.9 kW`, or `122 493 BTU/h` for those who reckon so. */
export function formatHeat(watts: number | null): string {
  if (watts === null) return UNKNOWN;
  if (units().heat === 'watts') return formatPower(watts);
  return `${formatNumber(watts * BTU_PER_HOUR_PER_WATT)} BTU/h`;
}

/** `400 Gb/s`, `12.8 Tb/s`, `1.2 Pb/s`; `50 GB/s`, `1.6 TB/s` for those who count bytes. */
export function formatBandwidth(gbps: number | null): string {
  if (gbps === null) return UNKNOWN;
  return units().bandwidth === 'bytes' ? formatRate(gbps / 8, 'B/s') : formatRate(gbps, 'b/s');
}

function formatRate(giga: number, unit: string): string {
  return formatScaled(giga, [
    [1_000_000, `P${unit}`],
    [1_000, `T${unit}`],
    [1, `G${unit}`],
  ]);
}

/** `350 ns`, `1.85 \u00b5s`. */
export function formatDelay(ns: number | null): string {
  if (ns === null) return UNKNOWN;
  return formatScaled(ns, [
    [1_000_000, 'ms'],
    [1_000, '\u00b5s'],
    [1, 'ns'],
  ]);
}

/** Speed of a port as the trade writes it, a name rather than a figure: `400G`, `1600G`. */
export function formatSpeed(gbps: number): string {
  return `${Math.round(gbps * 10) / 10}G`;
}

/** `2:1`, `1.5:1`; `\u221e` when nothing leads up. */
export function formatRatio(ratio: number | null): string {
  if (ratio === null) return UNKNOWN;
  return Number.isFinite(ratio) ? `${formatNumber(ratio, 2)}:1` : '\u221e';
}

export function formatPercent(share: number | null): string {
  if (share === null) return UNKNOWN;
  return `${formatNumber(share * 100, share < 0.1 ? 1 : 0)}\u202f%`;
}

/** `7.5 m`, `24.6 ft`: at most that many decimals, and one at most of a foot. */
export function formatLength(meters: number | null, decimals = 2): string {
  if (meters === null) return UNKNOWN;
  if (units().length === 'metres') return `${formatNumber(meters, decimals)} m`;
  return `${formatNumber(meters / METRES_PER_FOOT, Math.min(1, decimals))} ft`;
}

export function formatWeight(kg: number | null): string {
  return kg === null ? UNKNOWN : `${formatNumber(kg, 1)} kg`;
}

/** `1 cable`, `512 cables`. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** A partial sum: `\u2265 35.9 kW` when terms are missing, `unknown` when nothing is known. */
export function formatPartial(
  sum: Pick<PartialFigure, 'value' | 'unknownCount'>,
  format: (value: number) => string,
): string {
  if (sum.unknownCount > 0 && sum.value === 0) return UNKNOWN;
  return formatAtLeast(format(sum.value), sum.unknownCount);
}

/** What follows from a sum with missing terms: at least that. */
export function formatAtLeast(text: string, unknownCount: number): string {
  return unknownCount === 0 ? text : `\u2265 ${text}`;
}

const MAX_NAMES = 4;

/** Why a sum is only a lower bound, or null when it is complete. */
export function explainPartial(sum: PartialFigure): string | null {
  if (sum.unknownCount === 0) return null;
  const shown = sum.unknownParts.slice(0, MAX_NAMES).join(', ');
  const more = sum.unknownParts.length - MAX_NAMES;
  const names = shown === '' ? '' : `: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
  return `Not known for ${formatCount(sum.unknownCount, 'item')}${names}. The sum holds the known part only.`;
}

/** Difference after an edit: `+12`, `\u22123.4 kW`; null when nothing changed. */
export function formatDelta(before: number, after: number, format: (value: number) => string): string | null {
  const difference = after - before;
  if (!Number.isFinite(difference) || Math.abs(difference) < 1e-9) return null;
  return `${difference > 0 ? '+' : '\u2212'}${format(Math.abs(difference))}`;
}

/** `just now`, `12 min ago`, `3 h ago`, then the date. `nowMs` and `iso` are instants. */
export function formatAge(iso: string, nowMs: number): string {
  const then = Date.parse(iso);
  if (Number.isNaN(then)) return '';
  const minutes = Math.floor((nowMs - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const date = new Date(then);
  return date.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}

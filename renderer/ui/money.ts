/** Amounts of money as text. Many prices are known as a range only, and sums may lack some: both are said. */
import { explainPartial, formatAtLeast, formatNumber } from './format.ts';

interface MoneyRange {
  readonly low: number;
  readonly high: number;
}

interface MoneySum extends MoneyRange {
  readonly unknownCount: number;
  readonly unknownParts: readonly string[];
}

const SCALES = [
  [1e9, '\u202fbn'],
  [1e6, '\u202fM'],
] as const;

/** Whole units from 100 on, cents below. */
function formatAmount(amount: number): string {
  return formatNumber(amount, Math.abs(amount) >= 100 || Number.isInteger(amount) ? 0 : 2);
}

/** `1 250`, `1 200\u20131 500`: in a column whose head names the currency. */
export function formatPrice(range: MoneyRange | null): string {
  if (range === null) return 'unknown';
  const low = formatAmount(range.low);
  const high = formatAmount(range.high);
  return low === high ? low : `${low}\u2013${high}`;
}

/** `USD 12.3 M`, `USD 281\u2013365 M`. */
export function formatMoney(range: MoneyRange | null, currency: string): string {
  if (range === null) return 'unknown';
  const scale = SCALES.find(([from]) => range.high >= from);
  if (!scale) return `${currency} ${formatPrice(range)}`;
  const [divisor, unit] = scale;
  // About three digits of the high end; the low end ends where it does.
  const decimals = range.high >= 100 * divisor ? 0 : range.high >= 10 * divisor ? 1 : 2;
  const low = formatNumber(range.low / divisor, decimals);
  const high = formatNumber(range.high / divisor, decimals);
  return `${currency} ${low === high ? low : `${low}\u2013${high}`}${unit}`;
}

/** `\u2265 USD 12.3 M` while prices are missing; `unknown` when none is known. Without a currency to the last unit. */
export function formatMoneySum(sum: MoneySum, currency: string | null): string {
  if (sum.unknownCount > 0 && sum.high === 0) return 'unknown';
  return formatAtLeast(currency === null ? formatPrice(sum) : formatMoney(sum, currency), sum.unknownCount);
}

/** Why a sum is partial, or null when it is complete. */
export function explainMoneySum(sum: MoneySum): string | null {
  return explainPartial({ ...sum, value: sum.low })?.replace('Not known for', 'No price for') ?? null;
}

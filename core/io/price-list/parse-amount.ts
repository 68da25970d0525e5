/** Amounts as spreadsheets and shops write them: `1,234.50`, `1.234,50`, `$ 99`, `99 EUR`. */

interface Amount {
  readonly value: number;
  /** ISO 4217, when it stands beside the number. */
  readonly currency: string | null;
}

const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '\u20ac': 'EUR', '\u00a3': 'GBP' };

/** null = not a number of 0 or more. */
export function parseAmount(text: string): Amount | null {
  const match =
    /^([A-Za-z]{3}|[$\u20ac\u00a3])?\s*(\d[\d.,\s\u00a0\u2009\u202f']*)\s*([A-Za-z]{3}|[$\u20ac\u00a3])?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const value = readNumber((match[2] ?? '').replaceAll(/[\s\u00a0\u2009\u202f']/g, ''));
  const sign = match[1] ?? match[3] ?? null;
  return value === null ? null : { value, currency: sign === null ? null : (SIGNS[sign] ?? sign.toUpperCase()) };
}

/** The last of points and commas parts off the decimals, unless three digits follow and it is the only kind there is. */
function readNumber(digits: string): number | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const mark = digits[last] as string;
  const isOnlyKind = !digits.includes(mark === '.' ? ',' : '.');
  const isRepeated = digits.indexOf(mark) !== last;
  const groupsThousands = isOnlyKind && (isRepeated || (mark === ',' && digits.length - last === 4));
  const whole = digits.slice(0, last).replaceAll(/[.,]/g, '');
  const rest = digits.slice(last + 1);
  const value = Number(groupsThousands ? `${whole}${rest}` : `${whole}.${rest}`);
  return Number.isFinite(value) ? value : null;
}

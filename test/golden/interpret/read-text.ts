/** Small readers for what people write into a case: `16,384`, `3:1`, `16 x 16`, `8 x 400G NDR`, `2 up to 8 SU, 3 from 16 SU`. */
import type { InputValue } from './case-schema.ts';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;

/** A number, or a text that is one number with at most a unit behind it (`16,384`, `100k GPUs`); else null. */
export function readNumber(value: InputValue | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const match = new RegExp(String.raw`^\s*(?:~|about\s+)?(${NUMBER})\s*([kKmM]?)\s*([a-zA-Z/%][\w/% -]*)?\s*$`).exec(
    value,
  );
  if (!match || /^x\s*\d/i.test(match[3] ?? '')) return null;
  const scale = { k: 1000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return parseNumeral(match[1] as string) * scale;
}

function parseNumeral(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** `3:1` -> 3, `4:3` -> 1.333, `0.5:1` -> 0.5, `non-blocking` -> 1; a bare number is the ratio itself. */
export function readRatio(value: InputValue | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const match = /(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)/.exec(value);
  if (match) return Number(match[1]) / Number(match[2]);
  if (/non-?blocking|full[- ]bisection|none/i.test(value)) return 1;
  return readNumber(value);
}

/** Numbers of a list, or of a text like `16 x 16 x 24`; null when there are fewer than one. */
export function readShape(value: InputValue | undefined): number[] | null {
  const numbers = Array.isArray(value)
    ? value.map(Number)
    : typeof value === 'string' && /^\s*\d+(\s*[x×*,]\s*\d+)*\s*$/i.test(value)
      ? value.split(/[x×*,]/i).map(Number)
      : [];
  return numbers.length > 0 && numbers.every((n) => Number.isInteger(n) && n > 0) ? numbers : null;
}

/** `{ count, speedGbps }` of every `N x SG` in the text, in order: `64 x 800G = 128 x 400G` gives two. */
export function listPortGroups(text: string): { count: number; speedGbps: number; after: string }[] {
  const groups: { count: number; speedGbps: number; after: string }[] = [];
  for (const match of text.matchAll(
    /(\d[\d,]*)\s*[x×]\s*((?:[A-Za-z][\w-]*\s+){0,4}?)(\d+(?:\.\d+)?)\s*(G|T)(?:b\/?s|bps|bE|E)?\b/g,
  )) {
    const speed = Number(match[3]) * (match[4] === 'T' ? 1000 : 1);
    const after = text.slice(match.index + match[0].length).split(/[+,;]/)[0] as string;
    groups.push({ count: parseNumeral(match[1] as string), speedGbps: speed, after: `${match[2]}${after}`.trim() });
  }
  return groups;
}

/** `SN4600C x 2` -> 2; `QFX x 8 per stripe` -> 8 with `per` = stripe; `SN2201 x 1-2` -> a range. */
export function readMultiplier(text: string): { low: number; high: number; per: string | null } | null {
  const match = /\bx\s*(\d+)(?:\s*-\s*(\d+))?(?:\s+per\s+(\w+))?\s*(?:$|[,;(])/i.exec(text);
  if (!match) return null;
  const low = Number(match[1]);
  return { low, high: match[2] === undefined ? low : Number(match[2]), per: match[3]?.toLowerCase() ?? null };
}

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  single: 1,
  one: 1,
  twin: 2,
  dual: 2,
  two: 2,
  three: 3,
  triple: 3,
  quad: 4,
  four: 4,
  six: 6,
  eight: 8,
  octo: 8,
  ten: 10,
  twelve: 12,
  sixteen: 16,
};

/** The number before a noun, as digits or a word: `8 planes`, `twin-plane`, `two-tier`; null when the noun has none. */
export function readCountOf(text: string, noun: string): number | null {
  const match = new RegExp(String.raw`\b(\d+|${Object.keys(WORD_NUMBERS).join('|')})[\s-]+${noun}`, 'i').exec(text);
  if (!match) return null;
  const word = (match[1] as string).toLowerCase();
  return WORD_NUMBERS[word] ?? Number(word);
}

/** `2 up to 8 SU, 3 from 16 SU`: the number that holds at this size; a plain number holds at all sizes. */
export function readTiers(value: InputValue | undefined, size: number | null): number | null {
  const plain = readNumber(value);
  if (plain !== null) return plain;
  if (typeof value !== 'string') return null;
  for (const match of value.matchAll(
    /(\d+)\s*(?:tiers?|layers?)?\s*(up to|until|below|from|above|over)\s*(\d[\d,]*)/gi,
  )) {
    const limit = parseNumeral(match[3] as string);
    const word = (match[2] as string).toLowerCase();
    if (size === null) continue;
    const holds =
      word === 'up to' || word === 'until'
        ? size <= limit
        : word === 'below'
          ? size < limit
          : word === 'from'
            ? size >= limit
            : size > limit;
    if (holds) return Number(match[1]);
  }
  return readCountOf(value, '(?:tier|layer|level|stage)');
}

/**
 * How well a name fits what was typed. Zeros in front of numbers do not count (`leaf-17` finds `leaf-017`), and letters may be left
 * out where that still begins a word (`q97` finds `QM9700`).
 */

export interface Query {
  readonly text: string;
  readonly words: readonly string[];
}

const SEPARATOR = /[^\p{L}\p{N}.+]+/u;

/** The form in which names and queries are compared. */
export function normalise(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(^|\D)0+(?=\d)/g, '$1');
}

export function readQuery(typed: string): Query {
  // A zero at the end may be the first of `017`.
  const text = normalise(typed).replace(/([^\d.])0+$/, '$1');
  return { text, words: text.split(SEPARATOR).filter(Boolean) };
}

/** Whether the text goes on with more of the number that the query ends with. */
function cutsNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at] ?? '');
}

const LETTERS_LEFT_OUT = 5;

/** 0 = the very name, 1 = begins so, 2 = has the words, 3 = has words that begin so, 4 = holds them; null = not at all. */
export function rankWords({ text: wanted, words }: Query, text: string): number | null {
  if (!words.every((word) => text.includes(word))) return null;
  if (text === wanted) return 0;
  if (text.startsWith(wanted) && !cutsNumber(text, wanted.length)) return 1;
  const own = text.split(SEPARATOR);
  if (words.every((word) => own.includes(word))) return 2;
  return words.every((word) => own.some((other) => other.startsWith(word))) ? 3 : 4;
}

export function leavesLettersOut(rank: number): boolean {
  return rank >= LETTERS_LEFT_OUT;
}

/** The same, and 5 or more = with letters left out. */
export function rankText(query: Query, text: string): number | null {
  return rankWords(query, text) ?? rankSkipping(query.text, text);
}

/** Every letter in order, the first at the beginning of a word; the more is skipped, the worse. */
function rankSkipping(wanted: string, text: string): number | null {
  const letters = wanted.replaceAll(/\s/g, '');
  if (letters.length < 2) return null;
  let best = Number.POSITIVE_INFINITY;
  for (
    let start = text.indexOf(letters[0] as string);
    start >= 0;
    start = text.indexOf(letters[0] as string, start + 1)
  ) {
    const isWordStart = start === 0 || SEPARATOR.test(text[start - 1] as string);
    if (isWordStart) best = Math.min(best, countSkipped(letters, text, start));
  }
  return best <= letters.length * 2 ? LETTERS_LEFT_OUT + best / 100 : null;
}

function countSkipped(letters: string, text: string, start: number): number {
  let at = start;
  let skipped = 0;
  for (const letter of letters.slice(1)) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return Number.POSITIVE_INFINITY;
    skipped += next - at - 1;
    at = next;
  }
  return skipped;
}

/** The best of several names; further words are found too, after all names. */
export function rankNames(query: Query, names: readonly string[], further: string): number | null {
  const ranks = names.map((name) => rankText(query, name) ?? Number.POSITIVE_INFINITY);
  const best = Math.min(...ranks);
  if (best < LETTERS_LEFT_OUT) return best;
  const all = `${names.join(' ')} ${further}`;
  if (query.words.length > 0 && query.words.every((word) => all.includes(word))) return 4.5;
  return Number.isFinite(best) ? best : null;
}

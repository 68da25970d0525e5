/**
 * The name of a block of tiles, short and true: numbered neighbours become runs, `Rack 1–40, 201–240`, so that nobody
 * looks for rack 100 in a block that holds 1 and 200. Pure.
 */
import { joinRuns } from '#core/base/runs.ts';

const byName = new Intl.Collator(undefined, { numeric: true });
/** More of them than this nobody reads, wherever they are written. */
const mostRuns = 6;

interface Numbered {
  readonly stem: string;
  readonly number: number;
}

/** The name in parts, run by run; of names without one common stem, the first and the last in reading order. */
export function listRuns(names: readonly string[]): readonly string[] {
  const numbered = names.flatMap((name) => readNumber(name) ?? []);
  const [first] = numbered;
  if (first && numbered.length === names.length && numbered.every(({ stem }) => stem === first.stem)) {
    const [start = '', ...others] = writeRuns(numbered.map(({ number }) => number));
    return [`${first.stem}${start}`, ...others];
  }
  const sorted = names.toSorted(byName.compare);
  const [start, end] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  return [start === end ? start : `${start} \u2013 ${end}`];
}

/** On one line, however long. */
export function joinParts(parts: readonly string[]): string {
  return writeParts(parts.slice(0, mostRuns), parts.length > mostRuns);
}

/** On lines that fit, cut only between parts; where they are too few, it says that there is more. At least the first part. */
export function wrapParts(
  parts: readonly string[],
  mostLines: number,
  fits: (line: string) => boolean,
): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < parts.length && lines.length < mostLines) {
    const isLast = lines.length === mostLines - 1;
    let end = at + 1;
    const write = (to: number): string => writeParts(parts.slice(at, to), isLast && to < parts.length);
    // A line that ends in a comma and one that ends in dots are measured as they are written.
    const close = (to: number): string => `${write(to)}${!isLast && to < parts.length ? ',' : ''}`;
    while (end < parts.length && fits(close(end + 1))) end += 1;
    lines.push(close(end));
    at = end;
  }
  return lines;
}

function writeParts(parts: readonly string[], hasMore: boolean): string {
  return [...parts, ...(hasMore ? ['\u2026'] : [])].join(', ');
}

/** Numbers written with leading zeros are parts of names, not counts: they keep their text. */
function readNumber(name: string): Numbered | null {
  const [, stem, digits] = /^(.*?)([1-9]\d{0,8})$/.exec(name) ?? [];
  return stem === undefined || /\d$/.test(stem) ? null : { stem, number: Number(digits) };
}

function writeRuns(numbers: readonly number[]): string[] {
  const runs = joinRuns(numbers.map((first) => ({ first, count: 1 })));
  return runs.map(({ first, count }) => (count === 1 ? `${first}` : `${first}\u2013${first + count - 1}`));
}

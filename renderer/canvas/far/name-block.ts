/**
 * The name of a block of tiles, short and true: numbered neighbours become runs, `Rack 1–40, 201–240`, so that nobody
 * looks for rack 100 in a block that holds 1 and 200. Pure.
 */
import { joinRuns } from '#core/base/runs.ts';

const byName = new Intl.Collator(undefined, { numeric: true });
/** What a block has room for; of more only the first is written. */
const mostRuns = 2;

interface Numbered {
  readonly stem: string;
  readonly number: number;
}

/** Of names without one common stem, the first and the last in reading order. */
export function nameBlock(names: readonly string[]): string {
  const numbered = names.flatMap((name) => readNumber(name) ?? []);
  const [first] = numbered;
  if (first && numbered.length === names.length && numbered.every(({ stem }) => stem === first.stem))
    return `${first.stem}${writeRuns(numbered.map(({ number }) => number))}`;
  const sorted = names.toSorted(byName.compare);
  const [start, end] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  return start === end ? start : `${start} \u2013 ${end}`;
}

/** Numbers written with leading zeros are parts of names, not counts: they keep their text. */
function readNumber(name: string): Numbered | null {
  const [, stem, digits] = /^(.*?)([1-9]\d{0,8})$/.exec(name) ?? [];
  return stem === undefined || /\d$/.test(stem) ? null : { stem, number: Number(digits) };
}

function writeRuns(numbers: readonly number[]): string {
  const runs = joinRuns(numbers.map((first) => ({ first, count: 1 })));
  const written = runs.map(({ first, count }) => (count === 1 ? `${first}` : `${first}\u2013${first + count - 1}`));
  return written.length > mostRuns ? `${written[0]}, \u2026` : written.join(', ');
}

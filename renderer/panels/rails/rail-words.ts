/** What the cells of the rail grid are called. */
import { RAIL, type RailGrid } from '#core/analysis/rail-grid-report.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';

/** Beside the colour of a wrong cell, so that it is told without it. */
export const GLYPHS: Readonly<Record<number, string>> = {
  [RAIL.crossed]: '\u2715',
  [RAIL.doubled]: '2\u00d7',
  [RAIL.strayed]: '\u21c4',
  [RAIL.missing]: '\u2205',
};

export const STATE_WORDS: Readonly<Record<number, string>> = {
  [RAIL.unchecked]: 'not checked',
  [RAIL.right]: 'correct',
  [RAIL.crossed]: 'wrong: a leaf of another rail',
  [RAIL.doubled]: 'wrong: this leaf is reached twice',
  [RAIL.strayed]: 'wrong: a leaf of another unit',
  [RAIL.missing]: 'wrong: no cable',
};

/** `3 of 1 016 rail links wrong`. */
export function describeGrid({ wrongCells, cellCount }: RailGrid): string {
  if (wrongCells.length === 0) return `All ${formatCount(cellCount, 'rail link')} correct`;
  return `${formatNumber(wrongCells.length)} of ${formatCount(cellCount, 'rail link')} wrong`;
}

/** What is wrong with them, and what could not be checked; empty = nothing to say. */
export function describeWrongs({ counts, emptyRowCount }: RailGrid): string {
  const kinds: readonly (readonly [number, number, string])[] = [
    [RAIL.crossed, counts.crossed, 'on a leaf of another rail'],
    [RAIL.doubled, counts.doubled, 'on a leaf reached twice'],
    [RAIL.strayed, counts.strayed, 'on a leaf of another unit'],
    [RAIL.missing, counts.missing, 'without a cable'],
  ];
  const wrong = kinds.flatMap(([state, count, words]) =>
    count === 0 ? [] : [`${GLYPHS[state]} ${formatNumber(count)} ${words}`],
  );
  const empty =
    emptyRowCount === 0 ? [] : [`not checked: ${formatCount(emptyRowCount, 'server')} without any cable here`];
  return [...wrong, ...empty].join(' \u00b7 ');
}

interface CellWords {
  readonly server: string;
  readonly rail: number;
  readonly leaf: string | null;
  readonly wanted: string | null;
  readonly state: number;
}

/** One sentence on one cell. */
export function describeCell({ server, rail, leaf, wanted, state }: CellWords): string {
  const port = `Rail ${rail} of ${server}`;
  const belongs = wanted === null ? '' : ` It belongs on ${wanted}, with its neighbours.`;
  switch (state) {
    case RAIL.right:
      return `${port} reaches ${leaf}, as its neighbours do.`;
    case RAIL.crossed:
      return `${port} reaches ${leaf}, which serves other rails: its traffic climbs to the spines.${belongs}`;
    case RAIL.doubled:
      return `${port} reaches ${leaf}, where another rail of the server ends already.${belongs}`;
    case RAIL.strayed:
      return `${port} reaches ${leaf}, which serves this rail for other servers.${belongs}`;
    case RAIL.missing:
      return `${port} has no cable; other servers of the group have one.${belongs}`;
    default:
      return `${server} has no cable in this fabric, or no such rail: nothing to check.`;
  }
}

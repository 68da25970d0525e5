/**
 * Our own layout of a fabric: tiers as rows, the highest on top, long rows broken into lines so that the whole fits a screen; in a row,
 * blocks stand near what they are linked to. Linear in what it lays out, and the same for the same design. Pure.
 */
import type { Position } from '#core/design/design.ts';
import { GRID } from '../device-shape.ts';
import { spreadOnLine } from './spread.ts';

export interface TierItem {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Smaller is higher up. */
  readonly tier: number;
}

export type Edge = readonly [string, string];
type Line = readonly TierItem[];

const gapPx = 64;
const linePx = 56;
const tierPx = 144;
/** What a whole design should fill, as screens are. */
const screen = { width: 16, height: 9 };
/** Even, because each turns the rows round. More change little. */
const sweepCount = 4;

/** Top left corners around x = 0, from y = 0 down. Items come in the order they should keep where links leave a choice. */
export function layOutTiers(items: readonly TierItem[], edges: readonly Edge[]): Map<string, Position> {
  const neighbours = listNeighbours(items, edges);
  const rows = orderRows(groupByTier(items), neighbours);
  const tiers = chooseLines(rows);
  const middles = placeMiddles(tiers, neighbours);
  const places = new Map<string, Position>();
  let y = 0;
  for (const lines of tiers) {
    for (const line of lines) {
      for (const item of line) {
        const x = snap((middles.get(item.key) ?? 0) - item.width / 2);
        places.set(item.key, { x, y });
      }
      y += snap(measureHeight(line) + linePx);
    }
    y += tierPx - linePx;
  }
  return places;
}

function listNeighbours(items: readonly TierItem[], edges: readonly Edge[]): Map<string, string[]> {
  const tierOf = new Map(items.map(({ key, tier }) => [key, tier]));
  const neighbours = new Map(items.map(({ key }) => [key, [] as string[]]));
  for (const [a, b] of edges) {
    if (tierOf.get(a) === tierOf.get(b)) continue;
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  }
  return neighbours;
}

function groupByTier(items: readonly TierItem[]): TierItem[][] {
  const byTier = new Map<number, TierItem[]>();
  for (const item of items) {
    const row = byTier.get(item.tier);
    if (row) row.push(item);
    else byTier.set(item.tier, [item]);
  }
  return [...byTier.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row);
}

/** Rows sorted by where the neighbours stand in theirs, up and down some times: links cross less. */
function orderRows(rows: readonly TierItem[][], neighbours: ReadonlyMap<string, readonly string[]>): TierItem[][] {
  const shares = new Map<string, number>();
  const remember = (row: readonly TierItem[]): void =>
    row.forEach(({ key }, index) => shares.set(key, (index + 0.5) / row.length));
  let ordered = rows.map((row) => [...row]);
  for (const row of ordered) remember(row);
  for (let sweep = 0; sweep < sweepCount; sweep += 1) {
    ordered = ordered.toReversed().map((row) => {
      const wanted = new Map(
        row.map(({ key }) => [key, computeMean(neighbours.get(key), shares) ?? shares.get(key) ?? 0]),
      );
      const sorted = row.toSorted((a, b) => (wanted.get(a.key) ?? 0) - (wanted.get(b.key) ?? 0));
      remember(sorted);
      return sorted;
    });
  }
  return ordered;
}

function computeMean(keys: readonly string[] | undefined, values: ReadonlyMap<string, number>): number | null {
  if (!keys || keys.length === 0) return null;
  return keys.reduce((sum, key) => sum + (values.get(key) ?? 0), 0) / keys.length;
}

/** Rows broken into even lines, of that length at which the whole is largest on a screen. */
function chooseLines(rows: readonly TierItem[][]): Line[][] {
  let best: { tiers: Line[][]; scale: number } = { tiers: [], scale: -1 };
  for (const perLine of listLengths(Math.max(0, ...rows.map((row) => row.length)))) {
    const tiers = rows.map((row) => breakRow(row, perLine));
    const width = Math.max(0, ...tiers.flat().map(measureWidth));
    const height = tiers.reduce((sum, lines) => sum + measureTier(lines), 0);
    const scale = Math.min(screen.width / width, screen.height / height);
    if (scale > best.scale) best = { tiers, scale };
  }
  return best.tiers;
}

/** Lengths of lines to try, a quarter longer each time. */
function listLengths(longest: number): number[] {
  const lengths: number[] = [];
  for (let length = 4; length < longest; length = Math.ceil(length * 1.25)) lengths.push(length);
  return [...lengths, longest];
}

function breakRow(row: readonly TierItem[], perLine: number): Line[] {
  const lineCount = Math.ceil(row.length / perLine);
  const size = Math.ceil(row.length / lineCount);
  return Array.from({ length: lineCount }, (_, index) => row.slice(index * size, (index + 1) * size));
}

function measureWidth(line: Line): number {
  return line.reduce((sum, { width }) => sum + width + gapPx, -gapPx);
}

function measureHeight(line: Line): number {
  return Math.max(0, ...line.map(({ height }) => height));
}

function measureTier(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + measureHeight(line) + linePx, tierPx - linePx);
}

/** Every line as near to its neighbours as it gets: from the longest tier, which decides the width, outwards; then all once more. */
function placeMiddles(
  tiers: readonly Line[][],
  neighbours: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const middles = new Map<string, number>();
  for (const line of tiers.flat()) {
    const start = -measureWidth(line) / 2;
    let x = start;
    for (const { key, width } of line) {
      middles.set(key, x + width / 2);
      x += width + gapPx;
    }
  }
  const widths = tiers.map((lines) => Math.max(...lines.map(measureWidth)));
  const widest = widths.indexOf(Math.max(...widths));
  const others = [...tiers.keys()].filter((index) => index !== widest).toSorted((a, b) => distance(a) - distance(b));
  for (const index of [...others, ...others]) {
    for (const line of tiers[index] ?? []) {
      const wanted = line.map(({ key, width }) => {
        return { at: computeMean(neighbours.get(key), middles) ?? middles.get(key) ?? 0, size: width };
      });
      spreadOnLine(wanted, gapPx).forEach((middle, at) => middles.set((line[at] as TierItem).key, middle));
    }
  }
  return middles;

  function distance(index: number): number {
    return Math.abs(index - widest);
  }
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

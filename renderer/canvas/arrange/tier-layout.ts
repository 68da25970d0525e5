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

/** An item while it is being laid out. */
interface Seat {
  readonly item: TierItem;
  /** In other tiers. */
  readonly neighbours: Seat[];
  /** Where it stands in its row, 0 to 1. */
  share: number;
  /** Its middle on the line. */
  middle: number;
}

type Line = readonly Seat[];

const gapPx = 64;
const linePx = 56;
const tierPx = 144;
/** What a whole design should fill, as screens are. */
const screen = { width: 16, height: 9 };
/** Even, because each turns the rows round. More change little. */
const sweepCount = 4;

/** Top left corners around x = 0, from y = 0 down. Items come in the order they should keep where links leave a choice. */
export function layOutTiers(items: readonly TierItem[], edges: readonly Edge[]): Map<string, Position> {
  const rows = orderRows(groupByTier(createSeats(items, edges)));
  const perLine = chooseLength(rows);
  const tiers = rows.map((row) => breakRow(row, perLine));
  placeMiddles(tiers);
  const places = new Map<string, Position>();
  let y = 0;
  for (const lines of tiers) {
    for (const line of lines) {
      for (const { item, middle } of line) places.set(item.key, { x: snap(middle - item.width / 2), y });
      y += snap(measureHeight(line) + linePx);
    }
    y += tierPx - linePx;
  }
  return places;
}

function createSeats(items: readonly TierItem[], edges: readonly Edge[]): Seat[] {
  const seats = new Map(items.map((item): [string, Seat] => [item.key, { item, neighbours: [], share: 0, middle: 0 }]));
  for (const [from, to] of edges) {
    const a = seats.get(from);
    const b = seats.get(to);
    if (!a || !b || a.item.tier === b.item.tier) continue;
    a.neighbours.push(b);
    b.neighbours.push(a);
  }
  return [...seats.values()];
}

function groupByTier(seats: readonly Seat[]): Seat[][] {
  const byTier = new Map<number, Seat[]>();
  for (const seat of seats) {
    const row = byTier.get(seat.item.tier);
    if (row) row.push(seat);
    else byTier.set(seat.item.tier, [seat]);
  }
  return [...byTier.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row);
}

/** Rows sorted by where the neighbours stand in theirs, up and down some times: links cross less. */
function orderRows(rows: readonly Seat[][]): Seat[][] {
  let ordered = rows.map((row) => [...row]);
  for (const row of ordered) countShares(row);
  for (let sweep = 0; sweep < sweepCount; sweep += 1) {
    ordered = ordered.toReversed().map((row) => {
      for (const seat of row) seat.share = computeMean(seat, 'share');
      const sorted = row.toSorted((a, b) => a.share - b.share);
      countShares(sorted);
      return sorted;
    });
  }
  return ordered;
}

function countShares(row: readonly Seat[]): void {
  row.forEach((seat, index) => {
    seat.share = (index + 0.5) / row.length;
  });
}

/** Of its neighbours; its own where it has none. */
function computeMean(seat: Seat, field: 'share' | 'middle'): number {
  if (seat.neighbours.length === 0) return seat[field];
  let sum = 0;
  for (const neighbour of seat.neighbours) sum += neighbour[field];
  return sum / seat.neighbours.length;
}

/** Rows are broken into even lines, of that length at which the whole is largest on a screen. */
function chooseLength(rows: readonly Seat[][]): number {
  let best = { length: 1, scale: -1 };
  for (const length of listLengths(Math.max(1, ...rows.map((row) => row.length)))) {
    const tiers = rows.map((row) => breakRow(row, length));
    const width = tiers.reduce((most, lines) => Math.max(most, findWidest(lines)), 0);
    const height = tiers.reduce((sum, lines) => sum + measureTier(lines), 0);
    const scale = Math.min(screen.width / width, screen.height / height);
    if (scale > best.scale) best = { length, scale };
  }
  return best.length;
}

/** Lengths of lines to try, a quarter longer each time. */
function listLengths(longest: number): number[] {
  const lengths: number[] = [];
  for (let length = 4; length < longest; length = Math.ceil(length * 1.25)) lengths.push(length);
  return [...lengths, longest];
}

/** Linked items go down the columns, so that those with the same neighbours stay together; others are read line by line. */
function breakRow(row: readonly Seat[], length: number): Line[] {
  const lineCount = Math.ceil(row.length / length);
  const size = Math.ceil(row.length / lineCount);
  const isLinked = row.some(({ neighbours }) => neighbours.length > 0);
  const lines = Array.from({ length: lineCount }, (): Seat[] => []);
  row.forEach((seat, index) => lines[isLinked ? index % lineCount : Math.floor(index / size)]?.push(seat));
  return lines.filter((line) => line.length > 0);
}

function measureWidth(line: Line): number {
  let width = -gapPx;
  for (const { item } of line) width += item.width + gapPx;
  return width;
}

function findWidest(lines: readonly Line[]): number {
  return lines.reduce((most, line) => Math.max(most, measureWidth(line)), 0);
}

function measureHeight(line: Line): number {
  let height = 0;
  for (const { item } of line) height = Math.max(height, item.height);
  return height;
}

function measureTier(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + measureHeight(line) + linePx, tierPx - linePx);
}

/** Every line as near to its neighbours as it gets: from the widest tier, which stays centred, outwards; then all once more. */
function placeMiddles(tiers: readonly Line[][]): void {
  for (const line of tiers.flat()) {
    let x = -measureWidth(line) / 2;
    for (const seat of line) {
      seat.middle = x + seat.item.width / 2;
      x += seat.item.width + gapPx;
    }
  }
  const widths = tiers.map(findWidest);
  const widest = widths.indexOf(widths.reduce((most, width) => Math.max(most, width), 0));
  const distance = (index: number): number => Math.abs(index - widest);
  const others = [...tiers.keys()].filter((index) => index !== widest).toSorted((a, b) => distance(a) - distance(b));
  for (const index of [...others, ...others]) {
    for (const line of tiers[index] ?? []) {
      const wanted = line.map((seat) => ({ at: computeMean(seat, 'middle'), size: seat.item.width }));
      const middles = spreadOnLine(wanted, gapPx);
      line.forEach((seat, at) => {
        seat.middle = middles[at] ?? seat.middle;
      });
    }
  }
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/**
 * How a large reply goes from one thread to another: its long tables apart from the rest, as columns, in pieces that are soon read,
 * and of a table that was told before only the rows that differ. The rows that do not stay the same objects on the other side.
 */
import { isSameValue } from '#core/edit/same-value.ts';
import { type Column, fromColumn, listBuffers, toColumn } from './columns.ts';

type Row = object;

/** Rows of a table, after those told before. */
interface TableMessage {
  readonly kind: 'rows';
  readonly table: string;
  /** So many rows of the table as it was, from `first` on; or new ones. */
  readonly first: number | null;
  readonly count: number;
  readonly rows: Column | null;
}

/** Ends the reply. Its tables are empty lists; `paths` says where they stand. */
interface ReplyMessage {
  readonly kind: 'reply';
  readonly reply: unknown;
  readonly paths: readonly (readonly (string | number)[])[];
}

export type WireMessage = TableMessage | ReplyMessage;

export interface Posted {
  readonly message: WireMessage;
  readonly transfer: ArrayBuffer[];
}

/** Shorter lists stay in the reply. */
const SHORTEST_TABLE = 64;
/** Rows in one piece: a few ms to read. */
const PIECE = 2000;

/** The side that tells. */
export class ReplyTeller {
  private readonly told = new Map<string, readonly Row[]>();

  *list(reply: unknown): Generator<Posted, void> {
    const tables: { path: (string | number)[]; rows: readonly Row[] }[] = [];
    const rest = takeTables(reply, [], (path, rows) => tables.push({ path, rows }));
    for (const { path, rows } of tables) {
      const table = path.join('/');
      for (const message of listRows(table, this.told.get(table) ?? [], rows)) {
        yield { message, transfer: message.rows ? listBuffers(message.rows) : [] };
      }
      this.told.set(table, rows);
    }
    yield { message: { kind: 'reply', reply: rest, paths: tables.map(({ path }) => path) }, transfer: [] };
  }
}

/** A copy without its long lists of records; what has none is not copied. */
function takeTables(
  value: unknown,
  path: (string | number)[],
  take: (path: (string | number)[], rows: readonly Row[]) => void,
): unknown {
  if (Array.isArray(value)) {
    if (!isRecord(value[0])) return value;
    if (value.length < SHORTEST_TABLE) return value.map((item, index) => takeTables(item, [...path, index], take));
    take(path, value as readonly Row[]);
    return [];
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, takeTables(own, [...path, key], take)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function* listRows(table: string, before: readonly Row[], now: readonly Row[]): Generator<TableMessage, void> {
  const isLikeBefore = compareRows(before, now);
  for (let first = 0; first < now.length; ) {
    const like = isLikeBefore(first);
    let end = first + 1;
    while (end < now.length && follows(like, isLikeBefore(end), end - first) && (like >= 0 || end - first < PIECE))
      end += 1;
    const count = end - first;
    if (like >= 0) yield { kind: 'rows', table, first: like, count, rows: null };
    else yield { kind: 'rows', table, first: null, count, rows: toColumn(now.slice(first, end)) };
    first = end;
  }
}

function follows(like: number, next: number, distance: number): boolean {
  return like < 0 ? next < 0 : next === like + distance;
}

/** For a row of now, the equal row of before; negative = there is none. Rows that came or went shift those after them. */
function compareRows(before: readonly Row[], now: readonly Row[]): (index: number) => number {
  const least = Math.min(before.length, now.length);
  let start = 0;
  while (start < least && isSameValue(before[start], now[start])) start += 1;
  let tail = 0;
  while (tail < least - start && isSameValue(before[before.length - 1 - tail], now[now.length - 1 - tail])) tail += 1;
  const shift = before.length - now.length;
  const between = new Uint8Array(now.length);
  if (shift === 0) {
    for (let i = start; i < now.length - tail; i += 1) between[i] = isSameValue(before[i], now[i]) ? 1 : 0;
  }
  return (index) => {
    if (index < start || between[index] === 1) return index;
    return index >= now.length - tail ? index + shift : -1;
  };
}

/** The side that is told. */
export class ReplyReader {
  private readonly told = new Map<string, unknown[]>();
  private readonly open = new Map<string, { rows: unknown[]; isSame: boolean }>();

  /** The reply when that was the last piece of it. */
  read(message: WireMessage): { readonly reply: unknown } | null {
    if (message.kind === 'rows') {
      this.addRows(message);
      return null;
    }
    for (const path of message.paths) put(message.reply, path, this.finish(path.join('/')));
    return { reply: message.reply };
  }

  private addRows({ table, first, count, rows }: TableMessage): void {
    const opened = this.open.get(table) ?? { rows: [], isSame: true };
    this.open.set(table, opened);
    opened.isSame &&= first === opened.rows.length;
    const added = rows ? fromColumn(rows, count) : (this.told.get(table) ?? []).slice(first ?? 0, (first ?? 0) + count);
    for (const row of added) opened.rows.push(row);
  }

  /** A table that is as it was is the same list. */
  private finish(table: string): unknown[] {
    const { rows, isSame } = this.open.get(table) ?? { rows: [], isSame: true };
    this.open.delete(table);
    const before = this.told.get(table);
    const kept = isSame && before?.length === rows.length ? before : rows;
    this.told.set(table, kept);
    return kept;
  }
}

function put(reply: unknown, path: readonly (string | number)[], rows: unknown[]): void {
  let place = reply as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1) as string | number] = rows;
}

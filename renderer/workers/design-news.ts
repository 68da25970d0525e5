/**
 * How a design goes from one thread to another: only what differs from the design the other side has, and that in pieces, so that
 * neither writing nor reading one piece holds a thread up for long. Records are told apart by identity, as edits leave them.
 */
import type { Design } from '#core/design/design.ts';

/** The tables that grow with what is drawn; the other fields are small and go whole. */
const TABLES = ['devices', 'racks', 'placements', 'links', 'stands'] as const;

type TableName = (typeof TABLES)[number];
type Table = Readonly<Record<string, unknown>>;

interface TableNews {
  readonly table: TableName;
  readonly set: readonly (readonly [id: string, record: unknown])[];
  readonly gone: readonly string[];
}

/** One piece of what is new. The design stands when the last piece is applied. */
export interface DesignNews {
  /** Begins from nothing instead of from the design before. */
  readonly isWhole: boolean;
  readonly tables: readonly TableNews[];
  /** In the last piece: all other fields that differ, and those that are no more. */
  readonly fields: { readonly set: Readonly<Record<string, unknown>>; readonly gone: readonly string[] } | null;
}

/** Records in one piece: some 5 ms to read. */
const PIECE = 1000;

/** What turns `before` into `now`; null = the other side has nothing. At least one piece. */
export function* listNews(before: Design | null, now: Design): Generator<DesignNews, void> {
  let isWhole = before === null;
  let open: TableNews[] = [];
  let size = 0;
  for (const table of TABLES) {
    const { set, gone } = compareTables(before?.[table], now[table]);
    for (let at = 0; at < set.length || (at === 0 && gone.length > 0); ) {
      const piece = set.slice(at, at + PIECE - size);
      open.push({ table, set: piece, gone: at === 0 ? gone : [] });
      at += piece.length;
      size += piece.length;
      if (size >= PIECE) {
        yield { isWhole, tables: open, fields: null };
        isWhole = false;
        open = [];
        size = 0;
      }
      if (piece.length === 0) break;
    }
  }
  yield { isWhole, tables: open, fields: compareFields(before, now) };
}

const NOTHING: Table = {};

function compareTables(before: Table = NOTHING, now: Table = NOTHING): Omit<TableNews, 'table'> {
  if (before === now) return { set: [], gone: [] };
  if (before === NOTHING) return { set: Object.entries(now), gone: [] };
  const set = Object.entries(now).filter(([id, record]) => before[id] !== record);
  return { set, gone: Object.keys(before).filter((id) => !Object.hasOwn(now, id)) };
}

/** A table that comes or goes is a field as well, so that an empty one is not taken for none. */
function compareFields(before: Design | null, now: Design): NonNullable<DesignNews['fields']> {
  const old: Table = before ?? NOTHING;
  const set: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(now)) {
    if (!isTable(name)) {
      if (old[name] !== value) set[name] = value;
    } else if (old[name] === undefined) set[name] = NOTHING;
  }
  return { set, gone: Object.keys(old).filter((name) => !Object.hasOwn(now, name)) };
}

function isTable(name: string): name is TableName {
  return (TABLES as readonly string[]).includes(name);
}

/** The other side: the design it has, made up to date piece by piece. */
export class DesignMirror {
  private design: Readonly<Record<string, unknown>>;
  /** Copies of tables, ours until the design is handed out. */
  private readonly open = new Map<TableName, Record<string, unknown>>();

  constructor(design: Design | null = null) {
    this.design = { ...design };
  }

  /** The design when that was the last piece of it. */
  apply(news: DesignNews): Design | null {
    if (news.isWhole) {
      this.design = {};
      this.open.clear();
    }
    for (const { table, set, gone } of news.tables) {
      const copy = this.openTable(table);
      for (const id of gone) delete copy[id];
      for (const [id, record] of set) copy[id] = record;
    }
    if (!news.fields) return null;
    return this.finish(news.fields);
  }

  private openTable(name: TableName): Record<string, unknown> {
    const opened = this.open.get(name);
    if (opened) return opened;
    const copy = { ...(this.design[name] as Table | undefined) };
    this.open.set(name, copy);
    return copy;
  }

  private finish({ set, gone }: NonNullable<DesignNews['fields']>): Design {
    const next: Record<string, unknown> = { ...this.design, ...set };
    for (const [name, table] of this.open) next[name] = table;
    for (const name of gone) delete next[name];
    this.open.clear();
    this.design = next;
    return next as unknown as Design;
  }
}

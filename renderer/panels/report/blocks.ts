/** What a section of the report is made of: plain values that the screen and the paper show alike. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { ExplainSource } from '../../store/explain-store.ts';

export type Tone = 'bad' | 'good' | 'open';

/** A text, or one that says more: how it is meant, what it is about. */
export type Cell =
  | string
  | {
      readonly text: string;
      readonly tone?: Tone;
      /** Selected by a click on the text. */
      readonly refs?: readonly ObjectRef[];
      /** Where the derivation of a figure is from. */
      readonly source?: ExplainSource;
    };

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Second, quieter line. */
  readonly note?: string | null;
  /** What the figure means, with this design's numbers. */
  readonly hint?: string;
  /** Where its derivation is from. */
  readonly source?: ExplainSource | null;
}

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Share of the table's width, per cent; absent = as its texts ask. */
  readonly width?: number;
  /** Holds words longer than its width, such as addresses. */
  readonly breaks?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total?: readonly Cell[];
  /** What must be known to read it. */
  readonly note?: string | null;
}

export type Block =
  | {
      readonly kind: 'facts';
      readonly title?: string;
      /** tiles: large, for the figures that everybody reads first. */
      readonly look?: 'tiles';
      readonly facts: readonly Fact[];
    }
  | TableBlock
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | {
      readonly kind: 'list';
      readonly title: string;
      readonly items: readonly { readonly head: string; readonly text: string }[];
    }
  | { readonly kind: 'drawing'; readonly fabricId: string }
  | {
      readonly kind: 'formula';
      readonly title: string;
      readonly formula: string;
      readonly values: readonly string[];
      readonly caveats: readonly string[];
    };

/** Longer tables are no longer read on paper: the rest stands in the other views. */
const ROWS_MAX = 200;

/** A table of so many of the items, and a word about the rest. */
export function createTable<T>(
  title: string,
  columns: readonly (string | Column)[],
  items: readonly T[],
  toRow: (item: T) => readonly Cell[],
  rest: { readonly total?: readonly Cell[]; readonly note?: string | null } = {},
): TableBlock {
  const more = items.length - ROWS_MAX;
  const note = [more > 0 ? `${more} more are left out here; the other views have them all.` : null, rest.note ?? null];
  return {
    kind: 'table',
    title,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
    rows: items.slice(0, ROWS_MAX).map(toRow),
    ...(rest.total ? { total: rest.total } : {}),
    note: note.filter(Boolean).join(' ') || null,
  };
}

/** A figure that tells how it is counted. */
export const figure = (text: string, source: ExplainSource): Cell => ({ text, source });

/** A column of longer texts. */
export const wide = (title: string, width: number): Column => ({ title, width });

/** A column of figures. */
export const number = (title: string): Column => ({ title, isNumber: true });

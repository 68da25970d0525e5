/**
 * The rail grids, asked of the worker while they are looked at and again for every new report; and how they are looked at: which
 * fabric, all servers or only those with a wrong cell, and the cell that is chosen. Kept while another view is open.
 */
import { createStore, useStore } from 'zustand';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import { askRailGrids, reportStore } from './report-store.ts';

/** Counted from 0. */
export interface RailCell {
  readonly row: number;
  readonly column: number;
}

export interface RailsState {
  /** null = not told yet. */
  readonly grids: readonly RailGrid[] | null;
  readonly failure: string | null;
  /** null = the first fabric that has rails. */
  readonly fabricId: string | null;
  readonly onlyWrong: boolean;
  readonly cell: RailCell;
}

const EMPTY: RailsState = {
  grids: null,
  failure: null,
  fabricId: null,
  onlyWrong: false,
  cell: { row: 0, column: 0 },
};

export const railsStore = createStore<RailsState>(() => EMPTY);

export function useRailsStore<T>(selector: (state: RailsState) => T): T {
  return useStore(railsStore, selector);
}

/** The grid that is looked at. */
export function selectGrid({ grids, fabricId }: RailsState): RailGrid | null {
  return grids?.find((grid) => grid.fabricId === fabricId) ?? grids?.[0] ?? null;
}

/** Rows in sight of the filter, in order; null = all. */
export function selectRows(state: RailsState): Uint32Array | null {
  const grid = selectGrid(state);
  return state.onlyWrong && grid && grid.wrongRows.length > 0 ? grid.wrongRows : null;
}

/** The chosen cell, moved into the grid where that has become smaller. */
export function selectCell(state: RailsState): RailCell {
  const grid = selectGrid(state);
  const rows = selectRows(state);
  const row = Math.min(state.cell.row, Math.max(0, (grid?.rowCount ?? 1) - 1));
  return {
    row: rows && !rows.includes(row) ? (rows[0] as number) : row,
    column: Math.min(state.cell.column, Math.max(0, (grid?.columnCount ?? 1) - 1)),
  };
}

export function setRails(patch: Partial<Pick<RailsState, 'fabricId' | 'onlyWrong' | 'cell'>>): void {
  railsStore.setState(patch);
}

/** Views that show the grid at present. */
let watcherCount = 0;
/** Counts what the grids would be of: answers to older questions are thrown away. */
let generation = 0;
let answered = -1;

/** Keeps the grids up to date until the returned function is called. */
export function watchRails(): () => void {
  watcherCount += 1;
  ask();
  return () => {
    watcherCount -= 1;
  };
}

function ask(): void {
  const { report, isStale } = reportStore.getState();
  if (watcherCount === 0 || answered === generation || report === null || isStale) return;
  const asked = generation;
  answered = asked;
  askRailGrids().then(
    (grids) => {
      if (asked === generation) railsStore.setState({ grids, failure: null });
    },
    (fault: unknown) => {
      const failure = fault instanceof Error ? fault.message : String(fault);
      if (asked === generation) railsStore.setState({ failure });
    },
  );
}

reportStore.subscribe((state, previous) => {
  if (state.report === null && previous.report !== null) {
    generation += 1;
    railsStore.setState(EMPTY);
  } else if (state.report !== previous.report || (previous.isStale && !state.isStale)) {
    generation += 1;
    ask();
  }
});

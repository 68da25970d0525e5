/**
 * The cable schedule as far as it is on screen. All rows stay in the worker with the netlist; what is in sight is fetched in
 * pages, in the order and through the filters of the query. While the report is being made anew the old rows stay, because
 * the worker answers for the newest netlist only; with the new report they are fetched again.
 */
import { createStore, useStore } from 'zustand';
import type { ScheduleQuery } from '#core/io/schedule-index.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import type { ScheduleAnswer } from '../workers/schedule-messages.ts';
import { readSchedule, reportStore } from './report-store.ts';
import type { RowRange } from './row-ranges.ts';

/** Rows of a page, fetched together. */
const PAGE_ROWS = 128;
/** Pages kept: what was seen last is seen again soon. */
const MAX_PAGES = 64;

export const EVERY_CABLE: ScheduleQuery = { text: '', columns: {}, sort: null, about: null };

export interface ScheduleState {
  readonly query: ScheduleQuery;
  /** Cables of the design, and of them those the query finds; null = not told yet. */
  readonly totalCount: number | null;
  readonly rowCount: number | null;
  /** By page number. */
  readonly pages: ReadonlyMap<number, readonly ScheduleRow[]>;
  /** Rows of the newest query are on their way, older ones are shown. */
  readonly isAsking: boolean;
  readonly failure: string | null;
  /** Rows chosen, by their place in the shown order. */
  readonly chosen: readonly RowRange[];
}

const EMPTY: ScheduleState = {
  query: EVERY_CABLE,
  totalCount: null,
  rowCount: null,
  pages: new Map(),
  isAsking: false,
  failure: null,
  chosen: [],
};

export const scheduleStore = createStore<ScheduleState>(() => EMPTY);

export function useScheduleStore<T>(selector: (state: ScheduleState) => T): T {
  return useStore(scheduleStore, selector);
}

/** Counts changes of what the rows would be: answers to older ones are thrown away. */
let generation = 0;
let shownGeneration = -1;
/** Pages in sight; null = the schedule is not on screen. */
let wanted: { readonly first: number; readonly last: number } | null = null;
let isFetching = false;

/** Rows first .. end - 1 are in sight. */
export function watchRows({ first, end }: RowRange): void {
  wanted = { first: Math.floor(first / PAGE_ROWS), last: Math.floor(Math.max(first, end - 1) / PAGE_ROWS) };
  fetchMissing();
}

/** The schedule left the screen. */
export function unwatchRows(): void {
  wanted = null;
}

/** A row that has been fetched. */
export function findRow(pages: ScheduleState['pages'], row: number): ScheduleRow | undefined {
  return pages.get(Math.floor(row / PAGE_ROWS))?.[row % PAGE_ROWS];
}

export function setQuery(change: (old: ScheduleQuery) => Partial<ScheduleQuery>): void {
  scheduleStore.setState(({ query }) => ({ query: { ...query, ...change(query) }, chosen: [] }));
  askAnew();
}

export function setChosenRows(chosen: readonly RowRange[]): void {
  scheduleStore.setState({ chosen });
}

function askAnew(): void {
  generation += 1;
  scheduleStore.setState({ isAsking: wanted !== null });
  fetchMissing();
}

/** The first run of pages in sight that is not there; the one after the last in sight comes beforehand. */
function findMissing(): { readonly first: number; readonly last: number } | null {
  if (!wanted) return null;
  const { pages, rowCount } = scheduleStore.getState();
  const isCurrent = shownGeneration === generation;
  const isMissing = (page: number): boolean => !isCurrent || !pages.has(page);
  const lastPage = isCurrent && rowCount !== null ? Math.max(0, Math.ceil(rowCount / PAGE_ROWS) - 1) : wanted.last;
  let first = Math.min(wanted.first, lastPage);
  const end = Math.min(wanted.last + 1, lastPage);
  while (first <= end && !isMissing(first)) first += 1;
  if (first > end) return null;
  let last = first;
  while (last < end && isMissing(last + 1)) last += 1;
  return { first, last };
}

function fetchMissing(): void {
  if (isFetching || reportStore.getState().isStale || reportStore.getState().report === null) return;
  const missing = findMissing();
  if (!missing) return;
  isFetching = true;
  const asked = generation;
  const { query } = scheduleStore.getState();
  readSchedule(query, missing.first * PAGE_ROWS, (missing.last + 1 - missing.first) * PAGE_ROWS).then(
    (answer) => {
      isFetching = false;
      if (asked === generation) receive(answer);
      fetchMissing();
    },
    (fault: unknown) => {
      isFetching = false;
      const failure = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      if (asked === generation) scheduleStore.setState({ failure, isAsking: false });
    },
  );
}

function receive(answer: ScheduleAnswer): void {
  const isFirst = shownGeneration !== generation;
  shownGeneration = generation;
  scheduleStore.setState((state) => {
    const pages = new Map(isFirst ? [] : state.pages);
    const firstPage = answer.first / PAGE_ROWS;
    for (let at = 0; at < answer.rows.length; at += PAGE_ROWS) {
      pages.set(firstPage + at / PAGE_ROWS, answer.rows.slice(at, at + PAGE_ROWS));
    }
    for (const page of pages.keys()) {
      if (pages.size <= MAX_PAGES) break;
      pages.delete(page);
    }
    // Places mean other cables once their number is another, or the lengths they are sorted by.
    const keepsPlaces = state.rowCount === answer.rowCount && state.query.sort === null;
    return {
      pages,
      totalCount: answer.totalCount,
      rowCount: answer.rowCount,
      isAsking: false,
      failure: null,
      chosen: keepsPlaces ? state.chosen : [],
    };
  });
}

reportStore.subscribe((state, previous) => {
  if (state.report === null && previous.report !== null) {
    // Another document: nobody waits for what the last one was asked.
    generation += 1;
    isFetching = false;
    scheduleStore.setState(EMPTY);
  } else if (state.report !== previous.report || (previous.isStale && !state.isStale)) {
    askAnew();
  }
});

/**
 * From rows of the cable schedule to what they join, lit up in every view: the links are selected, the devices at both ends
 * light up with them.
 */
import { createStore, useStore } from 'zustand';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { replaceUnits } from '#core/design/unit-contents.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { design } from './design-store.ts';
import { countRows, type RowRange } from './row-ranges.ts';
import { findRow, scheduleStore, setChosenRows, setQuery } from './schedule-store.ts';
import { requestFocus, setHighlighted, viewStore } from './view-store.ts';

/** Above this many rows what they join is lit for the rows that are at hand only. */
const MAX_LIT_ROWS = 4096;

let ownSelection: readonly ObjectRef[] | null = null;

/** Whether this selection was made by choosing rows of the schedule. */
export function isOwnSelection(selection: readonly ObjectRef[]): boolean {
  return selection === ownSelection;
}

export function chooseRows(chosen: readonly RowRange[]): void {
  setChosenRows(chosen);
  const rows = listFetched(chosen);
  const links = collectRefs(rows, (row) => [{ kind: 'link', id: row.linkId }]);
  const ends = collectRefs(rows, ({ a, b }) => [
    { kind: 'device', id: a.deviceId, member: a.member },
    { kind: 'device', id: b.deviceId, member: b.member },
  ]);
  ownSelection = links;
  viewStore.setState({ selection: links });
  setHighlighted([...links, ...ends]);
}

function listFetched(chosen: readonly RowRange[]): ScheduleRow[] {
  const { pages } = scheduleStore.getState();
  const rows: ScheduleRow[] = [];
  if (countRows(chosen) > MAX_LIT_ROWS) {
    for (const page of pages.values()) rows.push(...page);
    return rows;
  }
  for (const { first, end } of chosen) {
    for (let at = first; at < end; at += 1) {
      const row = findRow(pages, at);
      if (row) rows.push(row);
    }
  }
  return rows;
}

function collectRefs(rows: readonly ScheduleRow[], refsOf: (row: ScheduleRow) => ObjectRef[]): ObjectRef[] {
  const refs = new Map<string, ObjectRef>();
  for (const row of rows) {
    for (const ref of refsOf(row)) refs.set(`${ref.kind}/${ref.id}/${ref.member ?? ''}`, ref);
  }
  return [...refs.values()];
}

/** Goes to the link of that row on the canvas. */
export function showRow(row: number): void {
  const found = findRow(scheduleStore.getState().pages, row);
  if (found) requestFocus({ kind: 'link', id: found.linkId });
}

const followStore = createStore<{ readonly follows: boolean }>(() => ({ follows: false }));

/** Whether the schedule holds only the cables at what other views select. */
export function useFollowsSelection(): boolean {
  return useStore(followStore, (state) => state.follows);
}

export function setFollowsSelection(follows: boolean): void {
  if (follows === followStore.getState().follows) return;
  followStore.setState({ follows });
  setQuery(() => ({ about: follows ? replaceUnits(design(), viewStore.getState().selection) : null }));
}

// Rows chosen here select links, too; that must not narrow the rows to them.
viewStore.subscribe(({ selection }, previous) => {
  if (selection === previous.selection || !followStore.getState().follows || isOwnSelection(selection)) return;
  setQuery(() => ({ about: replaceUnits(design(), selection) }));
});

/** Choosing rows of the schedule by pointer and keys: one, a run of them, or one more; and walking through them. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { addRange, spanRows, toggleRow } from '../../store/row-ranges.ts';
import { chooseRows, showRow } from '../../store/schedule-lights.ts';
import { scheduleStore, useScheduleStore } from '../../store/schedule-store.ts';
import { ROW_HEIGHT_PX } from './row-height.ts';

export type PickRow = (row: number, event: Pick<MouseEvent, 'shiftKey' | 'metaKey' | 'ctrlKey'>) => void;

interface RowKeysOptions {
  readonly scrollRef: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly headHeightPx: number;
  readonly onCopy: () => void;
}

interface RowKeys {
  /** Row that the keys start from. */
  readonly current: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly pick: PickRow;
  readonly open: (row: number) => void;
}

/** Brings a row into sight below the sticky head. */
function revealRow(element: HTMLElement, row: number, headHeightPx: number): void {
  const top = row * ROW_HEIGHT_PX;
  const seenPx = element.clientHeight - headHeightPx;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW_HEIGHT_PX > element.scrollTop + seenPx) element.scrollTop = top + ROW_HEIGHT_PX - seenPx;
}

/** Where a key leads; null = it is no key of the table. */
function findTarget(key: string, row: number, rowCount: number, pageRows: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rowCount - 1, row + 1);
    case 'ArrowUp':
      return Math.max(0, row - 1);
    case 'PageDown':
      return Math.min(rowCount - 1, row + pageRows);
    case 'PageUp':
      return Math.max(0, row - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return rowCount - 1;
    default:
      return null;
  }
}

export function useRowKeys({ scrollRef, rowCount, headHeightPx, onCopy }: RowKeysOptions): RowKeys {
  const [current, setCurrent] = useState(0);
  const anchor = useRef(0);
  const query = useScheduleStore((state) => state.query);
  useEffect(() => {
    setCurrent(0);
    anchor.current = 0;
    if (scrollRef.current) scrollRef.current.scrollTop = 0;
  }, [query, scrollRef]);

  const move = useCallback((row: number, isSpanning: boolean): void => {
    setCurrent(row);
    if (!isSpanning) anchor.current = row;
    chooseRows([spanRows(anchor.current, row)]);
  }, []);

  const pick = useCallback<PickRow>(
    (row, event) => {
      if (!event.metaKey && !event.ctrlKey) {
        move(row, event.shiftKey);
        return;
      }
      const { chosen } = scheduleStore.getState();
      if (event.shiftKey) chooseRows(addRange(chosen, spanRows(anchor.current, row)));
      else chooseRows(toggleRow(chosen, row));
      setCurrent(row);
      anchor.current = row;
    },
    [move],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // Fields and buttons in the head have their own keys.
    if (event.target !== event.currentTarget || rowCount === 0) return;
    const hasModifier = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor((event.currentTarget.clientHeight - headHeightPx) / ROW_HEIGHT_PX) - 1);
    const row = Math.min(current, rowCount - 1);
    const target = findTarget(event.key, row, rowCount, pageRows);
    if (target !== null) {
      move(target, event.shiftKey);
      revealRow(event.currentTarget, target, headHeightPx);
    } else if (event.key === ' ') chooseRows(toggleRow(scheduleStore.getState().chosen, row));
    else if (event.key === 'Enter' && !hasModifier) showRow(row);
    else if (hasModifier && event.key === 'a') chooseRows([{ first: 0, end: rowCount }]);
    else if (hasModifier && event.key === 'c') onCopy();
    // One row is one cable: Delete would take the link with all of its cables away.
    else if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
  };
  return { current: Math.min(current, Math.max(0, rowCount - 1)), onKeyDown, pick, open: showRow };
}

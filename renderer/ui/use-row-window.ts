/**
 * Which rows of equal height are in sight of a scrolling element. Costs the same for ten rows and for a million, because
 * nothing is kept for a row.
 */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows first .. end - 1. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Never fewer than the rows shown: row i is drawn in slot i % slotCount, so that scrolling changes texts and makes no elements. */
  readonly slotCount: number;
}

interface RowWindowOptions {
  readonly rowCount: number;
  readonly rowHeightPx: number;
  /** Rows drawn beyond what is seen, above and below. */
  readonly overscan: number;
}

/** The window moves in steps, so that most scroll events change nothing. */
const STEP_ROWS = 4;

function measure(element: HTMLElement, { rowCount, rowHeightPx, overscan }: RowWindowOptions): RowWindow {
  const top = Math.floor(element.scrollTop / rowHeightPx) - overscan;
  const seen = Math.ceil(element.clientHeight / rowHeightPx) + 2 * overscan;
  const first = Math.max(0, Math.floor(top / STEP_ROWS) * STEP_ROWS);
  const slotCount = seen + STEP_ROWS;
  return { first: Math.min(first, rowCount), end: Math.min(rowCount, first + slotCount), slotCount };
}

export function useRowWindow(scrollRef: RefObject<HTMLElement | null>, options: RowWindowOptions): RowWindow {
  const { rowCount, rowHeightPx, overscan } = options;
  const [rows, setRows] = useState<RowWindow>({ first: 0, end: 0, slotCount: 1 });
  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (!element) return undefined;
    const update = (): void =>
      setRows((old) => {
        const next = measure(element, { rowCount, rowHeightPx, overscan });
        const isSame = next.first === old.first && next.end === old.end && next.slotCount === old.slotCount;
        return isSame ? old : next;
      });
    update();
    element.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [scrollRef, rowCount, rowHeightPx, overscan]);
  return rows;
}

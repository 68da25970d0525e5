/** Walking through the rail grid: arrows cell by cell, pages, ends, the next wrong cell, and Enter to go there. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { chooseCell, chooseWrong, openCell } from '../../store/rail-moves.ts';
import type { RailCell } from '../../store/rails-store.ts';
import { RAIL_ROW_PX } from './rail-row-height.ts';

interface RailKeysOptions {
  readonly scrollRef: RefObject<HTMLElement | null>;
  readonly headPx: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows of the grid in sight of the filter; null = all. */
  readonly rows: Uint32Array | null;
  readonly cell: RailCell;
}

/** Place of a row in the shown order. */
export function findPlace(rows: Uint32Array | null, row: number): number {
  return rows ? Math.max(0, rows.indexOf(row)) : row;
}

export function useRailKeys(options: RailKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const { scrollRef, headPx, rowCount, columnCount, rows, cell } = options;
  const place = findPlace(rows, cell.row);
  useReveal(scrollRef, place, headPx);
  return (event) => {
    if (rowCount === 0) return;
    const hasModifier = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - headPx) / RAIL_ROW_PX) - 1);
    const next = findNext(event.key, hasModifier, { place, column: cell.column, page, rowCount, columnCount });
    if (next) chooseCell({ row: rows ? (rows[next.place] as number) : next.place, column: next.column });
    else if (event.key === 'Enter' && !hasModifier) openCell(cell);
    else if ((event.key === 'n' || event.key === 'N') && !hasModifier && !event.altKey)
      chooseWrong(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

interface Steps {
  readonly place: number;
  readonly column: number;
  readonly page: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** null = the key leads nowhere. */
function findNext(key: string, hasModifier: boolean, steps: Steps): { place: number; column: number } | null {
  const { place, column, page, rowCount, columnCount } = steps;
  const [lastPlace, lastColumn] = [rowCount - 1, columnCount - 1];
  switch (key) {
    case 'ArrowDown':
      return { place: Math.min(lastPlace, place + 1), column };
    case 'ArrowUp':
      return { place: Math.max(0, place - 1), column };
    case 'ArrowRight':
      return { place, column: Math.min(lastColumn, column + 1) };
    case 'ArrowLeft':
      return { place, column: Math.max(0, column - 1) };
    case 'PageDown':
      return { place: Math.min(lastPlace, place + page), column };
    case 'PageUp':
      return { place: Math.max(0, place - page), column };
    case 'Home':
      return { place: hasModifier ? 0 : place, column: 0 };
    case 'End':
      return { place: hasModifier ? lastPlace : place, column: lastColumn };
    default:
      return null;
  }
}

/** Brings the chosen row into sight below the sticky head whenever another one is chosen. */
function useReveal(scrollRef: RefObject<HTMLElement | null>, place: number, headPx: number): void {
  const last = useRef<number | null>(null);
  useEffect(() => {
    const element = scrollRef.current;
    if (!element || last.current === place) return;
    last.current = place;
    const top = place * RAIL_ROW_PX;
    const seenPx = element.clientHeight - headPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + RAIL_ROW_PX > element.scrollTop + seenPx) element.scrollTop = top + RAIL_ROW_PX - seenPx;
  }, [scrollRef, place, headPx]);
}

/** A sortable table that keeps up with any number of rows: only the visible ones are drawn. Arrow keys walk the rows. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from 'react';
import './table.css';

export interface TableColumn<R> {
  readonly key: string;
  readonly title: string;
  /** CSS grid width, `minmax(160px, 2fr)` or `80px`; below the sum of the least widths the table scrolls sideways. */
  readonly width: string;
  readonly isNumber?: boolean;
  /** What it sorts by; unknown values sort last. */
  readonly sortValue: (row: R) => string | number | null;
  readonly render: (row: R) => ReactNode;
  /** Plain text of the cell for its tooltip when the cell may be cut. */
  readonly fullText?: (row: R) => string;
  readonly total?: ReactNode;
}

interface TableProps<R> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly TableColumn<R>[];
  readonly rowKey: (row: R) => string;
  readonly isSelected?: (row: R) => boolean;
  readonly onPick?: (row: R, isAdding: boolean) => void;
  readonly onOpen?: (row: R) => void;
  readonly testId?: string;
}

interface SortState {
  readonly key: string;
  readonly isDescending: boolean;
}

const ROW_HEIGHT = 28;

/** `minmax(120px, 1fr)` and `120px` both begin with their least width. */
function readMinWidthPx(width: string): number {
  return Number.parseFloat(width.replace('minmax(', ''));
}

function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

function useSortedRows<R>(
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  sort: SortState | null,
): readonly R[] {
  return useMemo(() => {
    const column = sort && columns.find((candidate) => candidate.key === sort.key);
    if (!column) return rows;
    const keyed = rows.map((row) => ({ row, value: column.sortValue(row) }));
    const direction = sort.isDescending ? -1 : 1;
    keyed.sort((a, b) =>
      a.value === null || b.value === null
        ? compareValues(a.value, b.value)
        : direction * compareValues(a.value, b.value),
    );
    return keyed.map(({ row }) => row);
  }, [rows, columns, sort]);
}

function HeaderRow<R>(props: {
  readonly columns: readonly TableColumn<R>[];
  readonly sort: SortState | null;
  readonly onSort: (key: string) => void;
}): ReactElement {
  return (
    <div className="ui-table__row ui-table__head" role="row">
      {props.columns.map((column) => {
        const isSorted = props.sort?.key === column.key;
        const direction = props.sort?.isDescending ? 'descending' : 'ascending';
        return (
          <div key={column.key} role="columnheader" aria-sort={isSorted ? direction : 'none'}>
            <button
              type="button"
              className={`ui-table__sort ${column.isNumber ? 'ui-table__sort--number' : ''}`}
              onClick={() => props.onSort(column.key)}
            >
              {column.title}
              {isSorted ? props.sort?.isDescending ? <ArrowDown size={12} /> : <ArrowUp size={12} /> : null}
            </button>
          </div>
        );
      })}
    </div>
  );
}

function TotalRow<R>({ columns }: { readonly columns: readonly TableColumn<R>[] }): ReactElement | null {
  if (!columns.some((column) => column.total !== undefined)) return null;
  return (
    <div className="ui-table__row ui-table__foot" role="row">
      {columns.map((column) => (
        <div
          key={column.key}
          role="cell"
          className={`ui-table__cell ${column.isNumber ? 'ui-table__cell--number' : ''}`}
        >
          {column.total}
        </div>
      ))}
    </div>
  );
}

/** Fields in cells have their own keys. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** From the row into the figures that its cells explain, from one to the next, and back out to the row. */
function stepFigure(row: HTMLElement, step: 1 | -1): void {
  const figures = [...row.querySelectorAll<HTMLElement>('[data-explained]')];
  const at = figures.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 && step < 0 ? figures.length - 1 : at + step;
  (figures[next] ?? row).focus();
}

export function Table<R>(props: TableProps<R>): ReactElement {
  const { label, rows, columns, rowKey, isSelected, onPick, onOpen, testId } = props;
  const [sort, setSort] = useState<SortState | null>(null);
  const [current, setCurrent] = useState(0);
  const scrollRef = useRef<HTMLDivElement>(null);
  const sorted = useSortedRows(rows, columns, sort);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const style = {
    '--columns': columns.map((column) => column.width).join(' '),
    '--min-width': `${columns.reduce((sum, column) => sum + readMinWidthPx(column.width), 0)}px`,
  } as CSSProperties;

  const onSort = (key: string): void =>
    setSort((old) =>
      old?.key !== key ? { key, isDescending: false } : old.isDescending ? null : { key, isDescending: true },
    );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: R, index: number): void => {
    const isInCell = event.target !== event.currentTarget;
    if (isInCell && (event.key === 'Enter' || event.key === ' ')) return;
    if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && !isField(event.target)) {
      stepFigure(event.currentTarget, event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key === 'Enter') onOpen?.(row);
    else if (event.key === ' ') onPick?.(row, event.shiftKey);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = Math.min(sorted.length - 1, Math.max(0, index + (event.key === 'ArrowDown' ? 1 : -1)));
      setCurrent(next);
      virtualizer.scrollToIndex(next);
      requestAnimationFrame(() => scrollRef.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
    } else return;
    event.preventDefault();
  };

  return (
    <div
      className="ui-table"
      style={style}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length}
      data-testid={testId}
    >
      <div className="ui-table__scroll" ref={scrollRef}>
        <div className="ui-table__grid">
          <HeaderRow columns={columns} sort={sort} onSort={onSort} />
          <div className="ui-table__body" style={{ height: virtualizer.getTotalSize() }} role="rowgroup">
            {virtualizer.getVirtualItems().map((item) => {
              const row = sorted[item.index] as R;
              return (
                <div
                  key={rowKey(row)}
                  role="row"
                  data-index={item.index}
                  aria-rowindex={item.index + 1}
                  aria-selected={isSelected?.(row) ?? false}
                  tabIndex={item.index === Math.min(current, sorted.length - 1) ? 0 : -1}
                  className="ui-table__row"
                  style={{ transform: `translateY(${item.start}px)`, height: item.size }}
                  onFocus={() => setCurrent(item.index)}
                  onClick={(event) => onPick?.(row, event.shiftKey || event.metaKey || event.ctrlKey)}
                  onDoubleClick={() => onOpen?.(row)}
                  onKeyDown={(event) => onKeyDown(event, row, item.index)}
                >
                  {columns.map((column) => (
                    <div
                      key={column.key}
                      role="cell"
                      className={`ui-table__cell ${column.isNumber ? 'ui-table__cell--number' : ''}`}
                      title={column.fullText?.(row)}
                    >
                      {column.render(row)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
          <TotalRow columns={columns} />
        </div>
      </div>
    </div>
  );
}

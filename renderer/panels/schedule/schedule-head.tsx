/** The head of the schedule: titles that sort, edges that drag, and under each title what the column must hold. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { ScheduleKey } from '#core/io/schedule-columns.ts';
import { setColumnWidth } from '../../store/column-layout.ts';
import { setQuery, useScheduleStore } from '../../store/schedule-store.ts';
import { MIN_COLUMN_PX, type ScheduleColumnView } from './schedule-columns.ts';

/** Typing may go on for this long before the rows follow. */
const TYPING_PAUSE_MS = 160;

export function ScheduleHead({ columns }: { readonly columns: readonly ScheduleColumnView[] }): ReactElement {
  return (
    <div className="schedule-table__head" role="rowgroup">
      <div className="schedule-table__titles" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <Title key={column.key} column={column} />
        ))}
      </div>
    </div>
  );
}

/** Rising, falling, then as the netlist has them again. */
function sortBy(key: ScheduleKey): void {
  setQuery((old) => ({
    sort:
      old.sort?.key !== key ? { key, isDescending: false } : old.sort.isDescending ? null : { key, isDescending: true },
  }));
}

function Title({ column }: { readonly column: ScheduleColumnView }): ReactElement {
  const sort = useScheduleStore((state) => (state.query.sort?.key === column.key ? state.query.sort : null));
  const number = column.isNumber ? ' schedule-table__sort--number' : '';
  return (
    <div
      role="columnheader"
      aria-sort={sort ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
      className={`schedule-table__title${column.startsEnd ? ' schedule-table__cell--end' : ''}`}
    >
      <button
        type="button"
        className={`schedule-table__sort${number}`}
        title={column.hint}
        onClick={() => sortBy(column.key)}
      >
        {column.title}
        {sort ? sort.isDescending ? <ArrowDown size={12} /> : <ArrowUp size={12} /> : null}
      </button>
      <ColumnFilter column={column} />
      <Edge column={column} />
    </div>
  );
}

function ColumnFilter({ column }: { readonly column: ScheduleColumnView }): ReactElement {
  const asked = useScheduleStore((state) => state.query.columns[column.key] ?? '');
  const [draft, setDraft] = useState(asked);
  useEffect(() => setDraft(asked), [asked]);
  useEffect(() => {
    if (draft === asked) return undefined;
    const timer = setTimeout(
      () => setQuery((old) => ({ columns: { ...old.columns, [column.key]: draft } })),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [draft, asked, column.key]);
  return (
    <input
      type="text"
      className="ui-input schedule-table__filter"
      value={draft}
      aria-label={`Filter ${column.title}`}
      placeholder={column.isNumber ? '>10' : ''}
      spellCheck={false}
      autoComplete="off"
      data-active={asked !== '' || undefined}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || draft === '') return;
        event.stopPropagation();
        setDraft('');
      }}
    />
  );
}

/** For the pointer only: what a wider column shows, its cells' tooltips and the copied table hold as well. */
function Edge({ column }: { readonly column: ScheduleColumnView }): ReactElement {
  const start = useRef<{ readonly x: number; readonly widthPx: number } | null>(null);
  const onMove = (event: PointerEvent): void => {
    if (!start.current) return;
    setColumnWidth(column.key, Math.max(MIN_COLUMN_PX, start.current.widthPx + event.clientX - start.current.x));
  };
  return (
    <span
      aria-hidden
      className="schedule-table__edge"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, widthPx: column.widthPx };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        start.current = null;
      }}
      onDoubleClick={() => setColumnWidth(column.key, null)}
    />
  );
}

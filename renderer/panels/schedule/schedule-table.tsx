/**
 * The rows of the cable schedule. Only what is in sight is drawn, whatever their number; a row not fetched yet is an empty
 * line. The table is one tab stop: arrow keys walk the rows, with Shift they choose all on the way.
 */
import { type CSSProperties, type ReactElement, useEffect, useId, useRef } from 'react';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { hasRow, type RowRange } from '../../store/row-ranges.ts';
import { findRow, unwatchRows, useScheduleStore, watchRows } from '../../store/schedule-store.ts';
import { useRowWindow } from '../../ui/use-row-window.ts';
import { ROW_HEIGHT_PX } from './row-height.ts';
import type { ScheduleColumnView } from './schedule-columns.ts';
import { ScheduleHead } from './schedule-head.tsx';
import { ScheduleLine } from './schedule-line.tsx';
import { useLitRows } from './use-lit-rows.ts';
import { useRowKeys } from './use-row-keys.ts';
import './schedule-table.css';

const OVERSCAN_ROWS = 8;
/** Titles and filters, as the style sheet has them. */
const HEAD_HEIGHT_PX = 58;

interface ScheduleTableProps {
  readonly columns: readonly ScheduleColumnView[];
  readonly rowCount: number;
  readonly onCopy: () => void;
}

export function ScheduleTable({ columns, rowCount, onCopy }: ScheduleTableProps): ReactElement {
  const gridId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const shown = useRowWindow(scrollRef, { rowCount, rowHeightPx: ROW_HEIGHT_PX, overscan: OVERSCAN_ROWS });
  const pages = useScheduleStore((state) => state.pages);
  const chosen = useScheduleStore((state) => state.chosen);
  const isLit = useLitRows();
  const { current, onKeyDown, pick, open } = useRowKeys({ scrollRef, rowCount, headHeightPx: HEAD_HEIGHT_PX, onCopy });
  useEffect(() => watchRows(shown), [shown]);
  useEffect(() => unwatchRows, []);

  const style = {
    '--columns': columns.map((column) => `${column.widthPx}px`).join(' '),
    '--width': `${columns.reduce((sum, column) => sum + column.widthPx, 0)}px`,
  } as CSSProperties;
  const isCurrentShown = current >= shown.first && current < shown.end;
  return (
    <div
      ref={scrollRef}
      className="schedule-table"
      style={style}
      role="grid"
      tabIndex={0}
      aria-label="Cable schedule"
      aria-multiselectable
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isCurrentShown ? `${gridId}-${current}` : undefined}
      onKeyDown={onKeyDown}
      data-testid="schedule-table"
    >
      <ScheduleHead columns={columns} />
      <div className="schedule-table__body" role="rowgroup" style={{ height: rowCount * ROW_HEIGHT_PX }}>
        {listRows(shown).map((row) => {
          const content: ScheduleRow | undefined = findRow(pages, row);
          return (
            <ScheduleLine
              key={row % shown.slotCount}
              id={`${gridId}-${row}`}
              index={row}
              row={content}
              columns={columns}
              isChosen={hasRow(chosen, row)}
              isCurrent={row === current}
              isLit={content !== undefined && isLit(content)}
              onPick={pick}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}

function listRows({ first, end }: RowRange): number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}

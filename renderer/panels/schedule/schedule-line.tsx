/** One cable of the schedule. */
import { memo, type ReactElement } from 'react';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import type { ScheduleColumnView } from './schedule-columns.ts';
import { ROW_HEIGHT_PX } from './row-height.ts';
import type { PickRow } from './use-row-keys.ts';

interface ScheduleLineProps {
  readonly id: string;
  /** Place in the shown order, from 0. */
  readonly index: number;
  /** undefined = not fetched yet. */
  readonly row: ScheduleRow | undefined;
  readonly columns: readonly ScheduleColumnView[];
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  /** What it joins is selected elsewhere. */
  readonly isLit: boolean;
  readonly onPick: PickRow;
  readonly onOpen: (row: number) => void;
}

function createClass(column: ScheduleColumnView): string {
  const number = column.isNumber ? ' schedule-table__cell--number' : '';
  return `schedule-table__cell${number}${column.startsEnd ? ' schedule-table__cell--end' : ''}`;
}

function Line(props: ScheduleLineProps): ReactElement {
  const { id, index, row, columns, isChosen, isCurrent, isLit, onPick, onOpen } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-current={isCurrent || undefined}
      data-lit={isLit || undefined}
      data-testid={`schedule-row-${index}`}
      className="schedule-table__row"
      style={{ transform: `translateY(${index * ROW_HEIGHT_PX}px)` }}
      onMouseDown={(event) => onPick(index, event)}
      onDoubleClick={() => onOpen(index)}
    >
      {columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={createClass(column)}
          data-planned={(column.key === 'runBasis' && row?.isPlanned) || undefined}
        >
          {row ? (column.render ? column.render(row) : column.value(row)) : null}
        </div>
      ))}
    </div>
  );
}

export const ScheduleLine = memo(Line);

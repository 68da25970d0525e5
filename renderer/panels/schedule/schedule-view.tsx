/** The cable schedule: one row for every cable, A to Z. */
import { Cable } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useColumnLayout } from '../../store/column-layout.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useScheduleStore } from '../../store/schedule-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SCHEDULE_COLUMNS, type ScheduleColumnView } from './schedule-columns.ts';
import { ScheduleTable } from './schedule-table.tsx';
import { ScheduleTools } from './schedule-tools.tsx';
import { copyRows } from './write-rows.ts';
import './schedule-view.css';

function useColumns(): readonly ScheduleColumnView[] {
  const { hidden, widthsPx } = useColumnLayout();
  return useMemo(
    () =>
      SCHEDULE_COLUMNS.filter(({ key }) => !hidden.includes(key)).map((column) => ({
        ...column,
        widthPx: widthsPx[column.key] ?? column.widthPx,
      })),
    [hidden, widthsPx],
  );
}

export function ScheduleView(): ReactElement {
  const cableCount = useReportStore((state) => state.report?.totals.cableCount ?? null);
  const isStale = useReportStore((state) => state.isStale);
  const rowCount = useScheduleStore((state) => state.rowCount);
  const isAsking = useScheduleStore((state) => state.isAsking);
  const failure = useScheduleStore((state) => state.failure);
  const columns = useColumns();
  if (cableCount === null) return <p className="schedule__wait">{'Computing \u2026'}</p>;
  if (cableCount === 0) {
    return (
      <EmptyState icon={<Cable size={22} aria-hidden />} title="No cables yet">
        Connect two devices on the canvas: drag from a port of one to a port of the other.
      </EmptyState>
    );
  }
  return (
    <div
      className="schedule"
      data-testid="schedule-view"
      data-stale={isStale || undefined}
      aria-busy={isStale || isAsking}
    >
      <ScheduleTools columns={columns} />
      {failure === null ? null : (
        <p className="schedule__failure" role="alert">
          The schedule could not be read; the design is untouched. {failure.split('\n')[0]}
        </p>
      )}
      <ScheduleTable columns={columns} rowCount={rowCount ?? 0} onCopy={() => void copyRows(columns)} />
    </div>
  );
}

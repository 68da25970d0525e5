/** The columns of the cable schedule: what each shows of a cable, and how wide it comes. */
import type { ScheduleRow } from '../../store/schedule-store.ts';
import { formatLength } from '../../ui/format.ts';

/** Narrower, a filter field cannot be read. */
export const MIN_COLUMN_PX = 44;

interface ScheduleColumn {
  readonly key: string;
  readonly title: string;
  readonly widthPx: number;
  readonly isNumber?: boolean;
  /** First column of one end of the cable. */
  readonly startsEnd?: boolean;
  readonly hint?: string;
  /** As copied: numbers stay plain. */
  readonly value: (row: ScheduleRow) => string | number | null;
  /** As shown; absent = the value. */
  readonly render?: (row: ScheduleRow) => string;
}

/** A column as the user has set it. */
export type ScheduleColumnView = ScheduleColumn;

function endColumns(side: 'a' | 'b', name: string): ScheduleColumn[] {
  return [
    { key: `${side}Rack`, title: `${name} rack`, widthPx: 110, startsEnd: true, value: (row) => row[side].rack },
    {
      key: `${side}Unit`,
      title: `${name} unit`,
      widthPx: 58,
      isNumber: true,
      value: (row) => row[side].unit,
    },
    { key: `${side}Device`, title: `${name} device`, widthPx: 120, value: (row) => row[side].device },
    { key: `${side}Port`, title: `${name} port`, widthPx: 96, value: (row) => row[side].port },
  ];
}

export const SCHEDULE_COLUMNS: readonly ScheduleColumn[] = [
  { key: 'label', title: 'Label', widthPx: 84, value: (row) => row.label },
  { key: 'fabric', title: 'Fabric', widthPx: 96, value: (row) => row.fabric },
  ...endColumns('a', 'A'),
  ...endColumns('b', 'B'),
  { key: 'medium', title: 'Medium', widthPx: 190, startsEnd: true, value: (row) => row.medium },
  { key: 'part', title: 'Part', widthPx: 150, value: (row) => row.part },
  {
    key: 'length',
    title: 'Length',
    widthPx: 66,
    isNumber: true,
    value: (row) => row.lengthM,
    render: (row) => formatLength(row.lengthM),
  },
  { key: 'phase', title: 'Day', widthPx: 52, isNumber: true, value: (row) => row.phase },
];

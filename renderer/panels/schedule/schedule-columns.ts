/** The columns of the cable schedule: what each shows of a cable, and how wide it comes. */
import type { ScheduleKey } from '#core/io/schedule-columns.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { formatLength, formatSpeed } from '../../ui/format.ts';

/** Narrower, a filter field cannot be read. */
export const MIN_COLUMN_PX = 44;

interface ScheduleColumn {
  readonly key: ScheduleKey;
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

function endColumns(side: 'a' | 'b'): ScheduleColumn[] {
  const name = side.toUpperCase();
  return [
    {
      key: `${side}Rack`,
      title: `${name} rack`,
      widthPx: 128,
      startsEnd: true,
      hint: 'Empty = not in a rack',
      value: (row) => row[side].rack,
    },
    {
      key: `${side}Unit`,
      title: `${name} unit`,
      widthPx: 58,
      isNumber: true,
      hint: 'Lowest unit of the device, from 1',
      value: (row) => row[side].unit,
    },
    { key: `${side}Device`, title: `${name} device`, widthPx: 118, value: (row) => row[side].device },
    {
      key: `${side}Port`,
      title: `${name} port`,
      widthPx: 96,
      hint: 'Port block, cage, and the ports in the cage',
      value: (row) => row[side].port,
    },
    { key: `${side}Transceiver`, title: `${name} module`, widthPx: 144, value: (row) => row[side].transceiver },
  ];
}

function moduleNumberColumn(side: 'a' | 'b'): ScheduleColumn {
  return {
    key: `${side}TransceiverNumber`,
    title: `${side.toUpperCase()} module number`,
    widthPx: 148,
    hint: 'What the module is ordered by',
    value: (row) => row[side].transceiverNumber,
  };
}

export const SCHEDULE_COLUMNS: readonly ScheduleColumn[] = [
  { key: 'label', title: 'Label', widthPx: 92, value: (row) => row.label },
  { key: 'fabric', title: 'Fabric', widthPx: 92, value: (row) => row.fabric },
  ...endColumns('a'),
  ...endColumns('b'),
  { key: 'medium', title: 'Medium', widthPx: 88, startsEnd: true, value: (row) => row.medium },
  { key: 'part', title: 'Cable', widthPx: 130, value: (row) => row.part },
  { key: 'partNumber', title: 'Part number', widthPx: 148, value: (row) => row.partNumber },
  moduleNumberColumn('a'),
  moduleNumberColumn('b'),
  {
    key: 'length',
    title: 'Length',
    widthPx: 76,
    isNumber: true,
    hint: 'Bought; unknown = the lengths on sale are not known',
    value: (row) => row.lengthM,
    render: (row) => formatLength(row.lengthM),
  },
  {
    key: 'run',
    title: 'Run',
    widthPx: 70,
    isNumber: true,
    hint: 'From port to port, slack included',
    value: (row) => row.runM,
    render: (row) => formatLength(row.runM),
  },
  {
    key: 'runBasis',
    title: 'Run is',
    widthPx: 78,
    hint: 'Planned = as drawn: an end does not stand on the floor',
    value: (row) => (row.isPlanned ? 'planned' : 'measured'),
  },
  {
    key: 'speed',
    title: 'Speed',
    widthPx: 66,
    isNumber: true,
    value: (row) => row.speedGbps,
    render: (row) => formatSpeed(row.speedGbps),
  },
  { key: 'phase', title: 'Day', widthPx: 50, isNumber: true, value: (row) => row.phase },
  { key: 'note', title: 'Note', widthPx: 220, value: (row) => row.note },
];

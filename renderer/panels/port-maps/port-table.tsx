/** Every port of a device with what it leads to. */
import type { ReactElement } from 'react';
import type { PortMap, PortNeighbour } from '#core/analysis/port-map.ts';
import { formatSpeed } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { formatPlace, listPortLines, type PortLine } from './port-lines.ts';

const text = (
  key: string,
  title: string,
  width: string,
  valueOf: (neighbour: PortNeighbour) => string,
): TableColumn<PortLine> => ({
  key,
  title,
  width,
  sortValue: ({ neighbour }) => neighbour && valueOf(neighbour),
  render: ({ neighbour }) => (neighbour ? valueOf(neighbour) : ''),
  fullText: ({ neighbour }) => (neighbour ? valueOf(neighbour) : ''),
});

const COLUMNS: readonly TableColumn<PortLine>[] = [
  { key: 'port', title: 'Port', width: '96px', sortValue: ({ port }) => port, render: ({ port }) => port },
  {
    ...text('neighbour', 'Leads to', 'minmax(110px, 1.2fr)', (neighbour) => neighbour.name),
    render: ({ neighbour }) => neighbour?.name ?? 'free',
  },
  text('farPort', 'Its port', '104px', (neighbour) => neighbour.port),
  text('place', 'Rack and unit', 'minmax(120px, 1.2fr)', formatPlace),
  text('label', 'Cable', 'minmax(84px, 1fr)', (neighbour) => neighbour.label),
  text('fabric', 'Fabric', 'minmax(80px, 0.8fr)', (neighbour) => neighbour.fabric),
  {
    key: 'speed',
    title: 'Speed',
    width: '66px',
    isNumber: true,
    sortValue: ({ neighbour }) => neighbour?.speedGbps ?? null,
    render: ({ neighbour }) => (neighbour ? formatSpeed(neighbour.speedGbps) : ''),
  },
  {
    key: 'module',
    title: 'Module here',
    width: 'minmax(110px, 1fr)',
    sortValue: ({ transceiver }) => transceiver,
    render: ({ transceiver }) => transceiver ?? '',
    fullText: ({ transceiver }) => transceiver ?? '',
  },
  {
    key: 'moduleNumber',
    title: 'Module number',
    width: 'minmax(110px, 1fr)',
    sortValue: ({ transceiverNumber }) => transceiverNumber,
    render: ({ transceiverNumber }) => transceiverNumber ?? '',
    fullText: ({ transceiverNumber }) => transceiverNumber ?? '',
  },
];

interface PortTableProps {
  readonly map: PortMap;
  readonly onPick: (neighbour: PortNeighbour) => void;
  readonly onOpen: (neighbour: PortNeighbour) => void;
}

export function PortTable({ map, onPick, onOpen }: PortTableProps): ReactElement {
  return (
    <Table
      label={`Ports of ${map.name}`}
      rows={listPortLines(map)}
      columns={COLUMNS}
      rowKey={({ port }) => port}
      onPick={({ neighbour }) => (neighbour ? onPick(neighbour) : undefined)}
      onOpen={({ neighbour }) => (neighbour ? onOpen(neighbour) : undefined)}
      testId="port-table"
    />
  );
}

/** Airflow as makers publish it, each figure with its source: two of one machine may differ. */
import type { ReactElement } from 'react';
import { explainPublishedAirflow } from '#core/analysis/explain/explain-published-airflow.ts';
import type { PublishedAirflow } from '#core/analysis/facility-report.ts';
import { select } from '../../store/view-store.ts';
import { formatNumber } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';

function tell(row: PublishedAirflow, figure: string, text: string): ReactElement {
  return (
    <Explained
      source={() => explainPublishedAirflow(row)}
      figure={`${figure} of ${row.deviceName}`}
      text={text}
      isInRow
    />
  );
}

const COLUMNS: readonly TableColumn<PublishedAirflow>[] = [
  {
    key: 'device',
    title: 'Device',
    width: 'minmax(110px, 1.2fr)',
    sortValue: (row) => row.deviceName,
    render: (row) => row.deviceName,
    fullText: (row) => row.model,
  },
  {
    key: 'each',
    title: 'CFM a system',
    width: '104px',
    isNumber: true,
    sortValue: (row) => row.cfmPerSystem,
    render: (row) => tell(row, 'CFM a system', formatNumber(row.cfmPerSystem, 1)),
  },
  {
    key: 'members',
    title: 'Systems',
    width: '76px',
    isNumber: true,
    sortValue: (row) => row.memberCount,
    render: (row) => tell(row, 'Systems', formatNumber(row.memberCount)),
  },
  {
    key: 'total',
    title: 'CFM',
    width: '92px',
    isNumber: true,
    sortValue: (row) => row.totalCfm,
    render: (row) => tell(row, 'CFM', formatNumber(row.totalCfm)),
  },
  {
    key: 'basis',
    title: 'Stated in',
    width: 'minmax(180px, 2fr)',
    sortValue: (row) => row.basis,
    render: (row) => row.basis,
    fullText: (row) => row.basis,
  },
  {
    key: 'source',
    title: 'Source',
    width: 'minmax(160px, 2fr)',
    sortValue: (row) => row.sourceUrl,
    render: (row) => row.sourceUrl ?? 'unknown',
    fullText: (row) => row.sourceUrl ?? '',
  },
];

export function AirflowTable({ rows }: { readonly rows: readonly PublishedAirflow[] }): ReactElement {
  if (rows.length === 0) return <p className="power-empty">No maker of the devices drawn publishes their airflow.</p>;
  return (
    <Table
      label="Published airflow"
      rows={rows}
      columns={COLUMNS}
      rowKey={(row) => `${row.deviceId} ${row.systemCount} ${row.basis}`}
      onPick={(row) => select([{ kind: 'device', id: row.deviceId }])}
    />
  );
}

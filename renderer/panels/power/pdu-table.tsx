/** PDUs by rack group and feed: what they may deliver, and the load of one in the fullest rack. */
import { type ReactElement, useMemo } from 'react';
import type { PduBasis, PduFigures } from '#core/analysis/facility-report.ts';
import { select } from '../../store/view-store.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatPercent, formatPower } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';

const BASIS_WORDS: Readonly<Record<PduBasis, string>> = {
  stated: 'as its maker states',
  'volts-amps': 'phases × volts × amps × derating',
  'rated-kva': 'rated kVA × derating',
  'not-known': 'nobody states it',
};

function createColumns(nameOf: (feedId: string) => string): TableColumn<PduFigures>[] {
  const text = (
    key: string,
    title: string,
    width: string,
    read: (pdu: PduFigures) => string,
  ): TableColumn<PduFigures> => ({ key, title, width, sortValue: read, render: read, fullText: read });
  return [
    text('rack', 'Rack group', 'minmax(120px, 1.4fr)', (pdu) => pdu.rackName),
    text('model', 'PDU', 'minmax(130px, 1.6fr)', (pdu) => pdu.model),
    text('feed', 'Feed', 'minmax(80px, 0.8fr)', (pdu) => (pdu.feedId === null ? 'not said' : nameOf(pdu.feedId))),
    {
      key: 'count',
      title: 'A rack',
      width: '66px',
      isNumber: true,
      sortValue: (pdu) => pdu.perRack,
      render: (pdu) => formatNumber(pdu.perRack),
    },
    {
      key: 'rated',
      title: 'Rated',
      width: '88px',
      isNumber: true,
      sortValue: (pdu) => pdu.ratedKva,
      render: (pdu) => (pdu.ratedKva === null ? 'unknown' : `${formatNumber(pdu.ratedKva, 1)} kVA`),
    },
    {
      key: 'usable',
      title: 'Usable',
      width: '88px',
      isNumber: true,
      sortValue: (pdu) => pdu.usableW,
      render: (pdu) => formatPower(pdu.usableW),
      fullText: (pdu) => `${BASIS_WORDS[pdu.basis]}; derating ${formatPercent(pdu.derating)}`,
    },
    {
      key: 'typical',
      title: 'Typical',
      width: '88px',
      isNumber: true,
      sortValue: (pdu) => pdu.typicalW.value,
      render: (pdu) => <Figure sum={pdu.typicalW} format={formatPower} />,
    },
    {
      key: 'max',
      title: 'Maximum',
      width: '92px',
      isNumber: true,
      sortValue: (pdu) => pdu.maxW.value,
      render: (pdu) => <Figure sum={pdu.maxW} format={formatPower} />,
    },
    {
      key: 'share',
      title: 'Of usable',
      width: '136px',
      isNumber: true,
      sortValue: (pdu) => pdu.maxShare,
      render: (pdu) => describeShare(pdu),
    },
  ];
}

function describeShare(pdu: PduFigures): ReactElement | string {
  if (!pdu.isLive) return 'off';
  if (pdu.isOverloaded !== true) return formatPercent(pdu.maxShare);
  return <span className="view__over">{formatPercent(pdu.maxShare)}, too much</span>;
}

interface PduTableProps {
  readonly pdus: readonly PduFigures[];
  readonly nameOf: (feedId: string) => string;
}

export function PduTable({ pdus, nameOf }: PduTableProps): ReactElement {
  const columns = useMemo(() => createColumns(nameOf), [nameOf]);
  return (
    <Table
      label="PDUs, load of one in the fullest rack"
      rows={pdus}
      columns={columns}
      rowKey={(pdu) => `${pdu.rackId} ${pdu.partId} ${pdu.feedId ?? ''}`}
      onPick={(pdu) => select([{ kind: 'rack', id: pdu.rackId }])}
      testId="power-pdus"
    />
  );
}

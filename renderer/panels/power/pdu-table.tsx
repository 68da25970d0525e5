/** PDUs by rack group and feed: what they may deliver, and the load of one in the fullest rack. */
import { type ReactElement, useMemo } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { PduField } from '#core/analysis/explain/metric-fields.ts';
import type { PduBasis, PduFigures } from '#core/analysis/facility-report.ts';
import { select } from '../../store/view-store.ts';
import { formatNumber, formatPercent, formatPower } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained, ExplainedSum } from '../explained.tsx';

const BASIS_WORDS: Readonly<Record<PduBasis, string>> = {
  stated: 'as its maker states',
  'volts-amps': 'phases × volts × amps × derating',
  'rated-kva': 'rated kVA × derating',
  'not-known': 'nobody states it',
};

function createColumns(pdus: readonly PduFigures[], nameOf: (feedId: string) => string): TableColumn<PduFigures>[] {
  const sourceOf = (field: PduField, pdu: PduFigures): MetricId => `pdu/${field}/${pdus.indexOf(pdu)}`;
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
      render: (pdu) => (
        <Explained source={sourceOf('usable', pdu)} figure="Usable power" text={formatPower(pdu.usableW)} isInRow />
      ),
      fullText: (pdu) => `${BASIS_WORDS[pdu.basis]}; derating ${formatPercent(pdu.derating)}`,
    },
    ...createLoadColumns(sourceOf),
  ];
}

/** Of one PDU in the fullest rack. */
function createLoadColumns(sourceOf: (field: PduField, pdu: PduFigures) => MetricId): TableColumn<PduFigures>[] {
  return [
    {
      key: 'typical',
      title: 'Typical',
      width: '88px',
      isNumber: true,
      sortValue: (pdu) => pdu.typicalW.value,
      render: (pdu) => (
        <ExplainedSum
          source={sourceOf('typical', pdu)}
          figure="Typical load"
          sum={pdu.typicalW}
          format={formatPower}
          isInRow
        />
      ),
    },
    {
      key: 'max',
      title: 'Maximum',
      width: '92px',
      isNumber: true,
      sortValue: (pdu) => pdu.maxW.value,
      render: (pdu) => (
        <ExplainedSum source={sourceOf('max', pdu)} figure="Maximum load" sum={pdu.maxW} format={formatPower} isInRow />
      ),
    },
    {
      key: 'share',
      title: 'Of usable',
      width: '136px',
      isNumber: true,
      sortValue: (pdu) => pdu.maxShare,
      render: (pdu) =>
        pdu.isLive ? (
          <Explained
            source={sourceOf('share', pdu)}
            figure="Load of what is usable"
            text={`${formatPercent(pdu.maxShare)}${pdu.isOverloaded === true ? ', too much' : ''}`}
            isOver={pdu.isOverloaded === true}
            isInRow
          />
        ) : (
          'off'
        ),
    },
  ];
}

interface PduTableProps {
  readonly pdus: readonly PduFigures[];
  readonly nameOf: (feedId: string) => string;
}

export function PduTable({ pdus, nameOf }: PduTableProps): ReactElement {
  const columns = useMemo(() => createColumns(pdus, nameOf), [pdus, nameOf]);
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

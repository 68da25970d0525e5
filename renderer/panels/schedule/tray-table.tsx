/** How full the trays are at their fullest place, against what the design allows. */
import type { ReactElement } from 'react';
import type { TrayLoad, TrayReport } from '#core/analysis/cabling-report.ts';
import { select } from '../../store/view-store.ts';
import { formatCount, formatLength, formatNumber, formatPercent } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';

function fullest(tray: TrayLoad): TrayLoad['segments'][number] | undefined {
  return tray.segments[tray.fullestIndex];
}

function createColumns({ fillLimit, trays }: TrayReport): TableColumn<TrayLoad>[] {
  const tell = (tray: TrayLoad, figure: string, text: string): ReactElement => (
    <Explained source={`tray/fill/${trays.indexOf(tray)}`} figure={`${figure}, ${tray.name}`} text={text} isInRow />
  );
  return [
    {
      key: 'name',
      title: 'Tray',
      width: 'minmax(140px, 2fr)',
      sortValue: (tray) => tray.name,
      render: (tray) => tray.name,
      fullText: (tray) => tray.name,
    },
    {
      key: 'fill',
      title: 'Fullest',
      width: '92px',
      isNumber: true,
      sortValue: (tray) => fullest(tray)?.fill ?? null,
      render(tray) {
        const fill = fullest(tray)?.fill ?? 0;
        return (
          <Explained
            source={`tray/fill/${trays.indexOf(tray)}`}
            figure={`Fill of ${tray.name}`}
            text={formatPercent(fill)}
            isOver={fill > fillLimit}
            isInRow
          />
        );
      },
    },
    {
      key: 'cables',
      title: 'Cables there',
      width: '96px',
      isNumber: true,
      sortValue: (tray) => fullest(tray)?.cableCount ?? null,
      render: (tray) => tell(tray, 'Cables in the fullest stretch', formatNumber(fullest(tray)?.cableCount ?? 0)),
    },
    {
      key: 'unknown',
      title: 'Of no known size',
      width: '118px',
      isNumber: true,
      sortValue: (tray) => fullest(tray)?.unknownCount ?? null,
      render: (tray) => tell(tray, 'Cables of no known size', formatNumber(fullest(tray)?.unknownCount ?? 0)),
    },
    {
      key: 'where',
      title: 'From, to on the plan',
      width: 'minmax(140px, 1fr)',
      sortValue: (tray) => fullest(tray)?.fromM ?? null,
      render(tray) {
        const place = fullest(tray);
        return place ? `${formatLength(place.fromM)} \u2013 ${formatLength(place.toM)}` : '';
      },
    },
  ];
}

export function TrayTable({ trays }: { readonly trays: TrayReport | null }): ReactElement {
  if (trays === null || trays.trays.length === 0) {
    return (
      <Section title="Trays">
        <p className="deploy__note">
          {trays === null
            ? 'No racks stand on the floor yet, so no cable lies on a tray.'
            : 'No cable leaves its rack.'}
        </p>
      </Section>
    );
  }
  const { bundles, fillLimit, overLimitCount, betweenRoomsCount } = trays;
  const pick = ({ kind, rowIds }: TrayLoad): void => {
    if (kind === 'row') select(rowIds.map((id) => ({ kind: 'row', id })));
  };
  return (
    <Section
      title="Trays"
      aside={overLimitCount > 0 ? `${formatCount(overLimitCount, 'tray')} over the limit` : 'within the limit'}
    >
      <p className="deploy__note">
        Up to {formatPercent(fillLimit)} of a tray may be taken. {formatCount(bundles.bundleCount, 'bundle')} of up to{' '}
        {bundles.bundleSize} cables between {formatCount(bundles.rackPairCount, 'pair')} of racks; at most{' '}
        {formatCount(bundles.largestPairCableCount, 'cable')} between two.
        {betweenRoomsCount > 0
          ? ` ${formatCount(betweenRoomsCount, 'cable')} between rooms lie on none of these trays there.`
          : ''}
      </p>
      <div className="deploy__table">
        <Table
          label="Trays"
          rows={trays.trays}
          columns={createColumns(trays)}
          rowKey={(tray) => `${tray.kind} ${tray.roomId} ${tray.atM}`}
          onPick={pick}
          testId="tray-table"
        />
      </div>
    </Section>
  );
}

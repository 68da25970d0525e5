/** One line for every link: what it makes in connections, cables and transceivers, over which medium. */
import { Cable } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { LinkReport } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { useReportStore } from '../../store/report-store.ts';
import { requestFocus, select, toggleSelect, useViewStore } from '../../store/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatLength, formatNumber, formatSpeed } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { ViewBar } from '../view-bar.tsx';

const NONE: readonly LinkReport[] = [];

type Count = 'connections' | 'cables' | 'transceivers';

const COUNTS = { connections: 'connectionCount', cables: 'cableCount', transceivers: 'transceiverCount' } as const;

function countColumn(
  count: Count,
  title: string,
  width: string,
  lines: readonly LinkReport[],
): TableColumn<LinkReport> {
  const key = COUNTS[count];
  const total = lines.reduce((sum, line) => sum + line[key], 0);
  return {
    key,
    title,
    width,
    isNumber: true,
    sortValue: (line) => line[key],
    render: (line) => (
      <Explained source={`link/${count}/${line.linkId}`} figure={title} text={formatNumber(line[key])} isInRow />
    ),
    total: <Explained source={count} figure={`${title}, all links`} text={formatNumber(total)} />,
  };
}

function createColumns(design: Design, lines: readonly LinkReport[]): TableColumn<LinkReport>[] {
  const nameOf = (id: string): string => findRecord(design.devices, id)?.name ?? id;
  const fabricOf = (line: LinkReport): string => findRecord(design.fabrics, line.fabricId)?.name ?? line.fabricId;
  const deviceColumn = (key: 'deviceAId' | 'deviceBId', title: string): TableColumn<LinkReport> => ({
    key,
    title,
    width: 'minmax(84px, 1.2fr)',
    sortValue: (line) => nameOf(line[key]),
    render: (line) => nameOf(line[key]),
    fullText: (line) => nameOf(line[key]),
  });
  return [
    {
      key: 'fabric',
      title: 'Fabric',
      width: 'minmax(122px, 1fr)',
      sortValue: fabricOf,
      render: (line) => (
        <>
          <span className="view__swatch" style={{ background: chooseFabricColour(design.fabrics, line.fabricId) }} />
          {fabricOf(line)}
        </>
      ),
      fullText: fabricOf,
      total: 'Total',
    },
    deviceColumn('deviceAId', 'From'),
    deviceColumn('deviceBId', 'To'),
    countColumn('connections', 'Connections', '98px', lines),
    countColumn('cables', 'Cables', '72px', lines),
    countColumn('transceivers', 'Transceivers', '102px', lines),
    {
      key: 'speed',
      title: 'Speed',
      width: '62px',
      isNumber: true,
      sortValue: (line) => line.speedGbps,
      render: (line) => formatSpeed(line.speedGbps),
    },
    {
      key: 'length',
      title: 'Run',
      width: '62px',
      isNumber: true,
      sortValue: (line) => line.lengthM,
      render: (line) => (
        <Explained source={`link/run/${line.linkId}`} figure="Longest run" text={formatLength(line.lengthM)} isInRow />
      ),
    },
    {
      key: 'medium',
      title: 'Medium',
      width: 'minmax(140px, 2.4fr)',
      sortValue: (line) => line.mediumLabel,
      render: (line) => (
        <span className={line.mediumResolved ? '' : 'view__over'}>
          {line.mediumLabel}
          {line.mediumAutomatic && line.mediumResolved ? ' (auto)' : ''}
        </span>
      ),
      fullText: (line) => line.mediumLabel,
    },
  ];
}

export function LinksTable(): ReactElement {
  const lines = useReportStore((state) => state.report?.links ?? NONE);
  const design = useDesignStore(selectDesign);
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => createColumns(design, lines), [design, lines]);
  if (lines.length === 0) {
    return (
      <EmptyState icon={<Cable size={22} aria-hidden />} title="No cables yet">
        Connect two devices on the canvas: drag from a port of one to a port of the other.
      </EmptyState>
    );
  }
  return (
    <div className="view">
      <ViewBar note="One line a link. The schedule holds every single cable with both its ends." />
      <Table
        label="Cables by link"
        rows={lines}
        columns={columns}
        rowKey={(line) => line.linkId}
        isSelected={(line) => selection.some((ref) => ref.kind === 'link' && ref.id === line.linkId)}
        onPick={(line, isAdding) =>
          isAdding ? toggleSelect({ kind: 'link', id: line.linkId }) : select([{ kind: 'link', id: line.linkId }])
        }
        onOpen={(line) => requestFocus({ kind: 'link', id: line.linkId })}
        testId="cables-table"
      />
    </div>
  );
}

/** Ports by device group and block: owned, used, free. */
import { EthernetPort } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { PortUse } from '#core/analysis/report.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus, select, toggleSelect, useViewStore } from '../store/view-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber, formatSpeed } from '../ui/format.ts';
import { MeterBar } from '../ui/meter-bar.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { Explained } from './explained.tsx';
import { nameBlock } from './name-block.ts';
import { ViewBar } from './view-bar.tsx';

const NONE: readonly PortUse[] = [];

const PORT_COUNTS = { owned: 'portsOwned', used: 'portsUsed', free: 'portsFree' } as const;

function portColumn(count: keyof typeof PORT_COUNTS, title: string, ports: readonly PortUse[]): TableColumn<PortUse> {
  const key = PORT_COUNTS[count];
  const total = formatNumber(ports.reduce((sum, use) => sum + use[key], 0));
  return {
    key,
    title,
    width: '84px',
    isNumber: true,
    sortValue: (use) => use[key],
    render: (use) => (
      <Explained
        source={`ports/${count}/${ports.indexOf(use)}`}
        figure={`Ports ${count}`}
        text={formatNumber(use[key])}
        isInRow
      />
    ),
    total: <Explained source="ports" figure={`Ports ${count}, all devices`} text={total} />,
  };
}

function createColumns(ports: readonly PortUse[]): TableColumn<PortUse>[] {
  return [
    {
      key: 'device',
      title: 'Device',
      width: 'minmax(100px, 2fr)',
      sortValue: (use) => use.deviceName,
      render: (use) => use.deviceName,
      fullText: (use) => use.deviceName,
      total: 'Total',
    },
    {
      key: 'role',
      title: 'Port block',
      width: 'minmax(112px, 1.2fr)',
      sortValue: (use) => nameBlock(use, ports),
      render: (use) => nameBlock(use, ports),
      fullText: (use) => nameBlock(use, ports),
    },
    portColumn('owned', 'Owned', ports),
    portColumn('used', 'Used', ports),
    portColumn('free', 'Free', ports),
    {
      key: 'bar',
      title: 'Use',
      width: 'minmax(64px, 1fr)',
      sortValue: (use) => (use.portsOwned === 0 ? null : use.portsUsed / use.portsOwned),
      render: (use) => <MeterBar label="Ports used" used={use.portsUsed} total={use.portsOwned} />,
    },
    {
      key: 'speed',
      title: 'Speed',
      width: '92px',
      isNumber: true,
      sortValue: (use) => use.speedsGbps[0] ?? null,
      render: (use) => use.speedsGbps.map(formatSpeed).join(', '),
    },
    {
      key: 'cages',
      title: 'Cages each',
      width: 'minmax(124px, 1fr)',
      sortValue: (use) => use.cagesPerMember,
      render: (use) => (
        <Explained
          source={`ports/owned/${ports.indexOf(use)}`}
          figure="Cages each"
          text={
            use.formFactor === null
              ? `${use.cagesPerMember}, cage unknown`
              : `${use.cagesPerMember}\u00d7 ${use.formFactor}`
          }
          isInRow
        />
      ),
      fullText: (use) => use.formFactor ?? 'form factor not known',
    },
    {
      key: 'members',
      title: 'Members',
      width: '72px',
      isNumber: true,
      sortValue: (use) => use.memberCount,
      render: (use) => (
        <Explained
          source={`device/members/${use.deviceId}`}
          figure="Members"
          text={formatNumber(use.memberCount)}
          isInRow
        />
      ),
    },
    {
      key: 'fullest',
      title: 'Fullest',
      width: '72px',
      isNumber: true,
      sortValue: (use) => use.usedPerMemberMax,
      render: (use) => (
        <Explained
          source={`ports/used/${ports.indexOf(use)}`}
          figure="Ports used of the fullest member"
          text={`${formatNumber(use.usedPerMemberMax)} used`}
          isInRow
        />
      ),
    },
  ];
}

export function PortsView(): ReactElement {
  const ports = useReportStore((state) => state.report?.ports ?? NONE);
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => createColumns(ports), [ports]);
  if (ports.length === 0) {
    return (
      <EmptyState icon={<EthernetPort size={22} aria-hidden />} title="No ports yet">
        Add a server or a switch to see which of its ports are used and which are free.
      </EmptyState>
    );
  }
  return (
    <div className="view">
      <ViewBar note="Logical ports over all members of a group. A cage may hold several ports." />
      <Table
        label="Ports by device"
        rows={ports}
        columns={columns}
        rowKey={(use) => `${use.deviceId} ${use.blockId}`}
        isSelected={(use) => selection.some((ref) => ref.kind === 'device' && ref.id === use.deviceId)}
        onPick={(use, isAdding) =>
          isAdding ? toggleSelect({ kind: 'device', id: use.deviceId }) : select([{ kind: 'device', id: use.deviceId }])
        }
        onOpen={(use) => requestFocus({ kind: 'device', id: use.deviceId })}
        testId="ports-table"
      />
    </div>
  );
}

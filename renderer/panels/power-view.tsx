/** Power and heat: by device group, and the fullest rack of every rack group against its limit. */
import { Zap } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { Heat, PowerLine, PowerReport, RackPower } from '#core/analysis/report.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus, select, useViewStore } from '../store/view-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Figure } from '../ui/figure.tsx';
import { formatNumber, formatPower } from '../ui/format.ts';
import { Table, type TableColumn } from '../ui/table.tsx';
import { ViewBar } from './view-bar.tsx';
import './power-view.css';

const NO_RACKS: readonly RackPower[] = [];

function createDeviceColumns(power: PowerReport): TableColumn<PowerLine>[] {
  return [
    {
      key: 'device',
      title: 'Device',
      width: 'minmax(110px, 1.6fr)',
      sortValue: (line) => line.deviceName,
      render: (line) => line.deviceName,
      fullText: (line) => line.deviceName,
      total: 'Total',
    },
    {
      key: 'count',
      title: 'Members',
      width: '80px',
      isNumber: true,
      sortValue: (line) => line.memberCount,
      render: (line) => formatNumber(line.memberCount),
    },
    {
      key: 'typical',
      title: 'Typical',
      width: '90px',
      isNumber: true,
      sortValue: (line) => line.typicalW.value,
      render: (line) => <Figure sum={line.typicalW} format={formatPower} />,
      total: <Figure sum={power.typicalW} format={formatPower} />,
    },
    {
      key: 'max',
      title: 'Maximum',
      width: '90px',
      isNumber: true,
      sortValue: (line) => line.maxW.value,
      render: (line) => <Figure sum={line.maxW} format={formatPower} />,
      total: <Figure sum={power.maxW} format={formatPower} />,
    },
    {
      key: 'optics',
      title: 'Optics, added',
      width: '108px',
      isNumber: true,
      sortValue: (line) => line.transceiversMaxW.value,
      render: (line) => <Figure sum={line.transceiversMaxW} format={formatPower} />,
      total: <Figure sum={power.transceiversMaxW} format={formatPower} />,
    },
    {
      key: 'typicalEach',
      title: 'Typical each',
      width: '100px',
      isNumber: true,
      sortValue: (line) => line.typicalEachW,
      render: (line) => formatPower(line.typicalEachW),
      fullText: (line) => line.typicalBasis ?? '',
    },
    {
      key: 'maxEach',
      title: 'Maximum each',
      width: '112px',
      isNumber: true,
      sortValue: (line) => line.maxEachW,
      render: (line) => formatPower(line.maxEachW),
      fullText: (line) => line.maxBasis ?? '',
    },
    {
      key: 'part',
      title: 'Part',
      width: 'minmax(120px, 1.8fr)',
      sortValue: (line) => line.partLabel,
      render: (line) => line.partLabel,
      fullText: (line) => line.partLabel,
    },
  ];
}

const RACK_COLUMNS: readonly TableColumn<RackPower>[] = [
  {
    key: 'rack',
    title: 'Rack group',
    width: 'minmax(130px, 2fr)',
    sortValue: (rack) => rack.rackName,
    render: (rack) => rack.rackName,
    fullText: (rack) => rack.rackName,
  },
  {
    key: 'count',
    title: 'Racks',
    width: '72px',
    isNumber: true,
    sortValue: (rack) => rack.rackCount,
    render: (rack) => formatNumber(rack.rackCount),
  },
  {
    key: 'units',
    title: 'Units, fullest',
    width: '112px',
    isNumber: true,
    sortValue: (rack) => rack.usedUnitsMax,
    render: (rack) => `${rack.usedUnitsMax} / ${rack.heightUnits}U`,
  },
  {
    key: 'typical',
    title: 'Typical, fullest',
    width: '120px',
    isNumber: true,
    sortValue: (rack) => rack.worstTypicalW.value,
    render: (rack) => <Figure sum={rack.worstTypicalW} format={formatPower} />,
  },
  {
    key: 'max',
    title: 'Maximum, fullest',
    width: '132px',
    isNumber: true,
    sortValue: (rack) => rack.worstMaxW.value,
    render: (rack) => (
      <span className={rack.powerLimitW !== null && rack.worstMaxW.value > rack.powerLimitW ? 'view__over' : ''}>
        <Figure sum={rack.worstMaxW} format={formatPower} />
      </span>
    ),
  },
  {
    key: 'limit',
    title: 'Limit',
    width: '92px',
    isNumber: true,
    sortValue: (rack) => rack.powerLimitW,
    render: (rack) => (rack.powerLimitW === null ? 'not set' : formatPower(rack.powerLimitW)),
  },
];

function describeHeat(heat: Heat): string {
  if (heat.unknownCount > 0 && heat.kw === 0) return 'unknown';
  const sign = heat.unknownCount > 0 ? '\u2265 ' : '';
  return `${sign}${formatNumber(heat.kw, 1)} kW \u00b7 ${formatNumber(heat.btuPerHour)} BTU/h \u00b7 ${formatNumber(heat.tons, 1)} tons`;
}

export function PowerView(): ReactElement {
  const power = useReportStore((state) => state.report?.power);
  const cooling = useReportStore((state) => state.report?.cooling);
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => (power ? createDeviceColumns(power) : []), [power]);
  if (!power || !cooling || power.devices.length === 0) {
    return (
      <EmptyState icon={<Zap size={22} aria-hidden />} title="No power drawn yet">
        Typical and maximum power of every group, its optics and every rack appear here.
      </EmptyState>
    );
  }
  const racks = power.racks.length > 0 ? power.racks : NO_RACKS;
  const isSelected = (kind: string, id: string): boolean => selection.some((ref) => ref.kind === kind && ref.id === id);
  return (
    <div className="view">
      <ViewBar
        note={`Heat to remove: ${describeHeat(cooling.max)} at maximum power, ${describeHeat(cooling.typical)} typical.`}
      />
      <Table
        label="Power by device"
        rows={power.devices}
        columns={columns}
        rowKey={(line) => line.deviceId}
        isSelected={(line) => isSelected('device', line.deviceId)}
        onPick={(line) => select([{ kind: 'device', id: line.deviceId }])}
        onOpen={(line) => requestFocus({ kind: 'device', id: line.deviceId })}
        testId="power-table"
      />
      {racks.length > 0 ? (
        <div className="power-view__racks">
          <Table
            label="Power by rack"
            rows={racks}
            columns={RACK_COLUMNS}
            rowKey={(rack) => rack.rackId}
            isSelected={(rack) => isSelected('rack', rack.rackId)}
            onPick={(rack) => select([{ kind: 'rack', id: rack.rackId }])}
            onOpen={(rack) => requestFocus({ kind: 'rack', id: rack.rackId })}
          />
        </div>
      ) : null}
    </div>
  );
}

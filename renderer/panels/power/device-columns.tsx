/** Power by device group, its optics apart. */
import type { PowerLine, PowerReport } from '#core/analysis/report.ts';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatPower } from '../../ui/format.ts';
import type { TableColumn } from '../../ui/table.tsx';

export function createDeviceColumns(power: PowerReport): TableColumn<PowerLine>[] {
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
      width: '104px',
      isNumber: true,
      sortValue: (line) => line.typicalW.value,
      render: (line) => <Figure sum={line.typicalW} format={formatPower} />,
      total: <Figure sum={power.typicalW} format={formatPower} />,
    },
    {
      key: 'max',
      title: 'Maximum',
      width: '104px',
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

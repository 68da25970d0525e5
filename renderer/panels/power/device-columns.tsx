/** Power by device group, its optics apart. */
import type { ReactElement } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { DeviceField } from '#core/analysis/explain/metric-fields.ts';
import type { PowerLine, PowerReport } from '#core/analysis/report.ts';
import { formatNumber, formatPower, type PartialFigure } from '../../ui/format.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { Explained, ExplainedSum } from '../explained.tsx';

function explainSum(
  { deviceId, deviceName }: PowerLine,
  field: DeviceField,
  figure: string,
  sum: PartialFigure,
): ReactElement {
  return (
    <ExplainedSum
      source={`device/${field}/${deviceId}`}
      figure={`${figure} of ${deviceName}`}
      sum={sum}
      format={formatPower}
      isInRow
    />
  );
}

function explainEach(
  { deviceId, deviceName }: PowerLine,
  field: DeviceField,
  figure: string,
  watts: number | null,
): ReactElement {
  return (
    <Explained
      source={`device/${field}/${deviceId}`}
      figure={`${figure} ${deviceName}`}
      text={formatPower(watts)}
      isInRow
    />
  );
}

function explainTotal(source: MetricId, figure: string, sum: PartialFigure): ReactElement {
  return <ExplainedSum source={source} figure={figure} sum={sum} format={formatPower} />;
}

/** Of one device, as its maker states it. */
function createEachColumns(): TableColumn<PowerLine>[] {
  return [
    {
      key: 'typicalEach',
      title: 'Typical each',
      width: '100px',
      isNumber: true,
      sortValue: (line) => line.typicalEachW,
      render: (line) => explainEach(line, 'typical-each', 'Typical power of one', line.typicalEachW),
      fullText: (line) => line.typicalBasis ?? '',
    },
    {
      key: 'maxEach',
      title: 'Maximum each',
      width: '112px',
      isNumber: true,
      sortValue: (line) => line.maxEachW,
      render: (line) => explainEach(line, 'max-each', 'Maximum power of one', line.maxEachW),
      fullText: (line) => line.maxBasis ?? '',
    },
  ];
}

/** On top of the devices' own figures: nothing where a figure already holds them, which may differ between the two. */
function createOpticsColumns(power: PowerReport): TableColumn<PowerLine>[] {
  return [
    {
      key: 'opticsTypical',
      title: 'Optics in typical',
      width: '124px',
      isNumber: true,
      sortValue: (line) => line.transceiversTypicalW.value,
      render: (line) => explainSum(line, 'optics-typical', 'Optics in typical power', line.transceiversTypicalW),
      total: explainTotal('power-typical', 'Optics in typical power', power.transceiversTypicalW),
    },
    {
      key: 'opticsMax',
      title: 'Optics in maximum',
      width: '136px',
      isNumber: true,
      sortValue: (line) => line.transceiversMaxW.value,
      render: (line) => explainSum(line, 'optics-max', 'Optics in maximum power', line.transceiversMaxW),
      total: explainTotal('power-max', 'Optics in maximum power', power.transceiversMaxW),
    },
  ];
}

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
      render: (line) => explainSum(line, 'typical', 'Typical power', line.typicalW),
      total: explainTotal('power-typical', 'Typical power', power.typicalW),
    },
    {
      key: 'max',
      title: 'Maximum',
      width: '104px',
      isNumber: true,
      sortValue: (line) => line.maxW.value,
      render: (line) => explainSum(line, 'max', 'Maximum power', line.maxW),
      total: explainTotal('power-max', 'Maximum power', power.maxW),
    },
    ...createOpticsColumns(power),
    ...createEachColumns(),
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

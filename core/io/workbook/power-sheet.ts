/** The Power sheet: device groups with their total, and below them the fullest rack of every rack group. */
import type { WriteSheet } from 'hucre/xlsx';
import type { PartialSum, PowerLine, RackPower, Report } from '../../analysis/report.ts';
import { type CellInput, describeGap, readPartialSum } from './cells.ts';
import { createTableSheet, type TableColumn, type TableTotal } from './table-sheet.ts';

const deviceColumns: readonly TableColumn[] = [
  { header: 'Device', width: 26 },
  { header: 'Part', width: 34 },
  { header: 'Members', width: 10, format: 'count' },
  { header: 'Typical each (W)', width: 12, format: 'oneDecimal' },
  { header: 'Maximum each (W)', width: 12, format: 'oneDecimal' },
  { header: 'of which transceivers added, typical (W)', width: 14, format: 'oneDecimal' },
  { header: 'of which transceivers added, maximum (W)', width: 14, format: 'oneDecimal' },
  { header: 'Typical, all members (W)', width: 14, format: 'oneDecimal' },
  { header: 'Maximum, all members (W)', width: 14, format: 'oneDecimal' },
  { header: 'Basis of typical', width: 32, wraps: true },
  { header: 'Basis of maximum', width: 32, wraps: true },
  { header: 'Note', width: 60, wraps: true },
];
const TRANSCEIVERS_TYPICAL_COLUMN = 5;
const TRANSCEIVERS_MAX_COLUMN = 6;
const TYPICAL_COLUMN = 7;
const MAX_COLUMN = 8;

const rackColumns: readonly TableColumn[] = [
  { header: 'Rack', width: 26 },
  { header: 'Fullest rack of the group', width: 14 },
  { header: 'Racks', width: 10, format: 'count' },
  { header: 'Typical (W)', width: 12, format: 'oneDecimal' },
  { header: 'Maximum (W)', width: 12, format: 'oneDecimal' },
  { header: 'Power limit (W)', width: 14, format: 'oneDecimal' },
  { header: 'Weight (kg)', width: 14, format: 'oneDecimal' },
  { header: 'Weight limit (kg)', width: 14, format: 'oneDecimal' },
  { header: 'Units used', width: 12, format: 'count' },
  { header: 'Units of the rack', width: 12, format: 'count' },
  { header: 'Note', width: 32, wraps: true },
];

export function createPowerSheet(report: Report): WriteSheet {
  const { power } = report;
  return createTableSheet('Power', [
    { columns: deviceColumns, rows: power.devices.map(createDeviceRow), totals: [createTotal(report)] },
    { columns: rackColumns, rows: power.racks.map(createRackRow), totals: [] },
  ]);
}

function createDeviceRow(line: PowerLine): CellInput[] {
  return [
    line.deviceName,
    line.partLabel,
    line.memberCount,
    line.typicalEachW,
    line.maxEachW,
    readPartialSum(line.transceiversTypicalW),
    readPartialSum(line.transceiversMaxW),
    readPartialSum(line.typicalW),
    readPartialSum(line.maxW),
    line.typicalBasis,
    line.maxBasis,
    describeGaps([
      ['typical', line.typicalW],
      ['maximum', line.maxW],
    ]),
  ];
}

function createTotal(report: Report): TableTotal {
  const { power } = report;
  const gaps = describeGaps([
    ['typical', power.typicalW],
    ['maximum', power.maxW],
  ]);
  return {
    label: 'Total of rows shown',
    values: new Map([
      [TRANSCEIVERS_TYPICAL_COLUMN, readPartialSum(power.transceiversTypicalW)],
      [TRANSCEIVERS_MAX_COLUMN, readPartialSum(power.transceiversMaxW)],
      [TYPICAL_COLUMN, readPartialSum(power.typicalW)],
      [MAX_COLUMN, readPartialSum(power.maxW)],
    ]),
    adds: { kind: 'shown' },
    gap: gaps,
  };
}

function createRackRow(rack: RackPower): CellInput[] {
  return [
    rack.rackName,
    rack.worstRackIndex + 1,
    rack.rackCount,
    readPartialSum(rack.worstTypicalW),
    readPartialSum(rack.worstMaxW),
    rack.powerLimitW ?? 'not set',
    readPartialSum(rack.worstWeightKg),
    rack.weightLimitKg ?? 'not set',
    rack.usedUnitsMax,
    rack.heightUnits,
    describeGaps([
      ['typical', rack.worstTypicalW],
      ['maximum', rack.worstMaxW],
      ['weight', rack.worstWeightKg],
    ]),
  ];
}

function describeGaps(sums: readonly (readonly [string, PartialSum])[]): string | undefined {
  const gaps = sums.flatMap(([name, sum]) => {
    const gap = describeGap(sum);
    return gap === undefined ? [] : [`${name} ${gap}`];
  });
  return gaps.length > 0 ? gaps.join('; ') : undefined;
}

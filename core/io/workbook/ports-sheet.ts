/** The Ports sheet: use of every port block of every device group, all members together and the extreme members. */
import type { WriteSheet } from 'hucre/xlsx';
import type { PortUse, Report } from '../../analysis/report.ts';
import type { CellInput } from './cells.ts';
import { createTableSheet, type TableColumn, type TableTotal } from './table-sheet.ts';

const columns: readonly TableColumn[] = [
  { header: 'Device', width: 24 },
  { header: 'Role', width: 18 },
  { header: 'Block', width: 18 },
  { header: 'Cage', width: 12 },
  { header: 'Speeds (Gb/s)', width: 12 },
  { header: 'Members', width: 10, format: 'count' },
  { header: 'Cages each', width: 10, format: 'count' },
  { header: 'Cages used, all members', width: 13, format: 'count' },
  { header: 'Ports owned, all members', width: 13, format: 'count' },
  { header: 'Ports used', width: 11, format: 'count' },
  { header: 'Ports free', width: 11, format: 'count' },
  { header: 'Used on the fullest member', width: 13, format: 'count' },
  { header: 'Used on the emptiest member', width: 13, format: 'count' },
  { header: 'Free on the fullest member', width: 13, format: 'count' },
  { header: 'Note', width: 48, wraps: true },
];
const OWNED_COLUMN = 8;
const USED_COLUMN = 9;
const FREE_COLUMN = 10;

export function createPortsSheet(report: Report): WriteSheet {
  const unknownCount = report.ports.filter((use) => !isKnown(use)).length;
  const total: TableTotal = {
    label: 'Total of rows shown',
    values: new Map([
      [OWNED_COLUMN, report.totals.portsOwned],
      [USED_COLUMN, report.totals.portsUsed],
      [FREE_COLUMN, report.totals.portsFree],
    ]),
    adds: { kind: 'shown' },
    gap: unknownCount > 0 ? `${unknownCount} without known ports` : undefined,
  };
  return createTableSheet('Ports', [{ columns, rows: report.ports.map(createRow), totals: [total] }]);
}

function createRow(use: PortUse): CellInput[] {
  const isBlockKnown = isKnown(use);
  const known = (count: number): number | null => (isBlockKnown ? count : null);
  return [
    use.deviceName,
    use.role,
    use.blockId,
    use.formFactor,
    listSpeeds(use.speedsGbps),
    use.memberCount,
    known(use.cagesPerMember),
    known(use.cagesUsed),
    known(use.portsOwned),
    known(use.portsUsed),
    known(use.portsFree),
    known(use.usedPerMemberMax),
    known(use.usedPerMemberMin),
    known(use.freePerMemberMin),
    isBlockKnown ? undefined : 'no adapter chosen, or its ports are not known',
  ];
}

/** Blocks of empty adapter slots and of parts without a port layout have no cages to count. */
function isKnown(use: PortUse): boolean {
  return use.cagesPerMember > 0;
}

function listSpeeds(speedsGbps: readonly number[]): string | number | null {
  const [first] = speedsGbps;
  if (first === undefined) return null;
  return speedsGbps.length === 1 ? first : speedsGbps.join(', ');
}
